import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Branch, readYaml } from '../../src/read/yaml.ts'
import { places, telling } from './reading.ts'

const read = (text: string) => telling(tell => readYaml({ file: 'm', text }, tell))

/** The tree without its places. */
function plain(branch: Branch | undefined): unknown {
  switch (branch?.kind) {
    case 'text': return branch.text
    case 'list': return branch.items.map(plain)
    case 'map': return branch.entries.map(({ key, value }) => [key.text, plain(value)])
    case undefined: return undefined
  }
}

describe('YAML', () => {
  test.each([
    ['years: 2017/18 to 2018/19', [['years', '2017/18 to 2018/19']]],
    ['010: 1e3', [['010', '1e3']]],
    ['yes: no\nnull: ~\n2017/18: 2%', [['yes', 'no'], ['null', '~'], ['2017/18', '2%']]],
    ['a: "  b "   # c', [['a', 'b']]],
    ['a: { b: 1, "c, d": 2 }', [['a', [['b', '1'], ['c, d', '2']]]]],
    ['a:\nb: [1, [2]]', [['a', ''], ['b', ['1', ['2']]]]],
    ['a: |\n  two\n  lines\n', [['a', 'two\nlines']]],
    ['--- # marks of a document\na: 1\n...\n', [['a', '1']]],
    ['__proto__: 1\nconstructor: 2', [['__proto__', '1'], ['constructor', '2']]],
    ['a: &anchor 1', [['a', '1']]],
    ['just a text', 'just a text'],
    ['', ''],
    ['# only a comment', ''],
  ])('%j is read as the texts that were typed', (text, tree) => {
    const { value, codes } = read(text)
    expect({ tree: plain(value), codes }).toEqual({ tree, codes: [] })
  })

  test('knows the place of every key and value, whatever the line ends', () => {
    for (const lineEnd of ['\n', '\r\n']) {
      const { value } = read(['# note', 'partners:', '  CCC: Cambridge  ', '  "B": { name: x }', ''].join(lineEnd))
      const partners = value?.kind === 'map' ? value.entries[0]!.value : undefined
      const found = partners?.kind === 'map' ? partners.entries.map(({ key, value: { at } }) => [key.at, at].map(({ line, column, length }) => `${line}:${column}+${length}`)) : []
      expect(found).toEqual([['3:3+3', '3:8+9'], ['4:3+3', '4:8+11']])
    }
  })

  test.each([
    ['a: 1\na: 2', 'm:2:1 broken-yaml'], ['a:\n\tb: 1', 'm:2:1 broken-yaml'], ['a: { b: 1', 'm:1:10 broken-yaml'], ['a: b: c', 'm:1:4 broken-yaml'],
    ['a: "b', 'm:1:6 broken-yaml'], ['a: !tag b', 'm:1:4 broken-yaml'], ['a: &x 1\nb: *x', 'm:2:4 broken-yaml'], ['a: *x', 'm:1:4 broken-yaml'],
    ['a: 1\n---\nb: 2', 'm:2:1 broken-yaml'], ['a: 1\n b: 2', 'm:1:4 broken-yaml'], ['@a: 1', 'm:1:1 broken-yaml'], ['*x : 1', 'm:1:1 broken-yaml'],
    ['a: 1\n"a ": 2', 'm:2:1 broken-yaml'], ['p:\n  b: 1\n  " b": 2', 'm:3:3 broken-yaml'], ['"": 1', 'm:1:1 broken-yaml'], ['" ": 1', 'm:1:1 broken-yaml'],
    ['? [a]\n: 1', 'm:1:3 broken-yaml'], ['? { a: b }\n: 1', 'm:1:3 broken-yaml'], [': 1', 'm:1:1 broken-yaml'],
  ])('%j is refused at its place', (text, place) => {
    expect(places(read(text).told)[0]).toBe(place)
  })

  test('is never followed to the end where it is absurdly deep', () => {
    for (const text of ['['.repeat(20_000), `${'{a: '.repeat(5_000)}1${'}'.repeat(5_000)}`, '- '.repeat(5_000), Array.from({ length: 3_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')]) {
      const { value, codes } = read(text)
      expect(value).toBeUndefined()
      expect(new Set(codes)).toEqual(new Set(['broken-yaml']))
    }
  })

  test('of any text at all never throws', () => {
    const nearly = fc.string({ unit: fc.constantFrom(...'ab:  \n\t-[]{},"\'&*!|>?#%@', ': ', '\n  '), maxLength: 30 })
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), nearly), text => {
      const { value, codes } = read(text)
      expect(value !== undefined || codes.length > 0).toBe(true)
    }), { numRuns: 10_000 })
  })
})
