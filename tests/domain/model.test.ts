import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { equalInstalments, inCodePointOrder, takesPart } from '../../src/domain/model.ts'
import { quarter, type Quarter, quartersOf, year } from '../../src/domain/period.ts'
import { forAll, same } from '../properties.ts'

describe('a partner', () => {
  const quarters = [...quartersOf(year(2017)), ...quartersOf(year(2018))]
  const [joins, leaves] = [quarter(year(2017), 2), quarter(year(2018), 1)]
  const inQuarters = (terms: { joins?: Quarter; leaves?: Quarter }): number[] =>
    [...quarters.keys()].filter(place => takesPart({ id: 'A', name: 'A', ...terms }, quarters[place]!))

  test('takes part from the quarter it joins to the quarter it leaves, both included', () => {
    expect(inQuarters({ joins, leaves })).toEqual([2, 3, 4, 5])
  })

  test('that never joins is in from the start, and that never leaves to the end', () => {
    expect(inQuarters({ leaves })).toEqual([0, 1, 2, 3, 4, 5])
    expect(inQuarters({ joins })).toEqual([2, 3, 4, 5, 6, 7])
    expect(inQuarters({})).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })

  test('may be in for a single quarter', () => expect(inQuarters({ joins, leaves: joins })).toEqual([2]))
})

describe('code-point order', () => {
  test('has capitals before small letters, and a name before any that begins with it', () => {
    expect(['b', 'B', 'ab', 'a', ''].sort(inCodePointOrder)).toEqual(['', 'B', 'a', 'ab', 'b'])
  })

  test('puts U+FF21 before U+1F600, though its UTF-16 unit is the larger', () => {
    expect(['\u{1F600}', '\uFF21'].sort()).toEqual(['\u{1F600}', '\uFF21'])
    expect(['\u{1F600}', '\uFF21'].sort(inCodePointOrder)).toEqual(['\uFF21', '\u{1F600}'])
  })

  test('is the order of the bytes of UTF-8', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'B', '\u00E9', '\uFF21', '\u{1F600}', '\u{10FFFF}'), maxLength: 4 })
    forAll([text, text], (a, b) => {
      same([Math.sign(inCodePointOrder(a, b))], [Buffer.compare(Buffer.from(a), Buffer.from(b))])
    })
  })
})

test('equal instalments are four of the same', () => expect(new Set(equalInstalments)).toEqual(new Set([equalInstalments[0]])))
