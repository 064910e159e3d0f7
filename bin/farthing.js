#!/usr/bin/env node
// Starts the built program, with V8's cache of its compiled code where that fits this Node.
'use strict'
const { readFileSync } = require('node:fs')
const { createRequire, wrap } = require('node:module')
const { join } = require('node:path')
const { Script } = require('node:vm')

const filename = join(__dirname, '..', 'dist', 'farthing.cjs')
const script = new Script(wrap(readFileSync(filename, 'utf8')), { filename, cachedData: cache() })
script.runInThisContext()({}, createRequire(filename), {}, filename, join(__dirname, '..', 'dist'))

function cache() {
  try {
    return readFileSync(join(__dirname, '..', 'dist', `farthing.${process.version}.cache`))
  } catch {
    return undefined
  }
}
