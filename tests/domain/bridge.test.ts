import { describe, expect, test } from 'vitest'
import { addBridges, type Bridged, steps } from '../../src/domain/bridge.ts'
import { planDifference } from '../../src/domain/difference.ts'
import type { Model, Partner } from '../../src/domain/model.ts'
import { inPounds } from '../../src/domain/money.ts'
import { yearName } from '../../src/domain/period.ts'
import { alone, baselineLine, blend, costLine, counted, model, percent, planOf, quarterNamed } from '../models.ts'

const between = (before: Model, after: Model): readonly Bridged[] => planDifference(planOf(before), planOf(after)).bridges

/** By partner: what it bore, the steps that are not nil, and what it bears. */
function walked(before: Model, after: Model, line = 'waste', year = '2017/18'): Record<string, Record<string, string>> {
  const own = between(before, after).filter(bridged => bridged.line === line && yearName(bridged.span.year!) === year)
  return Object.fromEntries(own.map(bridged => [bridged.partner, Object.fromEntries(
    (['from', ...steps, 'to'] as const).filter(measure => measure === 'from' || measure === 'to' || bridged[measure] !== 0n).map(measure => [measure, inPounds(bridged[measure])]))]))
}

type Counts = Readonly<Record<string, number>>

const byUsers = (users: Counts): NonNullable<Parameters<typeof model>[0]['counts']>['users'] => Object.fromEntries(Object.entries(users).map(([partner, count]) => [partner, { '2017/18': count }]))

const waste = (amount: string, users: Counts, terms: Parameters<typeof model>[0] = {}): Model =>
  model({ budget: [costLine('waste', { '2017/18': amount })], counts: { users: byUsers(users) }, ...terms })

describe('a single step', () => {
  test('price: 1,000 is 1,300 by 60 and 40 users, so 300 × 60/100 and 300 × 40/100', () => {
    expect(walked(waste('1000.00', { A: 60, B: 40 }), waste('1300.00', { A: 60, B: 40 }))).toEqual({
      A: { from: '600.00', price: '180.00', to: '780.00' }, B: { from: '400.00', price: '120.00', to: '520.00' },
    })
  })

  test('volume and share: 1,200 by 60 and 40 is by 80 and 40, so A has 1,200 × (60/120 - 60/100) = -120 and 1,200 × 20/120 = 200, B 1,200 × (40/120 - 40/100) = -80', () => {
    expect(walked(waste('1200.00', { A: 60, B: 40 }), waste('1200.00', { A: 80, B: 40 }))).toEqual({
      A: { from: '720.00', volume: '-120.00', share: '200.00', to: '800.00' }, B: { from: '480.00', volume: '-80.00', to: '400.00' },
    })
  })

  test('share alone: 1,000 by 60 and 40 is by 50 and 50, of 100 as before', () => {
    expect(walked(waste('1000.00', { A: 60, B: 40 }), waste('1000.00', { A: 50, B: 50 }))).toEqual({
      A: { from: '600.00', share: '-100.00', to: '500.00' }, B: { from: '400.00', share: '100.00', to: '500.00' },
    })
  })

  test('partners: C joins in Q3 with 1 of what was 3 and 1, so two quarters of 500 × (3/5 - 3/4) = -75, 500 × (1/5 - 1/4) = -25 and 500 × 1/5 = 100', () => {
    const joining = (joins: string): Model => waste('2000.00', { A: 3, B: 1, C: 1 }, { partners: ['A', 'B', { id: 'C', name: 'C', joins: quarterNamed(joins) }] })
    expect(walked(joining('2018/19 Q1'), joining('2017/18 Q3'))).toEqual({
      A: { from: '1500.00', partners: '-150.00', to: '1350.00' }, B: { from: '500.00', partners: '-50.00', to: '450.00' }, C: { from: '0.00', partners: '200.00', to: '200.00' },
    })
  })

  test('method: 900 by 60 and 40 users is by 1 and 2 calls, so 900 × (1/3 - 60/100) = -240', () => {
    const by = (name: string): Model => model({ counts: { users: byUsers({ A: 60, B: 40 }), calls: byUsers({ A: 1, B: 2 }) }, budget: [costLine('waste', { '2017/18': '900.00' }, { driver: counted(name) })] })
    expect(walked(by('users'), by('calls'))).toEqual({ A: { from: '540.00', method: '-240.00', to: '300.00' }, B: { from: '360.00', method: '240.00', to: '600.00' } })
  })

  test('rounding: 0.01 more by 60 and 40 users is 0.006 and 0.004, shown 0.01 and 0.00, but 100.01 and 100.02 leave A with 60.01 and B with 40.00 and 40.01', () => {
    expect(walked(waste('100.01', { A: 60, B: 40 }), waste('100.02', { A: 60, B: 40 }))).toEqual({
      A: { from: '60.01', price: '0.01', rounding: '-0.01', to: '60.01' }, B: { from: '40.00', rounding: '0.01', to: '40.01' },
    })
  })

  test('is nil where nothing changed', () => {
    const same = waste('1000.00', { A: 60, B: 40 })
    expect(walked(same, same)).toEqual({ A: { from: '600.00', to: '600.00' }, B: { from: '400.00', to: '400.00' } })
  })
})

describe('steps together', () => {
  test('1,000 by 60 and 40 is 1,200 by 80 and 40: A has 200 × 60/100 = 120 of price, -120 of volume and 200 of share; B 80 and -80', () => {
    expect(walked(waste('1000.00', { A: 60, B: 40 }), waste('1200.00', { A: 80, B: 40 }))).toEqual({
      A: { from: '600.00', price: '120.00', volume: '-120.00', share: '200.00', to: '800.00' }, B: { from: '400.00', price: '80.00', volume: '-80.00', to: '400.00' },
    })
  })

  test('every step at once: 1,000 by 3 and 1 users is 1,200 by 4 and 2, with 2 of C, and then by 1, 1 and 2 calls', () => {
    // A: price 200 × 3/4 = 150; volume 1200 × (3/6 - 3/4) = -300; share 1200 × 1/6 = 200; partners 1200 × (4/8 - 4/6) = -200; method 1200 × (1/4 - 4/8) = -300
    // B: price 200 × 1/4 = 50; volume 1200 × (1/6 - 1/4) = -100; share 1200 × 1/6 = 200; partners 1200 × (2/8 - 2/6) = -100; method nil
    // C: partners 1200 × 2/8 = 300; method 1200 × (2/4 - 2/8) = 300
    const before = model({ counts: { users: byUsers({ A: 3, B: 1 }) }, budget: [costLine('waste', { '2017/18': '1000.00' })] })
    const after = model({ partners: ['A', 'B', 'C'], counts: { users: byUsers({ A: 4, B: 2, C: 2 }), calls: byUsers({ A: 1, B: 1, C: 2 }) }, budget: [costLine('waste', { '2017/18': '1200.00' }, { driver: counted('calls') })] })
    expect(walked(before, after)).toEqual({
      A: { from: '750.00', price: '150.00', volume: '-300.00', share: '200.00', partners: '-200.00', method: '-300.00', to: '300.00' },
      B: { from: '250.00', price: '50.00', volume: '-100.00', share: '200.00', partners: '-100.00', to: '300.00' },
      C: { from: '0.00', partners: '300.00', method: '300.00', to: '600.00' },
    })
  })

  test('add up, line by line and partner by partner', () => {
    const [a, b] = between(waste('1000.00', { A: 60, B: 40 }), waste('1200.00', { A: 80, B: 40 }))
    expect(addBridges([a!, b!])).toEqual({ from: 100_000n, price: 20_000n, volume: -20_000n, share: 20_000n, partners: 0n, method: 0n, rounding: 0n, to: 120_000n })
  })
})

describe('a partner that is there no more', () => {
  const three = waste('1200.00', { A: 60, B: 40, C: 20 }, { partners: ['A', 'B', 'C'] })

  test('keeps its count until it leaves: 60, 40 and 20 are 80, 40 and 20 and then 80 and 40', () => {
    // Volume is -171.43 in all: -85.714, -57.143 and -28.571 are -85.72, -57.14 and -28.57.
    // A: volume 1200 × (60/140 - 60/120) = -85.71; share 1200 × 20/140 = 171.43; partners 1200 × (80/120 - 80/140) = 114.29
    // C: volume 1200 × (20/140 - 20/120) = -28.57; partners -1200 × 20/140 = -171.43
    expect(walked(three, waste('1200.00', { A: 80, B: 40 }))).toEqual({
      A: { from: '600.00', volume: '-85.72', share: '171.43', partners: '114.29', to: '800.00' },
      B: { from: '400.00', volume: '-57.14', partners: '57.14', to: '400.00' },
      C: { from: '200.00', volume: '-28.57', partners: '-171.43', to: '0.00' },
    })
  })

  test('leaves all of it to the others by a blend too, and nothing else changes', () => {
    const blended = (partners: string[]): Model => waste('1200.00', { A: 60, B: 40, C: 20 }, {
      partners, blends: new Map([['mix', [{ driver: counted('users'), portion: percent(50) }, { driver: { kind: 'baseline' }, portion: percent(50) }]]]),
      baseline: partners.map(partner => baselineLine(partner, { '2017/18': '100.00' })), budget: [costLine('waste', { '2017/18': '1200.00' }, { driver: blend('mix') })],
    })
    // By half the users' share and a third each: A 1200 × (1/4 + 1/6), B 1200 × (1/6 + 1/6), C 1200 × (1/12 + 1/6); then A 1200 × (3/10 + 1/4).
    expect(walked(blended(['A', 'B', 'C']), { ...blended(['A', 'B']), counts: three.counts })).toEqual({
      A: { from: '500.00', partners: '160.00', to: '660.00' }, B: { from: '400.00', partners: '140.00', to: '540.00' }, C: { from: '300.00', partners: '-300.00', to: '0.00' },
    })
  })

  test('and whose place another takes, with as many users, is all of partners', () => {
    const of = (other: string): Model => waste('1000.00', { A: 60, [other]: 40 }, { partners: ['A', other] })
    expect(walked(of('B'), of('C'))).toEqual({ A: { from: '600.00', to: '600.00' }, B: { from: '400.00', partners: '-400.00', to: '0.00' }, C: { from: '0.00', partners: '400.00', to: '400.00' } })
  })

  test('bore a line alone that is shared now: all of it is method', () => {
    const before = waste('1200.00', { A: 60, B: 40, C: 20 }, { partners: ['A', 'B', 'C'], budget: [costLine('waste', { '2017/18': '1200.00' }, { rule: 'legacy', driver: alone('C') })] })
    expect(walked(before, waste('1200.00', { A: 60, B: 40 }))).toEqual({
      A: { from: '0.00', method: '720.00', to: '720.00' }, B: { from: '0.00', method: '480.00', to: '480.00' }, C: { from: '1200.00', method: '-1200.00', to: '0.00' },
    })
  })
})

describe('where there is nothing to weigh', () => {
  const without = model({ counts: { users: byUsers({ A: 60, B: 40 }) } })

  test('a new line is all price at its new share, and one that is gone all price at its old', () => {
    const present = waste('1000.00', { A: 60, B: 40 })
    expect(walked(without, present)).toEqual({ A: { from: '0.00', price: '600.00', to: '600.00' }, B: { from: '0.00', price: '400.00', to: '400.00' } })
    expect(walked(present, without)).toEqual({ A: { from: '600.00', price: '-600.00', to: '0.00' }, B: { from: '400.00', price: '-400.00', to: '0.00' } })
  })

  test('a line without a cost and without a count before is all price at the new share', () => {
    const before = waste('0.00', {}, { counts: {} })
    expect(walked(before, waste('1000.00', { A: 60, B: 40 }))).toEqual({ A: { from: '0.00', price: '600.00', to: '600.00' }, B: { from: '0.00', price: '400.00', to: '400.00' } })
    expect(walked(before, before)).toEqual({})
  })

  test('a line without a cost and without a count before is all price at what its old driver counts now, where there is such a count, and then method', () => {
    const after = model({ counts: { users: byUsers({ A: 60, B: 40 }), calls: byUsers({ A: 1, B: 1 }) }, budget: [costLine('waste', { '2017/18': '1000.00' }, { driver: counted('calls') })] })
    expect(walked(waste('0.00', {}, { counts: {} }), after)).toEqual({ A: { from: '0.00', price: '600.00', method: '-100.00', to: '500.00' }, B: { from: '0.00', price: '400.00', method: '100.00', to: '500.00' } })
  })

  test('a driver that is below nil for one of them now is passed over: all is method', () => {
    const spent = (a: string): Model['baseline'] => [baselineLine('A', { '2017/18': a }), baselineLine('B', { '2017/18': '300.00' })]
    const before = model({ baseline: spent('100.00'), budget: [costLine('waste', { '2017/18': '1000.00' }, { driver: { kind: 'baseline' } })] })
    expect(walked(before, waste('1000.00', { A: 60, B: 40 }, { baseline: spent('-100.00') }))).toEqual({ A: { from: '250.00', method: '350.00', to: '600.00' }, B: { from: '750.00', method: '-350.00', to: '400.00' } })
  })

  test('a driver that is gone, and counted anew under another name, is all method', () => {
    const after = model({ counts: { calls: byUsers({ A: 1, B: 1 }) }, budget: [costLine('waste', { '2017/18': '1000.00' }, { driver: counted('calls') })] })
    expect(walked(waste('1000.00', { A: 60, B: 40 }), after)).toEqual({ A: { from: '600.00', method: '-100.00', to: '500.00' }, B: { from: '400.00', method: '100.00', to: '500.00' } })
  })

  test('a category that only a partner without a successor had is not left to it alone', () => {
    const staffed = (categories: readonly string[], partners: string[]): Model => model({
      partners, baseline: partners.flatMap(partner => categories.map(category => baselineLine(partner, { '2017/18': '100.00' }, { category, id: category }))),
      budget: [costLine('waste', { '2017/18': '900.00' }, { driver: { kind: 'baseline', category: categories[0]! } })],
    })
    expect(walked(staffed(['staff'], ['A', 'B', 'C']), staffed(['other'], ['A', 'B']))).toEqual({
      A: { from: '300.00', method: '150.00', to: '450.00' }, B: { from: '300.00', method: '150.00', to: '450.00' }, C: { from: '300.00', method: '-300.00', to: '0.00' },
    })
  })

  test('a year that only one side has counts as nil on the other, and is all price', () => {
    const of = (years: string, users: Counts): Model => waste('1000.00', users, { years, budget: [costLine('waste', { '2017/18': '1000.00', '2018/19': '1000.00' })] })
    expect(walked(of('2017/18', { A: 60, B: 40 }), of('2017/18 to 2018/19', { A: 1, B: 1 }), 'waste', '2018/19')).toEqual({
      A: { from: '0.00', price: '500.00', to: '500.00' }, B: { from: '0.00', price: '500.00', to: '500.00' },
    })
    expect(walked(of('2017/18 to 2018/19', { A: 60, B: 40 }), of('2017/18', { A: 1, B: 1 }), 'waste', '2018/19')).toEqual({
      A: { from: '600.00', price: '-600.00', to: '0.00' }, B: { from: '400.00', price: '-400.00', to: '0.00' },
    })
  })
})

test('lines, years and partners of both sides stand in their order', () => {
  const c: Partner = { id: 'C', name: 'C' }
  const before = model({ partners: ['B', c], host: 'B', years: '2018/19', counts: { users: { B: { '2017/18': 1 } } }, budget: [costLine('z', { '2018/19': '1.00' }), costLine('b', { '2018/19': '1.00' })] })
  const after = model({ partners: ['A', 'B'], years: '2017/18', counts: { users: byUsers({ A: 1 }) }, budget: [costLine('a', { '2017/18': '1.00' })] })
  const { partners, spans, bridges } = planDifference(planOf(before), planOf(after))
  expect(partners).toEqual(['A', 'B', 'C'])
  expect(spans.map(({ year }) => yearName(year!))).toEqual(['2017/18', '2018/19'])
  expect(bridges.map(({ line, partner }) => line + partner)).toEqual(['aA', 'bB', 'zB'])
})

test('a blend of other portions is another method: £1,200 by half users and half baselines of 2 : 1, then all by users 60 : 40, is 760 then 720', () => {
  const blended = (users: number): Model => waste('1200.00', { A: 60, B: 40 }, {
    blends: new Map([['mix', users === 100 ? [{ driver: counted('users'), portion: percent(100) }] : [{ driver: counted('users'), portion: percent(users) }, { driver: { kind: 'baseline' }, portion: percent(100 - users) }]]]),
    baseline: [baselineLine('A', { '2017/18': '200.00' }), baselineLine('B', { '2017/18': '100.00' })], budget: [costLine('waste', { '2017/18': '1200.00' }, { driver: blend('mix') })],
  })
  // Half of 60/100 and half of 2/3 is 19/30, £760 of £1,200; all of 60/100 is £720.
  expect(walked(blended(50), blended(100))).toEqual({ A: { from: '760.00', method: '-40.00', to: '720.00' }, B: { from: '440.00', method: '40.00', to: '480.00' } })
})
