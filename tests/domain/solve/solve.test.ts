import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Money, pence } from '../../../src/domain/money.ts'
import type { Model } from '../../../src/domain/model.ts'
import { ratio } from '../../../src/domain/ratio.ts'
import { inputsOf } from '../../../src/domain/sensitivity/inputs.ts'
import type { Watched } from '../../../src/domain/sensitivity/figure.ts'
import type { Variable } from '../../../src/domain/sensitivity/variable.ts'
import { type Solution, solve, usualInterval, valueAt } from '../../../src/domain/solve/solve.ts'
import { alone, baselineLine, costLine, everyYear, model } from '../../models.ts'
import { models } from '../../random-models.ts'
import { amountsOf, based, baselineIn, countsOf, figureUnder, rateOf, thousandth, watched } from '../sensitivity/varying.ts'

const solved = (of: Model, variable: Variable, figure: Watched, target = 0n, between = usualInterval(variable)): Solution => {
  const { value, diagnostics } = solve(based(of), { variable, watched: figure, target: pence(target), between })
  expect(diagnostics).toEqual([])
  return value!
}

const own = { rule: 'legacy', driver: alone('A') } as const
const pay = new Map([['pay', everyYear(2)]])

describe('the value at which a saving is gone', () => {
  test('of a rate: 90.00 at 11.1056% is 99.99504, which is 100.00 in whole pence, and at 11.1055% 99.99495', () => {
    const of = model({
      years: '2017/18 to 2018/19', partners: ['A'], indexation: pay,
      baseline: [baselineLine('A', { '2017/18': '100.00', '2018/19': '100.00' })], budget: [costLine('staff', { '2017/18': '90.00' }, { ...own, index: 'pay' })],
    })
    const { answers, base } = solved(of, rateOf('pay'), watched('saving', '2018/19', 'A'))
    expect(answers).toEqual([{
      before: { place: 111_055n, figure: 1n }, at: { place: 111_056n, figure: 0n }, after: { place: 111_057n, figure: 0n }, itself: { kind: 'rate', value: ratio(111_056n, 1_000_000n) },
    }])
    expect(base).toEqual({ figure: 820n, itself: { kind: 'rate', value: ratio(1n, 50n) } })
  })

  test('of a rate from the third year: 90.00 is 91.80 in the second, and from 8.9270% on 100.00', () => {
    const of = model({
      years: '2017/18 to 2019/20', partners: ['A'], indexation: pay,
      baseline: [baselineLine('A', { '2017/18': '100.00', '2018/19': '100.00', '2019/20': '100.00' })], budget: [costLine('staff', { '2017/18': '90.00' }, { ...own, index: 'pay' })],
    })
    const { answers, base } = solved(of, rateOf('pay', '2019/20 Q1'), watched('saving', '2019/20', 'A'))
    // 99.995 / 91.80 is 1.0892701…: 1.089270 falls short of it, and 1.089271 does not.
    expect(answers.map(({ before, at }) => [before, at])).toEqual([[{ place: 89_270n, figure: 1n }, { place: 89_271n, figure: 0n }]])
    expect(base.itself).toEqual({ kind: 'rate', value: ratio(1n, 50n) })
  })

  test('of an amount: past nil with the step where a step is worth more than a penny', () => {
    const of = model({ partners: ['A'], baseline: [baselineLine('A', { '2017/18': '100000000.37' })], budget: [costLine('staff', { '2017/18': '90000000.00' }, own)] })
    expect(solved(of, amountsOf('staff'), watched('saving', '2017/18', 'A')).answers).toEqual([{
      before: { place: 1_111_111n, figure: 1037n }, at: { place: 1_111_112n, figure: -7963n }, after: { place: 1_111_113n, figure: -16963n },
      itself: { kind: 'amount', value: 10_000_008_000n },
    }])
  })

  test('of a baseline: 100.00 at 89.9950% is 89.995, which is 90.00', () => {
    const of = model({ partners: ['A'], baseline: [baselineLine('A', { '2017/18': '100.00' })], budget: [costLine('staff', { '2017/18': '90.00' }, own)] })
    expect(solved(of, baselineIn('staff', 'A'), watched('saving', '2017/18', 'A')).answers).toMatchObject([{ before: { place: 899_949n, figure: -1n }, at: { place: 899_950n, figure: 0n } }])
  })
})

describe('the users at which a partner bears half', () => {
  const users = { users: { A: { '2017/18': 2 }, B: { '2017/18': 3 } } }

  test('of 2 to 3 users: 100.00 by 2.999402 and 3 is 49.9950… each way, the penny left over to the larger remainder', () => {
    const of = model({ counts: users, budget: [costLine('waste', { '2017/18': '100.00' })] })
    const { answers } = solved(of, countsOf('users', 'A'), watched('cost', '2017/18', 'A'), 5000n)
    // Half a penny more than 4,999 takes more than 0.49995 of the weights: 2.99970 users over 1.0001.
    expect(answers[0]).toMatchObject({ before: { place: 1_499_700n, figure: 4999n }, at: { place: 1_499_701n, figure: 5000n }, itself: { kind: 'count', value: ratio(2_999_402n, 1_000_000n) } })
  })

  test('where nobody else is counted there is no plan without any, and one user bears as much as another', () => {
    const of = model({ counts: { users: { A: { '2017/18': 2 } } }, budget: [costLine('waste', { '2017/18': '100.00' })] })
    const { answers, searched } = solved(of, countsOf('users'), watched('cost', '2017/18', 'A'), 5000n)
    expect([answers, searched]).toEqual([[], { ends: [{ place: 1n, figure: 10000n }, { place: 2_000_000n, figure: 10000n }], nearest: { place: 1n, figure: 10000n }, scanned: 65, unplanned: 1 }])
  })
})

test('a target that is met where the search begins is told as such', () => {
  const of = model({ budget: [costLine('waste', { '2017/18': '100.00' }, own)] })
  expect(solved(of, amountsOf('waste'), watched('cost', '2017/18', 'A')).answers).toEqual([{ at: { place: 0n, figure: 0n }, after: { place: 1n, figure: 0n } }])
})

test('the base may have changes, and what is varied is varied after them', () => {
  const of = model({ baseline: [baselineLine('A', { '2017/18': '100.00' })], budget: [costLine('waste', { '2017/18': '25.00' }, own)] })
  const twice = { ...amountsOf('waste'), adjustment: { how: 'scale', by: { central: ratio(2n) } } } as Variable
  const { value } = solve(based(of, [twice]), { variable: amountsOf('waste'), watched: watched('cost', '2017/18', 'A'), target: pence(7500n), between: { from: 0n, to: 2_000_000n } })
  expect(value!.base.figure).toBe(5000n)
  expect(value!.answers[0]!.at).toEqual({ place: 1_499_900n, figure: 7500n })
})

test('what means nothing in the model is a fault', () => {
  const of = model({ counts: { users: { A: { '2017/18': 2 } } }, budget: [costLine('waste', { '2017/18': '100.00' })], baseline: [baselineLine('A', { '2017/18': '1.00' })] })
  for (const variable of [countsOf('users', 'B'), baselineIn('staff', 'B')]) {
    const { value, diagnostics } = solve(based(of), { variable, watched: watched('cost', '2017/18', 'A'), target: pence(0n), between: { from: 0n, to: 10n } })
    expect([value, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['touches-nothing']])
  }
})

/** Any input of a model, any figure of it, and where to look. */
const questions = fc.tuple(models, fc.nat(1000), fc.constantFrom('saving', 'cost', 'cumulative-saving'), fc.nat(1000), fc.nat(1000)).map(([of, which, measure, year, partner]) => {
  const inputs: Variable[] = [...inputsOf(of, thousandth(100)).map(({ variable }) => variable), rateOf('pay')]
  const partners = of.partners.map(({ id }) => id)
  const figure: Watched = { measure, year: of.years[year % of.years.length]!, partners: partner % 2 === 0 ? partners : [partners[partner % partners.length]!] }
  return { of, variable: inputs[which % inputs.length]!, figure }
})

const sideOf = (figure: Money, target: bigint): number => (figure < target ? -1 : figure > target ? 1 : 0)

describe('of random models', () => {
  test('the sides of an answer differ, planned another way, and an answer is found where the ends are on two sides', () => {
    fc.assert(fc.property(questions, fc.integer({ min: 0, max: 2_000_000 }), ({ of, variable, figure }, goal) => {
      const at = (place: bigint): Money | undefined => figureUnder(of, variable, valueAt(place), figure)
      const between = { from: 0n, to: 2_000_000n }
      const target = at(BigInt(goal)) ?? 0n
      const { value, diagnostics } = solve(based(of), { variable, watched: figure, target: pence(target), between })
      if (value === undefined) return void expect(diagnostics.map(({ code }) => code)).toEqual(['touches-nothing'])
      for (const answer of value.answers) {
        expect(at(answer.at.place)).toBe(answer.at.figure)
        const before = answer.before && at(answer.before.place)
        expect(before).toBe(answer.before?.figure)
        if (sideOf(answer.at.figure, target) === 0) expect(before === undefined || before !== target).toBe(true)
        else expect(sideOf(before!, target)).toBe(-sideOf(answer.at.figure, target))
      }
      const [low, high] = [at(between.from), at(between.to)]
      if (low !== undefined && high !== undefined && sideOf(low, target) !== sideOf(high, target)) expect(value.answers.length).toBeGreaterThan(0)
    }), { numRuns: 150 })
  })

  test('on a small grid, the answers are those that planning at every value finds, and none where it finds none', () => {
    fc.assert(fc.property(questions, fc.integer({ min: 0, max: 1_500_000 }), fc.integer({ min: 1, max: 60 }), fc.nat(60), fc.integer({ min: -1, max: 1 }), ({ of, variable, figure }, from, size, goal, off) => {
      const places = Array.from({ length: size + 1 }, (_, step) => BigInt(from + step))
      const figures = places.map(place => figureUnder(of, variable, valueAt(place), figure))
      const target = (figures[goal % figures.length] ?? 0n) + BigInt(off)
      const { value } = solve(based(of), { variable, watched: figure, target: pence(target), between: { from: places[0]!, to: places.at(-1)! } })
      const wanted = places.filter((_, which) => {
        const [before, now] = [figures[which - 1], figures[which]]
        return now !== undefined && (before === undefined ? now === target : before !== target && sideOf(before, target) !== sideOf(now, target))
      })
      if (value !== undefined) expect(value.answers.map(({ at }) => at.place)).toEqual(wanted)
    }), { numRuns: 150 })
  })
})
