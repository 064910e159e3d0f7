import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Money, pence } from '../../../src/domain/money.ts'
import { roundHalfAway, ratio } from '../../../src/domain/ratio.ts'
import { Outcomes } from '../../../src/domain/risk/outcomes.ts'
import { forAll, holds } from '../../properties.ts'

function outcomes(room: number, of: readonly bigint[]): Outcomes {
  const counted = new Outcomes(room)
  for (const amount of of) counted.add(pence(amount))
  return counted
}

/** By the definition: the least of which at least so many hundredths are no greater. */
function quantile(of: readonly bigint[], hundredths: number): bigint {
  const sorted = [...of].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return sorted.find((_, place) => (place + 1) * 100 >= hundredths * sorted.length)!
}

const amount = fc.oneof(fc.bigInt({ min: -20n, max: 20n }), fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }))
const some = fc.array(amount, { minLength: 1, maxLength: 60 })
const huge = fc.array(fc.oneof(amount, fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })), { minLength: 1, maxLength: 20 })

describe('outcomes', () => {
  test('have the quantiles of a sorted list, exactly, while there is room', () => {
    forAll([some, fc.integer({ min: 1, max: 100 })], (of, hundredths) => {
      const counted = outcomes(60, of)
      holds(counted.quantile(hundredths) === quantile(of, hundredths) && counted.within === 0n, 'another quantile')
    })
  })

  test.each([['small', some], ['huge', huge]])('have them too low by no more than they say where there is none: %s', (_, arbitrary) => {
    forAll([arbitrary, fc.integer({ min: 1, max: 100 }), fc.integer({ min: 2, max: 7 })], (of, hundredths, room) => {
      const counted = outcomes(room, of)
      const off = quantile(of, hundredths) - counted.quantile(hundredths)
      holds(off >= 0n && off <= counted.within, `off by ${off}`)
    })
  })

  test('hold no more steps than there is room, and every outcome in one of them', () => {
    forAll([huge, fc.integer({ min: 2, max: 7 })], (of, room) => {
      const counted = outcomes(room, of)
      const bins = counted.bins()
      const width = counted.within + 1n
      holds(bins.length <= room, 'too many')
      holds(bins.every(({ from, count }) => of.filter(each => each >= from && each < from + width).length === count), 'miscounted')
    })
  })

  test('have the mean to the nearest penny', () => {
    forAll([huge, fc.integer({ min: 2, max: 7 })], (of, room) =>
      holds(outcomes(room, of).mean === roundHalfAway(ratio(of.reduce((a, b) => a + b, 0n), BigInt(of.length))), 'another mean'))
  })

  test('of 1 to 25: the 10th percentile is 3, the 50th 13, the 90th 23', () => {
    const counted = outcomes(100, Array.from({ length: 25 }, (_, place) => BigInt(place + 1)))
    expect([10, 50, 90].map(of => counted.quantile(of))).toEqual([3n, 13n, 23n])
    expect(counted.mean).toBe(13n)
  })

  test('where there is room for two: 100, 101 and 101, and then 104', () => {
    const counted = outcomes(2, [100n, 101n, 101n])
    expect(counted.bins()).toEqual([{ from: 100n, count: 1 }, { from: 101n, count: 2 }])
    counted.add(pence(104n) as Money)
    expect([counted.bins(), counted.within]).toEqual([[{ from: 100n, count: 3 }, { from: 104n, count: 1 }], 1n])
  })

  test('are as many as they were, however often they are looked at', () => {
    const counted = outcomes(5000, Array.from({ length: 10_000 }, (_, place) => BigInt((place * 7919) % 5000)))
    expect([counted.quantile(50), counted.quantile(50), counted.within]).toEqual([counted.quantile(50), 2499n, 0n])
    expect(counted.bins().reduce((sum, { count }) => sum + count, 0)).toBe(10_000)
  })
})
