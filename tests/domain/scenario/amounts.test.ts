import { describe, expect, test } from 'vitest'
import { cellsOf } from '../../../src/domain/index-linking.ts'
import { ratio } from '../../../src/domain/ratio.ts'
import { planUnder } from '../../../src/domain/scenario/apply.ts'
import { alone, baselineLine, borne, costLine, everyYear, model, percent } from '../../models.ts'
import { add, amounts, change, during, pays, quarters, scale, set, to, under, wrong, years } from './changes.ts'

const users = { users: { A: { '2017/18': 2 }, B: { '2017/18': 1 } } }
const plain = model({ years: '2017/18 to 2018/19', counts: users, indexation: new Map([['pay', everyYear(2)]]), budget: [costLine('waste', { '2017/18': '100.01' }, { index: 'pay' })] })

describe('amounts', () => {
  test('scaled: a tenth more of £100.01 is £110.01, and of 102.0102, which is 102.01, £112.21', () => {
    expect(years(under(plain, amounts({ line: 'waste' }, scale(110))), 'waste')).toEqual({ '2017/18': '110.01', '2018/19': '112.21' })
  })

  test('scaled from what they come to unrounded: fifty times 102.0102 is £5,100.51', () => {
    expect(years(under(plain, amounts({}, scale(5000))), 'waste')['2018/19']).toBe('5100.51')
  })

  test('stand in no cell, where a scenario made them', () => {
    const { costs } = under(plain, amounts({ span: during('2018/19') }, scale(110)))
    expect(costs.map(({ amount }) => cellsOf(amount.origin).length)).toEqual([1, 0])
  })

  test('set and added to, in one year alone', () => {
    expect(years(under(plain, amounts({ span: during('2017/18') }, set('90.00'))), 'waste')).toEqual({ '2017/18': '90.00', '2018/19': '102.01' })
    expect(years(under(plain, amounts({ span: during('2018/19') }, add('-2.02'))), 'waste')).toEqual({ '2017/18': '100.01', '2018/19': '99.99' })
  })

  test('half and then twice is what it was, although half of £100.01 is no whole penny', () => {
    expect(quarters(under(plain, amounts({}, scale(50)), amounts({}, scale(200))), 'waste')).toEqual(quarters(under(plain), 'waste'))
  })

  test('of less than half a penny cost nothing, and can be scaled to what does: a fifth of a penny three times over is a penny', () => {
    const fifth = to(ratio(1n, 5n))
    expect(years(under(plain, amounts({}, fifth)), 'waste')).toEqual({ '2017/18': '0.00', '2018/19': '0.00' })
    expect(years(under(plain, amounts({}, fifth), amounts({}, scale(300))), 'waste')).toEqual({ '2017/18': '0.01', '2018/19': '0.01' })
    const second = during('2017/18 Q2 to 2017/18 Q2')
    expect(quarters(under(plain, amounts({ span: second }, fifth), amounts({ span: second }, scale(300))), 'waste')).toMatchObject({ '2017/18 Q1': '25.01', '2017/18 Q2': '0.01' })
  })

  test('of quarters are each on their own: £10.00 in each of three', () => {
    const of = under(plain, amounts({ span: during('2017/18 Q2 to 2017/18 Q4') }, set('10.00')))
    expect(quarters(of, 'waste')).toMatchObject({ '2017/18 Q1': '25.01', '2017/18 Q2': '10.00', '2017/18 Q3': '10.00', '2017/18 Q4': '10.00', '2018/19 Q1': '25.51' })
  })

  test('from a quarter on are of each quarter, in whole years too; scaled, a whole year is rounded once', () => {
    const from = during('2017/18 Q4 to 2018/19 Q4')
    expect(years(under(plain, amounts({ span: from }, set('10.00'))), 'waste')).toEqual({ '2017/18': '85.01', '2018/19': '40.00' })
    // 102.0102 × 0.9 is 91.80918; the last quarter of 2017/18, £25.00, is 22.50.
    expect(years(under(plain, amounts({ span: from }, scale(90))), 'waste')).toEqual({ '2017/18': '97.51', '2018/19': '91.81' })
  })

  describe('of a year that states its quarters', () => {
    const stated = model({ counts: users, budget: [costLine('waste', { '2017/18 Q1': '0.05', '2017/18 Q3': '0.10' })] })
    const change = (line: typeof stated, by: ReturnType<typeof scale>) => Object.values(quarters(under(line, amounts({}, by)), 'waste'))

    test('fall as they fell: 5p and 10p scaled by 110% are 16.5p, 17p, as 6p and 11p', () => {
      expect(change(stated, scale(110))).toEqual(['0.06', '0.00', '0.11', '0.00'])
      expect(change(stated, set('0.30'))).toEqual(['0.10', '0.00', '0.20', '0.00'])
      expect(change(stated, add('0.03'))).toEqual(['0.06', '0.00', '0.12', '0.00'])
    })

    test('by the profile where they do not tell how, as where one is a refund or all are nil', () => {
      const mixed = model({ counts: users, budget: [costLine('waste', { '2017/18 Q1': '-0.05', '2017/18 Q3': '0.10' })] })
      expect(change(mixed, scale(200))).toEqual(['-0.10', '0.00', '0.20', '0.00'])
      expect(change(mixed, set('0.40'))).toEqual(['0.10', '0.10', '0.10', '0.10'])
      const nil = model({ counts: users, budget: [costLine('waste', { '2017/18 Q1': '0.00' }, { profile: [0n, 0n, 0n, 1n] })] })
      expect(change(nil, add('0.40'))).toEqual(['0.00', '0.00', '0.00', '0.40'])
      const refund = model({ counts: users, budget: [costLine('waste', { '2017/18 Q1': '-0.05' })] })
      expect(change(refund, set('0.40'))).toEqual(['0.40', '0.00', '0.00', '0.00'])
    })

    test('a quarter that is an instalment is changed in whole pence', () => {
      const partly = model({ counts: users, budget: [costLine('waste', { '2017/18': '1.00', '2017/18 Q4': '0.10' })] })
      expect(change(partly, scale(200))).toEqual(['0.50', '0.50', '0.50', '0.20'])
    })
  })

  test('of the baseline share staff anew: £300.00 of £100.00 and £50.00 doubled', () => {
    const of = model({ baseline: [baselineLine('A', { '2017/18': '100.00' }), baselineLine('B', { '2017/18': '100.00' })], budget: [costLine('team', { '2017/18': '300.00' }, { category: 'staff', rule: 'staff', driver: { kind: 'baseline', category: 'staff' } })] })
    expect(pays(under(of, amounts({ partner: 'B', category: 'staff', line: 'before' }, scale(50), 'baseline')), '2017/18 Q1')).toEqual(['50.00', '25.00'])
    expect(wrong(of, amounts({ line: 'after' }, scale(50), 'baseline'))).toEqual([['no-such-line', { line: 'after', of: 'baseline', known: ['before'] }]])
    expect(wrong(of, amounts({ tag: 'usd' }, scale(50), 'baseline'))).toEqual([['unknown-tag', { tag: 'usd', known: [] }]])
    expect(wrong(of, amounts({ span: during('2030/31') }, scale(50), 'baseline'))).toEqual([['touches-nothing', { why: 'quarter' }]])
  })

  test('that touch nothing are told', () => {
    const of = { ...plain, budget: [...plain.budget, costLine('wire', { '2017/18': '1.00' }, { tags: ['usd'], category: 'net' })] }
    expect(wrong(of, amounts({ line: 'wast' }, scale(50)))).toEqual([['no-such-line', { line: 'wast', of: 'budget', known: ['waste', 'wire'] }]])
    expect(wrong(of, amounts({ category: 'ne' }, scale(50)))).toEqual([['unknown-category', { category: 'ne', known: ['other', 'net'], file: 'budget.csv' }]])
    expect(wrong(of, amounts({ partner: 'C' }, scale(50)))).toEqual([['unknown-partner', { partner: 'C', known: ['A', 'B'] }]])
    expect(wrong(of, amounts({ system: 'one' }, scale(50)))).toMatchObject([['unknown-system', { system: 'one', known: [] }]])
    expect(wrong(of, amounts({ tag: 'us' }, scale(50)))).toEqual([['unknown-tag', { tag: 'us', known: ['usd'] }]])
    expect(wrong(of, amounts({ tag: 'usd', line: 'waste', category: 'net', partner: 'A' }, scale(50)))).toEqual([['touches-nothing', { why: 'line' }]])
    expect(wrong(of, amounts({ line: 'wire', span: during('2018/19') }, scale(50)))).toEqual([['touches-nothing', { why: 'cost' }]])
    expect(years(under(of, amounts({ line: 'wire', span: during('2018/19') }, set('5.00'))), 'wire')).toEqual({ '2017/18': '1.00', '2018/19': '5.00' })
  })
})

describe('a rate', () => {
  const pay = (terms: Partial<Parameters<typeof change<'rates'>>[1]>) => change('rates', { index: 'pay', adjustment: to(percent(5)), ...terms })

  test('set to 5% raises £100.01 to £105.01; added to, scaled', () => {
    expect(years(under(plain, pay({})), 'waste')).toEqual({ '2017/18': '100.01', '2018/19': '105.01' })
    expect(years(under(plain, pay({ adjustment: { how: 'add', by: { central: percent(1) } } })), 'waste')['2018/19']).toBe('103.01')
    expect(years(under(plain, pay({ adjustment: scale(50) })), 'waste')['2018/19']).toBe('101.01')
  })

  test('and a tenth off come to the same either way round', () => {
    const both = [pay({}), amounts({}, scale(90))] as const
    expect(years(under(plain, both[1], both[0]), 'waste')).toEqual(years(under(plain, both[0], both[1]), 'waste'))
  })

  test('raises what was raised before, and the quarters of a year that is partly stated', () => {
    const long = { ...plain, years: [...plain.years, 2019 as (typeof plain.years)[number]] }
    expect(years(under(long, pay({ span: during('2018/19') })), 'waste')).toEqual({ '2017/18': '100.01', '2018/19': '105.01', '2019/20': '107.11' })
    const partly = { ...plain, budget: [costLine('waste', { '2017/18': '100.00', '2018/19 Q1': '1.00' }, { index: 'pay' })] }
    expect(quarters(under(partly, pay({})), 'waste')).toMatchObject({ '2018/19 Q1': '1.00', '2018/19 Q2': '26.25' })
  })

  test('that raises nothing is told', () => {
    expect(wrong(plain, pay({ index: 'prices' }))).toEqual([['unknown-index', { index: 'prices', known: ['pay'] }]])
    expect(wrong(plain, pay({ span: during('2017/18') }))).toEqual([['touches-nothing', { why: 'rate' }]])
    const without = { ...plain, indexation: new Map([['pay', { byYear: new Map() }]]), budget: [costLine('waste', { '2017/18': '1.00', '2018/19': '1.00' }, { index: 'pay' })] }
    expect(wrong(without, pay({ adjustment: scale(50) }))).toEqual([['touches-nothing', { why: 'rate' }]])
    expect(wrong({ ...without, baseline: [] }, pay({}))).toEqual([['touches-nothing', { why: 'rate' }]])
  })
})

describe('counts', () => {
  const fall = (terms: Partial<Parameters<typeof change<'counts'>>[1]> = {}) => change('counts', { driver: 'users', partner: 'A', adjustment: scale(50), ...terms })

  test('of A halved in two quarters: £25.00 by 2 and 1, then by 1 and 1, then as before', () => {
    const of = model({ counts: users, budget: [costLine('waste', { '2017/18': '100.00' })] })
    expect(Object.values(borne(under(of, fall({ span: during('2017/18 Q2 to 2017/18 Q3') })), 'waste'))).toEqual([[1667n, 833n], [1250n, 1250n], [1250n, 1250n], [1667n, 833n]])
    expect(Object.values(borne(under(of, fall({ partner: 'B', adjustment: { how: 'add', by: { central: ratio(1n) } } })), 'waste'))[0]).toEqual([1250n, 1250n])
  })

  test('may be set for a partner of whom none were counted', () => {
    const of = model({ counts: { users: { A: { '2017/18': 2 } } }, budget: [costLine('waste', { '2017/18': '100.00' })] })
    expect(Object.values(borne(under(of, fall({ partner: 'B', adjustment: to(ratio(2n)) })), 'waste'))[0]).toEqual([1250n, 1250n])
    expect(wrong(of, fall({ partner: 'B' }))).toEqual([['touches-nothing', { why: 'count' }]])
  })

  test('below nil are nil, and told', () => {
    const of = model({ counts: users, budget: [costLine('waste', { '2017/18': '100.00' })] })
    const { value, diagnostics } = planUnder(of, { changes: [fall({ adjustment: { how: 'add', by: { central: ratio(-3n) } } })] })
    expect(Object.values(borne(value!, 'waste'))[0]).toEqual([0n, 2500n])
    expect(diagnostics).toMatchObject([{ code: 'count-below-nil', severity: 'warning', args: { driver: 'users', partner: 'A', quarter: 8068 } }])
  })

  test('of drivers.csv are not those of systems, and the names are told', () => {
    const counts = { 'users:one': { A: { '2017/18': 1 } }, 'expected:two': { A: { '2017/18': 1 } }, calls: { A: { '2017/18': 1 }, B: { '2017/18': 1 } } }
    const of = model({ counts, budget: [costLine('one', { '2017/18': '4.00' }, { driver: { kind: 'counted', name: 'users:one' } }), costLine('phone', { '2017/18': '4.00' }, { driver: { kind: 'counted', name: 'calls' } })] })
    expect(pays(under(of, fall({ driver: '*', adjustment: to(ratio(0n)) })), '2017/18 Q1')).toEqual(['1.00', '1.00'])
    expect(wrong(of, fall({ driver: 'call' }))).toEqual([['unknown-driver', { driver: 'call', known: ['calls'] }]])
    expect(wrong(of, fall({ driver: 'users:on' }))).toEqual([['unknown-system', { system: 'on', known: ['one'], file: 'users.csv' }]])
    expect(wrong(of, fall({ driver: 'expected:on' }))).toEqual([['unknown-system', { system: 'on', known: ['two'], file: 'expected-users.csv' }]])
    expect(wrong(of, fall({ driver: 'calls', partner: 'C' }))).toMatchObject([['unknown-partner', { partner: 'C' }]])
  })
})

describe('a budget that starts', () => {
  const of = model({
    years: '2017/18 to 2018/19', counts: users,
    baseline: [baselineLine('A', { '2017/18': '30.00' }), baselineLine('B', { '2017/18': '10.01' }, { category: 'other' })],
    budget: [costLine('a', { '2017/18': '10.00', '2018/19': '10.00' }), costLine('b', { '2017/18': '20.00' }), costLine('c', { '2017/18 Q1': '0.00' }, { category: 'staff' })],
  })
  const start = (whole: number, category?: string) => change('start', { share: { central: percent(whole) }, ...(category !== undefined && { category }) })

  test('at 85% of £40.01: £34.01, as £11.34 and £22.67, although each is rounded; later years alike', () => {
    const plan = under(of, start(85))
    expect([years(plan, 'a'), years(plan, 'b')]).toEqual([{ '2017/18': '11.34', '2018/19': '11.34' }, { '2017/18': '22.67', '2018/19': '0.00' }])
  })

  test('in one category alone', () => {
    const plan = under(of, start(50, 'other'))
    expect([years(plan, 'a')['2017/18'], years(plan, 'b')['2017/18']]).toEqual(['1.67', '3.34'])
    expect(wrong(of, start(85, 'staff'))).toEqual([['nothing-to-start-from', { year: 2017, category: 'staff' }]])
  })

  test('with lines that state their quarters, and a baseline of who is in', () => {
    const stated = { ...of, partners: [of.partners[0]!, { id: 'B', name: 'B', joins: 8070 as never }], budget: [costLine('a', { '2017/18 Q1': '1.00', '2017/18 Q2': '2.00' })] }
    // £30.00 and half of £10.01, in whole pence: 5.00, the quarters being 2.51, 2.50, 2.50 and 2.50.
    expect(quarters(under(stated, start(10)), 'a')).toMatchObject({ '2017/18 Q1': '1.17', '2017/18 Q2': '2.33', '2017/18 Q3': '0.00' })
  })

  test('from nothing is told', () => {
    expect(wrong({ ...of, baseline: [] }, start(85))).toEqual([['nothing-to-start-from', { year: 2017 }]])
    expect(wrong({ ...of, budget: [costLine('x', { '2018/19': '1.00' }, { driver: alone('A') })] }, start(85))).toEqual([['nothing-to-start-from', { year: 2017 }]])
  })
})
