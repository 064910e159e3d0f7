import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportion } from '../../src/domain/apportion.ts'
import { type Weights, weights as weightsOf } from '../../src/domain/drivers/weights.ts'
import { type Money, pence } from '../../src/domain/money.ts'
import { quartersOf, year } from '../../src/domain/period.ts'
import { ratio } from '../../src/domain/ratio.ts'
import { type Run, runsThrough } from '../../src/domain/run.ts'
import { counted } from '../models.ts'
import { amounts, forAll, holds, same, size, soundWeights, total } from '../properties.ts'

const quarters = quartersOf(year(2017))

const weighted = (weights: readonly bigint[]): Weights => weightsOf(counted('users'), weights.map(weight => ({ value: ratio(weight), sources: [] })))

/** The runs of a year: an amount for each quarter, and weights that hold all year or a set for each quarter. */
const through = (of: readonly bigint[], ...weights: readonly (readonly bigint[])[]): Run[] =>
  runsThrough(of.map((amount, place) => ({ quarter: quarters[place]!, amount: pence(amount), weights: weighted(weights[place] ?? weights[0]!) })))

const parts = (runs: readonly Run[]): bigint[][] => runs.flatMap(run => run.quarters.map(quarter => [...quarter.parts]))

const byPartner = (runs: readonly Run[]): bigint[] => parts(runs).reduce((a, b) => a.map((part, place) => part + b[place]!))

describe('a year of unchanged weights', () => {
  test('a penny a quarter by 1 and 1 is 1, 1, 2, 2 for the first so far and 0, 1, 1, 2 for the second: 2 each over the year', () => {
    expect(parts(through([1n, 1n, 1n, 1n], [1n, 1n]))).toEqual([[1n, 0n], [0n, 1n], [1n, 0n], [0n, 1n]])
  })

  test('10p a quarter by 2 and 1 is 7, 13, 20, 27 so far: each quarter is the difference', () => {
    expect(parts(through([10n, 10n, 10n, 10n], [2n, 1n]))).toEqual([[7n, 3n], [6n, 4n], [7n, 3n], [7n, 3n]])
  })

  test('a quarter that takes back what came before leaves nobody owing', () => {
    expect(parts(through([5n, -5n, 0n, 0n], [1n, 1n, 1n]))).toEqual([[2n, 2n, 1n], [-2n, -2n, -1n], [0n, 0n, 0n], [0n, 0n, 0n]])
  })

  test('is one run', () => expect(through([1n, 2n, 0n, 3n], [2n, 1n]).map(run => run.quarters.length)).toEqual([4]))

  test('the Alabama paradox: 10p and then a penny by 6, 6 and 2 is 4, 4, 2 and then 5, 5, 1 so far, so the third gets a penny back', () => {
    expect(parts(through([10n, 1n, 0n, 0n], [6n, 6n, 2n])).slice(0, 2)).toEqual([[4n, 4n, 2n], [1n, 1n, -1n]])
  })

  test('gives each partner what the year apportioned at once would', () => {
    forAll([fc.array(amounts, { minLength: 4, maxLength: 4 }), soundWeights], (of, weights) => {
      same(byPartner(through(of, weights)), apportion(pence(total(of)), weights))
    })
  })

  test('is at the end of every quarter less than a penny from exact for each partner', () => {
    forAll([fc.array(amounts, { minLength: 4, maxLength: 4 }), soundWeights], (of, weights) => {
      const whole = total(weights)
      const soFar = weights.map(() => 0n)
      for (const [quarter, within] of parts(through(of, weights)).entries()) {
        for (const [place, part] of within.entries()) {
          soFar[place]! += part
          holds(size(soFar[place]! * whole - total(of.slice(0, quarter + 1)) * weights[place]!) < whole, `${soFar} in quarter ${quarter}`)
        }
      }
    })
  })
})

describe('weights that change', () => {
  test('start a new run: 1p by 1 and 1, then 1p a quarter by 1 and 2, which alone is 0, 1, 1 and 1, 1, 2 so far', () => {
    const runs = through([1n, 1n, 1n, 1n], [1n, 1n], [1n, 2n], [1n, 2n], [1n, 2n])
    expect(runs.map(run => run.quarters.length)).toEqual([1, 3])
    expect(parts(runs)).toEqual([[1n, 0n], [0n, 1n], [1n, 0n], [0n, 1n]])
  })

  test('and change back start a third, which does not make up for the first', () => {
    const runs = through([1n, 0n, 1n, 0n], [1n, 1n], [1n, 0n], [1n, 1n], [1n, 1n])
    expect(runs.map(run => [...run.weights.whole])).toEqual([[1n, 1n], [1n, 0n], [1n, 1n]])
    expect(parts(runs)).toEqual([[1n, 0n], [0n, 0n], [1n, 0n], [0n, 0n]])
  })

  test('and weigh nothing for a quarter without cost need not be sound', () => {
    expect(parts(through([4n, 0n, 4n, 0n], [1n, 1n], [0n, 0n], [1n, 1n], [1n, -1n]))).toEqual([[2n, 2n], [0n, 0n], [2n, 2n], [0n, 0n]])
  })
})

describe('whatever the weights of each quarter', () => {
  const partners = fc.integer({ min: 1, max: 4 })
  const amount = fc.oneof(fc.constant(pence(0n)), amounts)
  const sometimes = partners.chain(count => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 3n }), { minLength: count, maxLength: count }).map(of => (total(of) > 0n ? of : of.with(0, 1n)))
    return fc.tuple(fc.array(amount, { minLength: 4, maxLength: 4 }), fc.array(weights, { minLength: 4, maxLength: 4 }))
  })

  const whatever = (truth: (of: readonly Money[], weights: readonly bigint[][], runs: readonly Run[]) => void): void =>
    forAll([sometimes], ([of, weights]) => truth(of, weights, through(of, ...weights)))

  test('every quarter is there once, in its order, with its amount, and its parts sum to it', () => {
    whatever((of, _, runs) => {
      const all = runs.flatMap(run => run.quarters)
      same(all.map(({ quarter }) => quarter), quarters)
      same(all.map(quarter => total(quarter.parts)), of)
      same(all.map(quarter => quarter.amount), of)
    })
  })

  test('a quarter without cost has no charge for anyone, and a partner of no weight none in any quarter', () => {
    whatever((of, weights, runs) => {
      for (const [quarter, within] of parts(runs).entries()) {
        for (const [place, part] of within.entries()) {
          holds((of[quarter] !== 0n && weights[quarter]![place] !== 0n) || part === 0n, `${part} in quarter ${quarter}`)
        }
      }
    })
  })

  test('a run lasts for as long as its weights, and each is what it would be apportioned at once', () => {
    whatever((_, weights, runs) => {
      let from = 0
      for (const run of runs) {
        const within = weights.slice(from, from + run.quarters.length).map(String)
        holds(new Set(within).size === 1 && String(weights[from - 1]) !== within[0], `a run of ${within.length}`)
        same(byPartner([run]), apportion(pence(total(run.quarters.map(quarter => quarter.amount))), weights[from]!))
        from += run.quarters.length
      }
      same([from], [4])
    })
  })
})
