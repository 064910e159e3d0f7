import { describe, expect, test } from 'vitest'
import { changeOf, text } from '../../../src/domain/changes/change.ts'
import { modelChanges } from '../../../src/domain/changes/model-changes.ts'
import type { Model } from '../../../src/domain/model.ts'
import { ratio } from '../../../src/domain/ratio.ts'
import { alone, at, baselineLine, blend, byYear, costLine, counted, everyYear, model, percent, quarterNamed, yearNamed } from '../../models.ts'

type Terms = Parameters<typeof model>[0]

/** What changed, as subject, before and after; the places apart. */
const changed = (before: Terms | Model, after: Terms | Model): unknown[][] =>
  modelChanges(model(before as Terms), model(after as Terms)).map(({ of, before: was, after: is }) => [of, was?.value, is?.value])

const word = (of: string) => ({ kind: 'text', text: of })
const money = (amount: bigint) => ({ kind: 'money', amount })
const count = (of: bigint) => ({ kind: 'count', driver: 'users', count: ratio(of) })
const year = (name: string) => ({ kind: 'year', year: yearNamed(name) })
const quarter = (name: string) => ({ kind: 'quarter', quarter: quarterNamed(name) })

describe('model.yaml', () => {
  test('name, host, years and the month that years start in', () => {
    expect(changed({}, { name: 'Other', host: 'B', years: '2018/19 to 2019/20', yearStarts: 1 })).toEqual([
      [{ kind: 'name' }, word('Test'), word('Other')],
      [{ kind: 'host' }, word('A'), word('B')],
      [{ kind: 'years' }, { kind: 'years', first: 2017, last: 2017 }, { kind: 'years', first: 2018, last: 2019 }],
      [{ kind: 'year-starts' }, { kind: 'month', month: 4 }, { kind: 'month', month: 1 }],
    ])
  })

  test('partners that are added, removed and renamed, and when they join and leave', () => {
    const [joins, leaves] = [quarterNamed('2017/18 Q2'), quarterNamed('2017/18 Q3')]
    expect(changed({ partners: ['A', 'B', { id: 'D', name: 'D', joins }] }, { partners: ['A', 'C', { id: 'D', name: 'Dee', leaves }] })).toEqual([
      [{ kind: 'partner', partner: 'B' }, word('B'), undefined],
      [{ kind: 'partner', partner: 'C' }, undefined, word('C')],
      [{ kind: 'partner', partner: 'D' }, word('D'), word('Dee')],
      [{ kind: 'joins', partner: 'D' }, quarter('2017/18 Q2'), undefined],
      [{ kind: 'leaves', partner: 'D' }, undefined, quarter('2017/18 Q3')],
    ])
  })

  test('rates of every year, of one year, and of an index that is new', () => {
    const rate = (of: number) => ({ kind: 'percent', rate: percent(of) })
    expect(changed(
      { indexation: new Map([['pay', everyYear(2)], ['prices', byYear({ '2017/18': 2, '2018/19': 3 })]]) },
      { indexation: new Map([['fuel', everyYear(9)], ['pay', everyYear(3)], ['prices', byYear({ '2017/18': 2, '2018/19': 4 })]]) },
    )).toEqual([
      [{ kind: 'rate', index: 'fuel' }, undefined, rate(9)],
      [{ kind: 'rate', index: 'pay' }, rate(2), rate(3)],
      [{ kind: 'rate', index: 'prices', year: 2018 }, rate(3), rate(4)],
    ])
    expect(changed({ indexation: new Map([['pay', byYear({ '2017/18': 2 })]]) }, {})).toEqual([[{ kind: 'rate', index: 'pay', year: 2017 }, rate(2), undefined]])
  })

  test('portions of a blend', () => {
    const mix = (users: number, calls: number): Model['blends'] => new Map([['mix', [{ driver: counted('users'), portion: percent(users) }, { driver: counted('calls'), portion: percent(calls) }]]])
    const portion = (driver: string) => ({ kind: 'portion', blend: 'mix', driver })
    const rate = (of: number) => ({ kind: 'percent', rate: percent(of) })
    expect(changed({ blends: mix(60, 40) }, { blends: mix(50, 50) })).toEqual([[portion('calls'), rate(40), rate(50)], [portion('users'), rate(60), rate(50)]])
    expect(changed({}, { blends: mix(50, 50) })).toEqual([[portion('calls'), undefined, rate(50)], [portion('users'), undefined, rate(50)]])
    expect(changed({ blends: mix(50, 50) }, {})).toHaveLength(2)
  })
})

describe('budget.csv', () => {
  const waste = costLine('waste', { '2017/18': '400.00' })
  const field = (name: string) => ({ kind: 'field', of: { line: 'waste' }, field: name })
  const amount = (period: object) => ({ kind: 'amount', of: { line: 'waste' }, period })

  test('a line that is added or removed is told by its rule, its driver and its amounts', () => {
    expect(changed({}, { budget: [waste] })).toEqual([
      [{ kind: 'line', of: { line: 'waste' } }, undefined, word('shared')], [field('driver'), undefined, word('users')], [amount(year('2017/18')), undefined, money(40_000n)],
    ])
    expect(changed({ budget: [waste] }, {})).toEqual([
      [{ kind: 'line', of: { line: 'waste' } }, word('shared'), undefined], [field('driver'), word('users'), undefined], [amount(year('2017/18')), money(40_000n), undefined],
    ])
  })

  test('whatever a line says', () => {
    const other = costLine('waste', { '2017/18': '400.00' }, { category: 'it', description: 'Bins', rule: 'legacy', driver: alone('B'), index: 'pay', profile: [1n, 0n, 0n, 0n] })
    expect(changed({ budget: [waste] }, { budget: [other] })).toEqual([
      [field('category'), word('other'), word('it')], [field('description'), undefined, word('Bins')], [field('rule'), word('shared'), word('legacy')],
      [field('driver'), word('users'), word('B alone')], [field('index'), undefined, word('pay')],
      [field('profile'), { kind: 'profile', profile: [1n, 1n, 1n, 1n] }, { kind: 'profile', profile: [1n, 0n, 0n, 0n] }],
    ])
  })

  test('amounts of a year and of a quarter that are set, changed and removed', () => {
    expect(changed({ budget: [costLine('waste', { '2017/18': '400.00', '2017/18 Q3': '5.00' })] }, { budget: [costLine('waste', { '2017/18': '500.00', '2018/19': '6.00' })] })).toEqual([
      [amount(year('2017/18')), money(40_000n), money(50_000n)], [amount(year('2018/19')), undefined, money(600n)], [amount(quarter('2017/18 Q3')), money(500n), undefined],
    ])
  })

  test('each stands in its cell, on either side', () => {
    const [change] = modelChanges(model({ budget: [waste] }), model({ budget: [costLine('waste', { '2016/17': '1.00', '2017/18': '400.00' })] }))
    expect(change).toEqual({ of: amount(year('2016/17')), after: { value: money(100n), at: at(1) } })
    const [described] = modelChanges(model({ budget: [waste] }), model({ budget: [{ ...waste, rule: 'project', at: at(9) }] }))
    expect([described!.before!.at, described!.after!.at]).toEqual([at(7), at(9)])
  })
})

test('a line of the baseline is known by its name and its partner', () => {
  const staff = (partner: string, of: string) => baselineLine(partner, { '2017/18': of })
  const line = (baselineOf: string) => ({ line: 'before', baselineOf })
  expect(changed({ baseline: [staff('A', '1.00'), staff('B', '2.00')] }, { baseline: [staff('A', '3.00'), baselineLine('C', { '2017/18': '2.00' }, { category: 'it' })] })).toEqual([
    [{ kind: 'amount', of: line('A'), period: year('2017/18') }, money(100n), money(300n)],
    [{ kind: 'line', of: line('B') }, word('staff'), undefined],
    [{ kind: 'amount', of: line('B'), period: year('2017/18') }, money(200n), undefined],
    [{ kind: 'line', of: line('C') }, undefined, word('it')],
    [{ kind: 'amount', of: line('C'), period: year('2017/18') }, undefined, money(200n)],
  ])
})

test('counts, of a partner and of a driver that only one side has too', () => {
  const of = (partner: string, period: object) => ({ kind: 'count', driver: 'users', partner, period })
  const before = { counts: { users: { A: { '2017/18': 1, '2017/18 Q2': 2 }, B: { '2017/18': 1 } } } }
  expect(changed(before, { counts: { users: { A: { '2017/18': 1, '2017/18 Q2': 3 }, C: { '2017/18': 4 } } } })).toEqual([
    [of('A', quarter('2017/18 Q2')), count(2n), count(3n)], [of('B', year('2017/18')), count(1n), undefined], [of('C', year('2017/18')), undefined, count(4n)],
  ])
  expect(changed(before, {})).toHaveLength(3)
  expect(changed({}, before)).toHaveLength(3)
})

test('another order of rows and files is no change, and neither is another place', () => {
  const lines = [costLine('a', { '2017/18': '1.00' }, { driver: blend('x') }), costLine('b', { '2017/18': '1.00', '2017/18 Q3': '2.00' })]
  const counts = { users: { A: { '2017/18': 1 }, B: { '2017/18': 2 } }, calls: { A: { '2017/18': 1 } } }
  expect(changed({ budget: lines, counts }, { budget: lines.map(line => ({ ...line, at: at(40) })).toReversed(), counts: { calls: counts.calls, users: { B: counts.users.B, A: counts.users.A } } })).toEqual([])
})

test('what neither side says is no change', () => {
  expect(changeOf({ kind: 'name' }, undefined, undefined)).toEqual([])
  expect(changeOf({ kind: 'name' }, text('a'), text('a'))).toEqual([])
})
