import { describe, expect, test } from 'vitest'
import { ratio } from '../../../src/domain/ratio.ts'
import type { CostsLeft } from '../../../src/domain/scenario/change.ts'
import { alone, baselineLine, costLine, model, quarterNamed } from '../../models.ts'
import { change, pays, under, wrong, years } from './changes.ts'

const lasting = { '2017/18': '100.00', '2018/19': '100.00' }
const of = model({
  years: '2017/18 to 2018/19', partners: ['A', 'B', 'C'], host: 'A', counts: { users: { A: { '2017/18': 2 }, B: { '2017/18': 2 }, C: { '2017/18': 1 } } },
  baseline: ['A', 'B', 'C'].map(id => baselineLine(id, lasting)),
  budget: [costLine('old', { '2017/18': '8.00', '2018/19': '8.00' }, { rule: 'legacy', driver: alone('C') }), costLine('wire', { '2017/18': '40.00', '2018/19': '40.00' })],
})

describe('a partner that leaves after the third quarter', () => {
  const leave = (costs: CostsLeft, ownLines: 'stay' | 'go' = 'stay') => change('leave', { partner: 'C', last: quarterNamed('2017/18 Q3'), costs, ownLines })

  test('pays a fifth of £10.00 and £2.00 of its own up to then', () => {
    expect(pays(under(of, leave({ by: 'others' })), '2017/18 Q3')).toEqual(['4.00', '4.00', '4.00'])
  })

  test('leaves its costs to the others: half of each £10.00, and half of its own line', () => {
    const plan = under(of, leave({ by: 'others' }))
    expect(pays(plan, '2017/18 Q4')).toEqual(['6.00', '6.00', '0.00'])
    expect(years(plan, 'old (left by C)')).toEqual({ '2017/18': '2.00', '2018/19': '8.00' })
  })

  test('leaves them to the host in its place', () => {
    expect(pays(under(of, leave({ by: 'host' })), '2017/18 Q4')).toEqual(['8.00', '4.00', '0.00'])
  })

  test('pays for two quarters of notice, and then the others do', () => {
    const plan = under(of, leave({ by: 'leaver', quarters: 2 }))
    expect(['2017/18 Q4', '2018/19 Q1', '2018/19 Q2'].map(quarter => pays(plan, quarter))).toEqual([['4.00', '4.00', '4.00'], ['4.00', '4.00', '4.00'], ['6.00', '6.00', '0.00']])
  })

  test('may take its own lines with it at once, whoever carries the rest', () => {
    for (const costs of [{ by: 'others' }, { by: 'host' }] as const) expect(years(under(of, leave(costs, 'go')), 'old')).toEqual({ '2017/18': '6.00', '2018/19': '0.00' })
    expect(pays(under(of, leave({ by: 'leaver', quarters: 2 }, 'go')), '2017/18 Q4')).toEqual(['4.00', '4.00', '2.00'])
  })

  test('has a baseline while it is in', () => {
    const { baseline } = under(of, leave({ by: 'leaver', quarters: 2 }))
    expect(baseline.filter(({ line }) => line.partner === 'C').map(({ counted }) => counted)).toEqual([7500n, 0n])
  })

  test('leaves nothing behind where its own line ends with it, and cannot leave it to nobody', () => {
    const ending = { ...of, budget: [costLine('old', { '2017/18 Q1': '8.00' }, { rule: 'legacy', driver: alone('C') })] }
    expect(under(ending, leave({ by: 'others' })).costs.map(({ line }) => line.id)).toEqual(['old', 'old'])
    const alike = { ...of, partners: of.partners.map(partner => (partner.id === 'C' ? partner : { ...partner, leaves: quarterNamed('2017/18 Q2') })) }
    expect(wrong(alike, leave({ by: 'others' }))).toMatchObject([['partner-absent', { line: 'old', partner: 'C' }], ['no-weights', { line: 'wire' }]])
  })

  test('is told where it is nobody, the host, out already, or in to the end', () => {
    const leaving = (partner: string, last: string) => change('leave', { partner, last: quarterNamed(last), costs: { by: 'others' }, ownLines: 'stay' })
    expect(wrong(of, leaving('D', '2017/18 Q1'))).toEqual([['unknown-partner', { partner: 'D', known: ['A', 'B', 'C'] }]])
    expect(wrong(of, leaving('A', '2017/18 Q1'))).toEqual([['host-leaves', { partner: 'A' }]])
    expect(wrong(of, leaving('B', '2018/19 Q4'))).toEqual([['touches-nothing', { why: 'quarter' }]])
    expect(wrong(of, leave({ by: 'others' }), leaving('C', '2017/18 Q4'))).toMatchObject([['leaves-when-out', { partner: 'C' }]])
    const late = { ...of, partners: [...of.partners.slice(0, 2), { id: 'C', name: 'C', joins: quarterNamed('2017/18 Q3') }] }
    expect(wrong(late, leaving('C', '2017/18 Q2'))).toMatchObject([['leaves-when-out', { partner: 'C' }]])
  })
})

describe('a partner that joins in the third quarter', () => {
  const join = (terms: Partial<Parameters<typeof change<'join'>>[1]> = {}) => change('join', {
    partner: { id: 'BB', name: 'Between', joins: quarterNamed('2017/18 Q3') }, counts: [{ driver: 'users', count: ratio(3n) }], baseline: [baselineLine('BB', lasting)], ...terms,
  })

  test('bears three eighths of £10.00 from then on, and nobody else more than before', () => {
    const plan = under(of, join())
    expect(plan.model.partners.map(({ id }) => id)).toEqual(['A', 'B', 'BB', 'C'])
    expect(pays(plan, '2017/18 Q2')).toEqual(['4.00', '4.00', '0.00', '4.00'])
    expect(pays(plan, '2017/18 Q4')).toEqual(['2.50', '2.50', '3.75', '3.25'])
    expect(plan.baseline.filter(({ line }) => line.partner === 'BB').map(({ counted }) => counted)).toEqual([5000n, 10000n])
  })

  test('may be named by the other changes: it takes on a line, has more users, and leaves again', () => {
    const taken = under(of, join(), change('move', { target: { line: 'old' }, to: { rule: 'legacy', driver: alone('BB') }, from: quarterNamed('2018/19 Q1') }))
    expect(pays(taken, '2018/19 Q1')).toEqual(['2.50', '2.50', '5.75', '1.25'])
    expect(pays(under(of, join(), change('counts', { driver: 'users', partner: 'BB', adjustment: { how: 'set', by: { central: ratio(5n) } } })), '2018/19 Q1')).toEqual(['2.00', '2.00', '5.00', '3.00'])
    expect(pays(under(of, join(), change('leave', { partner: 'BB', last: quarterNamed('2017/18 Q4'), costs: { by: 'host' }, ownLines: 'stay' })), '2018/19 Q1')).toEqual(['6.25', '2.50', '0.00', '3.25'])
  })

  test('is told where it is in already, counted for nothing known, or comes too late', () => {
    expect(wrong(of, join({ partner: { id: 'B', name: 'B', joins: quarterNamed('2017/18 Q3') } }))).toEqual([['already-partner', { partner: 'B' }]])
    expect(wrong(of, join({ counts: [{ driver: 'users:one', count: ratio(1n) }] }))).toMatchObject([['unknown-system', { system: 'one' }]])
    expect(wrong(of, join({ partner: { id: 'D', name: 'D', joins: quarterNamed('2019/20 Q1') } }))).toEqual([['touches-nothing', { why: 'quarter' }]])
  })
})
