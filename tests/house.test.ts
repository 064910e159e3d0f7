/** The house: which part may import which. Data flows one way, and reading and writing never meet. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const source = join(import.meta.dirname, '../src')

const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  read: ['domain', 'read'],
  report: ['domain', 'report'],
  write: ['domain', 'report', 'write'],
  cli: ['domain', 'read', 'report', 'write', 'cli'],
  'run.ts': ['cli'],
  'main.ts': ['run.ts'],
}

/** Packages and parts of Node, by the part of the house that may know them. */
const mayKnow: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  read: ['csv-parse/sync', 'yaml', 'node:buffer', 'node:crypto', 'node:fs', 'node:path'],
  report: [],
  write: ['chalk', 'csv-stringify/sync'],
  cli: ['chalk', 'commander', 'fastest-levenshtein', 'node:crypto', 'node:fs', 'node:path', 'node:stream/promises'],
  'run.ts': ['commander'],
  'main.ts': ['node:path'],
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))

const importsOf = (file: string): string[] =>
  [...readFileSync(join(source, file), 'utf8').matchAll(/(?:from |import\(|^import )'([^']+)'/gm)].map(([, name]) => name!)

const partOf = (file: string): string => file.split('/')[0]!

describe('each part of the house', () => {
  test.each(files)('%s imports only what it may', file => {
    const [own, outside] = [importsOf(file).filter(name => name.startsWith('.')), importsOf(file).filter(name => !name.startsWith('.'))]
    const parts = own.map(name => relative(source, resolve(dirname(join(source, file)), name))).filter(name => !name.startsWith('..'))
    expect(parts.filter(name => !mayImport[partOf(file)]!.includes(partOf(name)))).toEqual([])
    expect(outside.filter(name => !mayKnow[partOf(file)]!.includes(name))).toEqual([])
  })

  test('is named in the table', () => {
    expect([...new Set(files.map(partOf))].sort()).toEqual(Object.keys(mayImport).sort())
  })

  test.each(files)('%s opens by saying what it does, and holds one idea', file => {
    const text = readFileSync(join(source, file), 'utf8')
    expect(text.startsWith('/**')).toBe(true)
    expect(text.split('\n').length).toBeLessThanOrEqual(200)
  })
})
