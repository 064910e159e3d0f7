import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportion } from '../../src/domain/apportion.ts'
import { type Money, pence } from '../../src/domain/money.ts'
import { amounts, forAll, holds, same, size, soundWeights, total } from '../properties.ts'

const split = (amount: bigint, weights: readonly bigint[]): bigint[] => apportion(pence(amount), weights)

describe('worked examples', () => {
  test('10p by 50, 27 and 23 is exactly 5, 2.7 and 2.3: 5, 2, 2 and the penny over to .7 makes 5, 3, 2', () => {
    expect(split(10n, [50n, 27n, 23n])).toEqual([5n, 3n, 2n])
  })

  test('the bill of 1792: 120 seats by the census of 1790 are 111 by whole quotas, and 9 to the largest fractions', () => {
    // Virginia, Massachusetts, Pennsylvania, North Carolina, New York, Maryland, Connecticut, South Carolina, New Jersey,
    // New Hampshire, Vermont, Georgia, Kentucky, Rhode Island, Delaware
    const census = [630560n, 475327n, 432879n, 353523n, 331589n, 278514n, 236841n, 206236n, 179570n, 141822n, 85533n, 70835n, 68705n, 68446n, 55540n]
    expect(split(120n, census)).toEqual([21n, 16n, 14n, 12n, 11n, 9n, 8n, 7n, 6n, 5n, 3n, 2n, 2n, 2n, 2n])
  })

  test.each([
    [89, [27n, 7n, 16n, 37n, 2n]],
    [90, [28n, 7n, 17n, 37n, 1n]],
    [91, [28n, 7n, 17n, 38n, 1n]],
  ])('a parliament of %d: the textbook table in which a party loses its second seat as the house grows', (seats, parties) => {
    expect(split(BigInt(seats), [5576330n, 1387342n, 3334241n, 7512860n, 310968n])).toEqual(parties)
  })

  test('the Alabama paradox: of 200 seats 940 people in 20,000 have 9.4, made up to 10; of 201 they have 9.447, cut to 9', () => {
    expect(split(200n, [940n, 9030n, 10030n])).toEqual([10n, 90n, 100n])
    expect(split(201n, [940n, 9030n, 10030n])).toEqual([9n, 91n, 101n])
  })

  test('£90,071,992,547,409.93, past what a double can count, by 1, 1 and 1 keeps its last penny', () => {
    expect(split(9007199254740993n, [1n, 1n, 1n])).toEqual([3002399751580331n, 3002399751580331n, 3002399751580331n])
    expect(split(9007199254740994n, [1n, 1n, 1n])).toEqual([3002399751580332n, 3002399751580331n, 3002399751580331n])
  })

  test('2p by 1 and 3 is exactly 0.5 and 1.5: the penny over goes to the larger weight, wherever it stands', () => {
    expect(split(2n, [1n, 3n])).toEqual([0n, 2n])
    expect(split(2n, [3n, 1n])).toEqual([2n, 0n])
  })

  test('of equal weights the earlier gets the penny over, and in a refund gives it back', () => {
    expect(split(5n, [1n, 1n, 1n])).toEqual([2n, 2n, 1n])
    expect(split(-5n, [1n, 1n, 1n])).toEqual([-2n, -2n, -1n])
  })
})

describe('what cannot be apportioned', () => {
  test('a negative weight is refused, even of nothing', () => {
    expect(() => split(10n, [2n, -1n])).toThrow(RangeError)
    expect(() => split(0n, [2n, -1n])).toThrow(RangeError)
  })

  test('an amount by weights that are all zero, or by none, is refused: it is never lost and never split equally', () => {
    expect(() => split(1n, [0n, 0n])).toThrow(RangeError)
    expect(() => split(-1n, [0n])).toThrow(RangeError)
    expect(() => split(1n, [])).toThrow(RangeError)
  })

  test('nil by weights that are all zero is nil for each', () => {
    expect(split(0n, [0n, 0n])).toEqual([0n, 0n])
    expect(split(0n, [])).toEqual([])
  })
})

const pairs = (amount: Money, weights: readonly bigint[]): string[] =>
  apportion(amount, weights).map((part, place) => `${weights[place]} gets ${part}`).sort()

describe('whatever the amount and the weights', () => {
  test('the parts sum to the amount', () => {
    forAll([amounts, soundWeights], (amount, weights) => same([total(apportion(amount, weights))], [amount]))
  })

  test('each part is less than a penny from exact, and a weight of zero gets nothing', () => {
    forAll([amounts, soundWeights], (amount, weights) => {
      const whole = total(weights)
      for (const [place, part] of apportion(amount, weights).entries()) {
        holds(size(part * whole - amount * weights[place]!) < whole, `${part} at ${place}`)
        holds(weights[place] !== 0n || part === 0n, `${part} by a weight of zero`)
      }
    })
  })

  test('a negative amount mirrors the positive one', () => {
    forAll([amounts, soundWeights], (amount, weights) => same(split(-amount, weights), apportion(amount, weights).map(part => -part)))
  })

  test('only the proportions of the weights count', () => {
    forAll([amounts, soundWeights, fc.bigInt({ min: 1n, max: 10n ** 9n })], (amount, weights, factor) => {
      same(split(amount, weights.map(weight => weight * factor)), apportion(amount, weights))
    })
  })

  test('the larger weight never gets the smaller part', () => {
    forAll([amounts, soundWeights], (amount, weights) => {
      const parts = apportion(pence(size(amount)), weights)
      const byWeight = [...weights.keys()].sort((a, b) => (weights[a]! < weights[b]! ? -1 : weights[a]! > weights[b]! ? 1 : parts[a]! < parts[b]! ? -1 : 1))
      for (const [rank, place] of byWeight.entries()) {
        holds(rank === 0 || parts[byWeight[rank - 1]!]! <= parts[place]!, `${weights} get ${parts}`)
      }
    })
  })

  test('the order of the weights decides nothing but who of equal weights gets the penny', () => {
    const shuffled = soundWeights.chain(weights => fc.tuple(fc.constant(weights), fc.shuffledSubarray(weights, { minLength: weights.length })))
    forAll([amounts, shuffled], (amount, [weights, others]) => {
      same(pairs(amount, others), pairs(amount, weights))
    })
  })
})

test('of all the ways to split a small amount it is one nearest to exact by least squares, ties to the larger weight, then the earlier', () => {
  const small = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 }).filter(weights => weights.some(weight => weight > 0))
  forAll([fc.integer({ min: 0, max: 9 }), small], (amount, weights) => {
    const whole = weights.reduce((a, b) => a + b, 0)
    const byWeight = [...weights.keys()].sort((a, b) => weights[b]! - weights[a]! || a - b)
    let best: number[] = []
    let least = Infinity
    // From the largest weight down, largest parts first: the first of equally near splits is the one that ties prefer.
    const extend = (parts: number[], left: number, distance: number): void => {
      if (distance >= least) return
      if (parts.length === byWeight.length) {
        if (left === 0) [best, least] = [parts, distance]
        return
      }
      const weight = weights[byWeight[parts.length]!]!
      for (let part = weight === 0 ? 0 : amount + 1; part >= (weight === 0 ? 0 : -1); part--) {
        extend([...parts, part], left - part, distance + (part * whole - amount * weight) ** 2)
      }
    }
    extend([], amount, 0)
    same(split(BigInt(amount), weights.map(BigInt)), weights.map((_, place) => BigInt(best[byWeight.indexOf(place)]!)))
  })
})
