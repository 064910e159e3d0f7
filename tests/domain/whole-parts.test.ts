import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ratio, roundHalfAway, total } from '../../src/domain/ratio.ts'
import { wholeParts } from '../../src/domain/whole-parts.ts'
import { forAll, fractions, holds, size, total as sum } from '../properties.ts'

const thirds = (...of: bigint[]) => of.map(each => ratio(each, 3n))

describe('parts in whole units', () => {
  test('by largest remainder, below nil too, the earlier first where they are equal', () => {
    expect(wholeParts(thirds(1n, 2n), 1n)).toEqual([0n, 1n])
    expect(wholeParts(thirds(-1n, 4n), 1n)).toEqual([0n, 1n])
    expect(wholeParts(thirds(1n, 1n, 1n), 1n)).toEqual([1n, 0n, 0n])
    expect(wholeParts([], 0n)).toEqual([])
  })

  test('come to the sum, each less than one from exact', () => {
    forAll([fc.array(fractions, { minLength: 1, maxLength: 6 })], parts => {
      const whole = roundHalfAway(total(parts))
      const found = wholeParts(parts, whole)
      holds(sum(found) === whole, 'another sum')
      for (const [place, { numerator, denominator }] of parts.entries()) holds(size(found[place]! * denominator - numerator) <= denominator, 'too far')
    }, { numRuns: 2000 })
  })
})
