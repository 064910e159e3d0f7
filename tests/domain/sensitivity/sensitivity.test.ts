import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linkToIndex } from '../../../src/domain/index-linking.ts'
import { pence } from '../../../src/domain/money.ts'
import { multiply, one, type Ratio, ratio, roundHalfAway, subtract } from '../../../src/domain/ratio.ts'
import { figureIn, type Watched } from '../../../src/domain/sensitivity/figure.ts'
import { type Input, inputsIn, inputsOf } from '../../../src/domain/sensitivity/inputs.ts'
import { oneValueIn } from '../../../src/domain/sensitivity/one-value.ts'
import { sensitivity } from '../../../src/domain/sensitivity/sensitivity.ts'
import type { Variable } from '../../../src/domain/sensitivity/variable.ts'
import { alone, at, baselineLine, byYear, costLine, everyYear, model, planOf } from '../../models.ts'
import { total } from '../../properties.ts'
import { models } from '../../random-models.ts'
import { amountsOf, based, baselineIn, countsOf, figureUnder, rateOf, thousandth, watched } from './varying.ts'

const tenth = ratio(1n, 10n)
const own = { rule: 'legacy', driver: alone('A') } as const

/** A saves £10.00 of £100.00: staff cost it £60.00, and of £50.00 shared it bears three fifths. */
const small = model({
  baseline: [baselineLine('A', { '2017/18': '100.00' })], counts: { users: { A: { '2017/18': 3 }, B: { '2017/18': 2 } } },
  budget: [costLine('staff', { '2017/18': '60.00' }, own), costLine('waste', { '2017/18': '50.00' })],
})

describe('by hand', () => {
  const { base, tried, idle, unplanned } = sensitivity(based(small), inputsOf(small, tenth), watched('saving', '2017/18', 'A'))

  test('each input is a tenth less and a tenth more, the widest first', () => {
    expect(base).toBe(1000n)
    expect(tried.map(({ variable, low, high, width }) => [variable.kind, low.figure, high.figure, low.difference, high.difference, width])).toEqual([
      ['amounts', 0n, 2000n, -1000n, 1000n, 2000n],
      ['amounts', 1600n, 400n, 600n, -600n, 1200n],
      ['amounts', 1300n, 700n, 300n, -300n, 600n],
      // 50.00 by 2.7 and 2 is 28.72, by 3.3 and 2 it is 31.13; by 3 and 1.8 it is 31.25, by 3 and 2.2 it is 28.85.
      ['counts', 1128n, 887n, 128n, -113n, 241n],
      ['counts', 875n, 1115n, -125n, 115n, 240n],
    ])
    expect([idle, unplanned]).toEqual([0, []])
  })

  test('and the one amount or count that it comes to is told', () => {
    expect(tried.map(({ low, high }) => [low.itself, high.itself])).toEqual([
      [{ kind: 'amount', value: 9000n }, { kind: 'amount', value: 11000n }], [{ kind: 'amount', value: 5400n }, { kind: 'amount', value: 6600n }],
      [{ kind: 'amount', value: 4500n }, { kind: 'amount', value: 5500n }],
      [{ kind: 'count', value: ratio(27n, 10n) }, { kind: 'count', value: ratio(33n, 10n) }], [{ kind: 'count', value: ratio(9n, 5n) }, { kind: 'count', value: ratio(11n, 5n) }],
    ])
  })
})

test('what makes no difference is counted, also an index without a rate and a count past the plan', () => {
  const of = model({
    indexation: new Map([['pay', byYear({ '2030/31': 2 })], ['prices', everyYear(2)]]), counts: { users: { A: { '2017/18': 3 } }, calls: { A: { '2030/31': 1 } } },
    budget: [costLine('waste', { '2017/18': '50.00' })],
  })
  const { tried, idle, unplanned } = sensitivity(based(of), inputsOf(of, tenth), watched('cost', '2017/18', 'A'))
  expect([tried.map(({ variable }) => variable.kind), idle, unplanned]).toEqual([['amounts'], 4, []])
})

test('what has no plan at an end is told apart, with the reason', () => {
  const nobody = { ...countsOf('users', 'A'), adjustment: { how: 'set', by: { central: one, range: { kind: 'uniform', low: ratio(0n), high: ratio(2n) } } } } as Variable
  const of = model({ counts: { users: { A: { '2017/18': 3 } } }, budget: [costLine('waste', { '2017/18': '50.00' })] })
  const backwards: Input = { variable: nobody, low: ratio(2n), high: ratio(0n) }
  const { tried, idle, unplanned } = sensitivity(based(of, [nobody]), [...inputsIn([nobody]), backwards], watched('cost', '2017/18', 'A'))
  expect([tried, idle, unplanned.map(({ why }) => why.code)]).toEqual([[], 0, ['no-weights', 'no-weights']])
})

test('the width is that of the bar where both ends lie on one side of the base', () => {
  const of = model({ budget: [costLine('staff', { '2017/18': '60.00' }, own)] })
  const input: Input = { variable: amountsOf('staff'), low: ratio(3n, 2n), high: ratio(2n) }
  expect(sensitivity(based(of), [input], watched('cost', '2017/18', 'A')).tried).toMatchObject([{ low: { difference: 3000n }, high: { difference: 6000n }, width: 6000n }])
})

describe('the ranges of scenarios', () => {
  const ranged = (variable: Variable, range: object): Variable => ({ ...variable, adjustment: { how: 'scale', by: { central: one, range } } }) as Variable
  const ends = (range: object): Ratio[] => inputsIn([ranged(amountsOf('staff'), range)]).flatMap(({ low, high }) => [low, high])

  test('have a low and a high end: a tenth of cases lies beyond each end of a normal curve', () => {
    expect(ends({ kind: 'triangular', low: ratio(1n), likely: ratio(2n), high: ratio(4n) })).toEqual([ratio(1n), ratio(4n)])
    expect(ends({ kind: 'uniform', low: ratio(1n), high: ratio(4n) })).toEqual([ratio(1n), ratio(4n)])
    expect(ends({ kind: 'normal', mean: ratio(10n), deviation: ratio(5n) })).toEqual([ratio(36n, 10n), ratio(164n, 10n)])
    const values = [3n, 1n, 2n, 4n, 3n].map(of => ({ value: ratio(of), chance: ratio(1n, 5n) }))
    expect(ends({ kind: 'discrete', values })).toEqual([ratio(1n), ratio(4n)])
  })

  test('are tried alone, the other changes at their central values', () => {
    const staff = ranged(amountsOf('staff'), { kind: 'uniform', low: ratio(1n, 2n), high: ratio(3n, 2n) })
    const half = { kind: 'start', at: at(1), share: { central: ratio(1n, 2n), range: { kind: 'uniform', low: ratio(1n, 4n), high: ratio(1n) } } } as Variable
    const fixedOne: Variable = { ...amountsOf('waste'), adjustment: { how: 'set', by: { central: ratio(2000n) } } } as Variable
    const leave = { kind: 'delay', at: at(1), target: { line: 'waste' }, quarters: 0 } as const
    const changes = [half, fixedOne, staff, leave]
    const { base, tried } = sensitivity(based(small, changes), inputsIn(changes), watched('cost', '2017/18', 'A'))
    // The start makes 60.00 and 50.00 together £50.00, staff £27.27; then waste is £20.00, £12.00 of it for A, whatever staff is.
    expect(base).toBe(3927n)
    expect(tried.map(({ variable, low, high }) => [variable, low.figure, high.figure, low.itself])).toEqual([
      // A quarter and all of £100.00 by 60 and 50 is £13.64 and £54.55 of staff.
      [half, 2564n, 6655n, undefined], [staff, 2564n, 5291n, { kind: 'amount', value: 1364n }],
    ])
  })
})

describe('what a variable comes to', () => {
  const of = model({
    years: '2017/18 to 2018/19', indexation: new Map([['pay', byYear({ '2017/18': 1, '2018/19': 2 })], ['none', byYear({})]]),
    baseline: [baselineLine('A', { '2017/18': '10.00', '2018/19': '20.00' }), baselineLine('B', { '2017/18': '10.00', '2018/19': '10.00' })],
    counts: { users: { A: { '2017/18': 3, '2018/19': 4 }, B: { '2017/18': 3 } }, 'users:one': { A: { '2018/19': 7 } } },
    budget: [costLine('old', { '2018/19': '5.00' }), costLine('older', { '2017/18': '5.00', '2018/19': '6.00' })],
  })
  const plan = planOf(of)
  test.each<[string, Variable, unknown]>([
    ['one rate in the years that are meant', rateOf('pay', '2018/19 Q1'), ratio(1n, 50n)],
    ['no one rate where they differ', rateOf('pay'), undefined],
    ['no rate of an index that has none', rateOf('none'), undefined],
    ['no rate of an index that is not there', rateOf('nothing'), undefined],
    ['one count of one partner', countsOf('users', 'B'), ratio(3n)],
    ['the count that is in force from then on', countsOf('users', 'A', '2018/19 Q1'), ratio(4n)],
    ['no one count where it changes', countsOf('users', 'A'), undefined],
    ['no one count of two partners', countsOf('users'), undefined],
    ['one count of the drivers that a pattern means', countsOf('users:*'), ratio(7n)],
    ['the one amount of a line, whatever years are nil', amountsOf('old'), 500n],
    ['no one amount where it changes', amountsOf('older'), undefined],
    ['the amount of the years that are meant', amountsOf('older', '2018/19 Q1'), 600n],
    ['no amount of a part of a year', amountsOf('old', '2018/19 Q2'), undefined],
    ['no one amount of two lines', amountsOf('old*'), undefined],
    ['no amount of what is nil', amountsOf('nil'), undefined],
    ['one baseline of one partner', baselineIn('staff', 'B'), 1000n],
    ['no one baseline of two', baselineIn('staff'), undefined],
  ])('is %s', (_, variable, value) => {
    expect(oneValueIn(plan, variable)?.value).toEqual(value)
  })
})

describe('of random models', () => {
  const drawn = fc.tuple(models, fc.integer({ min: 1, max: 999 }), fc.constantFrom('saving', 'cost', 'cumulative-saving'), fc.nat(1000), fc.nat(1000)).map(([of, by, measure, year, partner]) => {
    const partners = of.partners.map(({ id }) => id)
    const figure: Watched = { measure, year: of.years[year % of.years.length]!, partners: partner % 2 === 0 ? partners : [partners[partner % partners.length]!] }
    return { of, by: thousandth(by), figure }
  })

  test('each difference is that of the plans, reported another way; none is missing, and the widest come first', () => {
    fc.assert(fc.property(drawn, ({ of, by, figure }) => {
      const inputs = inputsOf(of, by)
      const { base, tried, idle, unplanned } = sensitivity(based(of), inputs, figure)
      expect(tried.length + idle + unplanned.length).toBe(inputs.length)
      for (const { variable, low, high, width } of tried) {
        for (const end of [low, high]) expect([end.figure, end.difference]).toEqual([figureUnder(of, variable, end.value, figure), end.figure - base])
        expect([low.value, high.value]).toEqual([subtract(one, by), ratio(by.denominator + by.numerator, by.denominator)])
        const ends = [base, low.figure, high.figure].sort((a, b) => (a < b ? -1 : 1))
        expect(width).toBe(ends[2]! - ends[0]!)
      }
      expect(tried.every(({ width }, place) => width > 0n && (place === 0 || width <= tried[place - 1]!.width))).toBe(true)
      for (const { variable, low, high } of inputs.filter(input => !tried.some(each => each.variable === input.variable))) {
        const [below, above] = [low, high].map(value => figureUnder(of, variable, value, figure))
        if (!unplanned.some(each => each.variable === variable)) expect([below ?? base, above ?? base]).toEqual([base, base])
      }
    }), { numRuns: 100 })
  })

  test('a line that is scaled moves the whole cost of a year by its own rounding and nothing else', () => {
    fc.assert(fc.property(drawn, fc.nat(1000), ({ of, by }, which) => {
      const line = of.budget[which % of.budget.length]!
      const year = of.years[which % of.years.length]!
      const { linked } = linkToIndex(line, of)
      const { total: whole, origin } = linked.years.get(year)!
      const exact = origin.kind === 'quarters' ? ratio(whole) : origin.exact
      const wanted = [subtract(one, by), ratio(by.denominator + by.numerator, by.denominator)].map(factor => roundHalfAway(multiply(exact, factor)) - whole)
      const everyone = { measure: 'cost', year, partners: of.partners.map(({ id }) => id) } as const
      const input = inputsOf(of, by).find(({ variable }) => variable.kind === 'amounts' && variable.target.line === line.id)!
      const { tried, unplanned } = sensitivity(based(of), [input], everyone)
      if (unplanned.length > 0) return
      expect(tried.length === 0 ? [0n, 0n] : [tried[0]!.low.difference, tried[0]!.high.difference]).toEqual(wanted)
    }), { numRuns: 300 })
  })

  test('the saving so far is the sum of the savings', () => {
    fc.assert(fc.property(drawn, ({ of, figure: { year, partners } }) => {
      const plan = planOf(of)
      const before = of.years.filter(each => each <= year)
      expect(figureIn(plan, { measure: 'cumulative-saving', year, partners })).toBe(pence(total(before.map(each => figureIn(plan, { measure: 'saving', year: each, partners })))))
    }), { numRuns: 150 })
  })
})
