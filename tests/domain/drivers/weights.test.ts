import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sameWeights, shareOf, type Weights, weights } from '../../../src/domain/drivers/weights.ts'
import { equal, isNegative, one, type Ratio, ratio, total as totalOf, zero } from '../../../src/domain/ratio.ts'
import { counted } from '../../models.ts'
import { forAll, fractions, same } from '../../properties.ts'

const users = counted('users')

const weighing = (...values: Ratio[]): Weights => weights(users, values.map(value => ({ value, sources: [] })))

describe('a share', () => {
  test('of 120 of 120 and 80 is 3/5', () => {
    expect([0, 1].map(place => shareOf(weighing(ratio(120n), ratio(80n)), place))).toEqual([ratio(3n, 5n), ratio(2n, 5n)])
  })

  test('of halves and thirds, 1/2 and 1/3, is 3/5 and 2/5', () => {
    expect([0, 1].map(place => shareOf(weighing(ratio(1n, 2n), ratio(1n, 3n)), place))).toEqual([ratio(3n, 5n), ratio(2n, 5n)])
  })

  test('of nothing is nothing', () => {
    expect(shareOf(weighing(zero, zero), 0)).toEqual(zero)
    expect(shareOf(weighing(one, ratio(-1n)), 0)).toEqual(zero)
  })

  test('is the weight over the sum of weights, and shares sum to 1', () => {
    forAll([fc.array(fractions, { minLength: 1, maxLength: 5 }).map(of => of.map(value => (isNegative(value) ? zero : value)))], of => {
      const whole = totalOf(of)
      const shares = of.map((_, place) => shareOf(weighing(...of), place))
      for (const [place, share] of shares.entries()) {
        same([share.numerator * whole.numerator * of[place]!.denominator], [share.denominator * whole.denominator * of[place]!.numerator])
      }
      same([equal(totalOf(shares), one)], [whole.numerator !== 0n])
    })
  })
})

describe('weights have a flaw', () => {
  test('where nothing was counted of anyone', () => {
    expect(weighing(zero, zero).flaw).toEqual({ kind: 'empty', driver: users })
    expect(weighing().flaw).toEqual({ kind: 'empty', driver: users })
    expect(weighing(zero, one).flaw).toBeUndefined()
  })

  test('where less than nothing was counted of one, the first of them, though the sum be zero', () => {
    expect(weighing(one, ratio(-1n), ratio(-2n)).flaw).toEqual({ kind: 'negative', driver: users, place: 1 })
    expect(weighing(ratio(-1n), one).flaw).toEqual({ kind: 'negative', driver: users, place: 0 })
  })

  test('where a part of them has one, which is theirs before any of their own', () => {
    const flaw = { kind: 'empty', driver: counted('calls') } as const
    expect(weights(users, [{ value: one, sources: [] }], flaw).flaw).toBe(flaw)
    expect(weights(users, [{ value: zero, sources: [] }], flaw).flaw).toBe(flaw)
  })
})

test('weights are the same where every partner weighs the same', () => {
  expect(sameWeights(weighing(one, zero), weighing(one, zero))).toBe(true)
  expect(sameWeights(weighing(one, zero), weighing(zero, one))).toBe(false)
  expect(sameWeights(weighing(ratio(1n, 2n), ratio(1n, 3n)), weighing(ratio(3n), ratio(2n)))).toBe(true)
})
