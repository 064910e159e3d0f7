/**
 * Builds the program into dist/: one CommonJS file, which starts twice as fast as its modules would, and beside it V8's
 * cache of the code that a plan compiles. The cache is an aid only: another Node passes it over.
 */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { build } from 'esbuild'

rmSync('dist', { recursive: true, force: true })

await build({
  entryPoints: ['src/main.ts'],
  outfile: 'dist/farthing.cjs',
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  charset: 'ascii',
  minifySyntax: true,
  minifyWhitespace: true,
  minifyIdentifiers: true,
  legalComments: 'none',
  logLevel: 'warning',
})

const warmUp = `
  const { readFileSync, writeFileSync } = require('node:fs')
  const { createRequire, wrap } = require('node:module')
  const { resolve } = require('node:path')
  const { Script } = require('node:vm')
  const filename = resolve('dist/farthing.cjs')
  process.argv = [process.argv[0], filename, 'plan', 'fixtures/3c-ict']
  process.stdout.write = () => true
  const script = new Script(wrap(readFileSync(filename, 'latin1')), { filename })
  script.runInThisContext()({}, createRequire(filename), {}, filename, resolve('dist'))
  process.on('exit', () => writeFileSync('dist/farthing.' + process.version + '.cache', script.createCachedData()))
`
execFileSync(process.execPath, ['-e', warmUp], { stdio: 'inherit' })
