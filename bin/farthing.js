#!/usr/bin/env node
// Starts the built program, with V8's cache of its compiled code where that fits this Node.
'use strict'
const { existsSync, readFileSync } = require('node:fs')
const { createRequire, wrap } = require('node:module')
const { join } = require('node:path')
const { Script } = require('node:vm')

const dist = join(__dirname, '..', 'dist')
const filename = join(dist, 'farthing.cjs')
const cache = join(dist, `farthing.${process.version}.cache`)

const cachedData = existsSync(cache) ? readFileSync(cache) : undefined
new Script(wrap(readFileSync(filename, 'latin1')), { filename, cachedData }).runInThisContext()({}, createRequire(filename), {}, filename, dist)
