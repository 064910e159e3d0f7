/** The checks of partners and baselines: what each finds, and what it lets pass. */
import { describe, expect, test } from 'vitest'
import type { Partner } from '../../../src/domain/model.ts'
import { alone, at, baselineLine, costLine, counted, everyYear, model, pounds, quarterNamed, spentOn } from '../../models.ts'
import { contextFor, named, noticed, resultOf } from './checking.ts'

const users = { A: { '2017/18': 2 } }

describe('a baseline without a cost', () => {
  const found = (cost: Readonly<Record<string, string>>, before: Readonly<Record<string, string>> = { '2017/18': '9.00', '2018/19': '9.00', '2019/20': '9.00', '2020/21': '9.00' }): unknown[] =>
    noticed('baseline-without-cost', model({ years: '2017/18 to 2020/21', counts: { users }, baseline: [baselineLine('A', before)], budget: [costLine('team', cost, { category: 'staff' }), costLine('wire', { '2017/18': '1.00' })] })).map(({ args }) => args)

  test('is found by stretches of years', () => {
    expect(found({ '2018/19': '5.00' })).toEqual([{ category: 'staff', years: [2017], baseline: pounds('9.00') }, { category: 'staff', years: [2019, 2020], baseline: pounds('18.00') }])
  })

  test('is none where anything is spent, be it in balance, or there is no baseline', () => {
    expect(found({ '2017/18': '1.00', '2018/19 Q1': '1.00', '2018/19 Q2': '-1.00', '2019/20': '1.00', '2020/21': '1.00' })).toEqual([])
    expect(found({}, { '2017/18': '0.00' })).toEqual([])
  })

  test('stands at the first cell, or the line where nothing is stated', () => {
    const baseline = [baselineLine('B', { '2017/18': '9.00' }, { index: 'pay' }), baselineLine('A', { '2016/17': '1.00', '2017/18': '9.00' })]
    expect(noticed('baseline-without-cost', model({ baseline, indexation: new Map([['pay', everyYear(2)]]) })).map(named)).toEqual(['baseline-without-cost test.csv:1'])
  })
})

describe('above the baseline', () => {
  const budget = [costLine('wire', { '2017/18': '10.00' })]
  const counts = { users: { A: { '2017/18': 1 }, B: { '2017/18': 1 } } }

  test('is a partner that pays a penny more than it would alone', () => {
    const baseline = [baselineLine('A', { '2017/18': '4.99' }), baselineLine('B', { '2017/18': '5.00' })]
    expect(noticed('above-baseline', model({ counts, budget, baseline })).map(({ args, at: place }) => [args, place?.line])).toEqual([[{ partner: 'A', year: 2017, baseline: 499n, cost: 500n }, 1]])
  })

  test('is one without any baseline where others have one; without a single baseline nobody can tell', () => {
    expect(noticed('above-baseline', model({ counts, budget, baseline: [baselineLine('A', { '2017/18': '9.00' })] })).map(of => [of.args, of.at])).toMatchObject([[{ partner: 'B', baseline: 0n }, undefined]])
    expect(resultOf('above-baseline', contextFor(model({ counts, budget })))).toMatchObject({ result: 'nothing', compared: 0 })
  })
})

describe('what is stated of a partner that takes no part', () => {
  const late: Partner = { id: 'B', name: 'B', joins: quarterNamed('2018/19 Q3') }
  const early: Partner = { id: 'B', name: 'B', leaves: quarterNamed('2017/18 Q2') }
  const years = '2017/18 to 2018/19'
  const counting = (partner: Partner, of: Readonly<Record<string, number>>): string[] =>
    noticed('partner-dates', model({ years, partners: ['A', partner], counts: { users: { A: { '2017/18': 2 }, B: of } } })).map(named)
  const baseline = (partner: Partner, of: Readonly<Record<string, string>>, index?: string): string[] =>
    noticed('partner-dates', model({ years, partners: ['A', partner], indexation: new Map([['pay', everyYear(2)]]), baseline: [baselineLine('B', of, index === undefined ? {} : { index })] })).map(named)

  test('is a count that another takes over from before it joins', () => {
    expect(counting(late, { '2017/18': 5, '2018/19': 6 })).toEqual(['count-while-out test.csv:1'])
    expect(counting(late, { '2017/18': 5, '2018/19 Q3': 6 })).toEqual(['count-while-out test.csv:1'])
    expect(counting(early, { '2017/18': 5, '2017/18 Q3': 6, '2018/19': 7 })).toEqual(['count-while-out test.csv:2', 'count-while-out test.csv:3'])
  })

  test('is no count that holds until it joins, is nil, lies before the plan, or gives way in its first quarter', () => {
    expect([counting(late, { '2017/18': 5 }), counting(late, { '2017/18': 0, '2018/19': 6 }), counting(late, { '2016/17': 4, '2017/18': 0, '2018/19 Q1': 5 })]).toEqual([[], [], []])
    expect(counting(late, { '2018/19': 9, '2018/19 Q1': 5 })).toEqual([])
  })

  test('is a baseline of a time it is out, from which nothing is raised', () => {
    expect(baseline(late, { '2017/18': '5.00', '2018/19': '6.00' })).toEqual(['baseline-while-out test.csv:1'])
    expect(baseline(early, { '2017/18': '5.00', '2018/19': '6.00' })).toEqual(['baseline-while-out test.csv:2'])
    expect(baseline(early, { '2017/18': '5.00', '2018/19 Q2': '6.00' })).toEqual(['baseline-while-out test.csv:2'])
  })

  test('is no baseline that a later year is raised from, a nil, or of a quarter in a year that counts as a whole', () => {
    expect([baseline(late, { '2017/18': '5.00' }, 'pay'), baseline(late, { '2017/18': '0.00', '2018/19': '6.00' }), baseline(late, { '2018/19': '6.00', '2018/19 Q1': '9.00' }), baseline(late, { '2015/16': '5.00', '2018/19': '6.00' })]).toEqual([[], [], [], []])
    expect(baseline(late, { '2017/18': '5.00', '2017/18 Q1': '1.00', '2017/18 Q2': '1.00', '2017/18 Q3': '1.00', '2017/18 Q4': '1.00', '2018/19': '6.00' }).length).toBe(4)
  })

  test('is a line or a cost charged to it alone, and what it paid itself', () => {
    const of = model({ years, partners: ['A', late], counts: { users }, budget: [costLine('wire', { '2017/18': '1.00' })] })
    const rows = { count: 1, first: 2 }
    const spent = { ...spentOn('link', { '2017/18 Q1': '5.00' }, 'B'), payments: [{ partner: 'B', quarter: quarterNamed('2017/18 Q1'), amount: pounds('5.00'), at: at(1), rows }, { partner: 'B', quarter: quarterNamed('2018/19 Q3'), amount: pounds('5.00'), at: at(2), rows }, { partner: 'B', quarter: quarterNamed('2017/18 Q1'), amount: pounds('0.00'), at: at(3), rows }] }
    expect(noticed('partner-dates', of, { actuals: spent }).map(named)).toEqual(['partner-absent test.csv:9', 'paid-while-out test.csv:1'])
    expect(noticed('partner-dates', { ...of, budget: [costLine('own', { '2017/18': '1.00' }, { driver: alone('B') })] }).map(named)).toEqual(['partner-absent test.csv:7'])
  })

  test('is the whole service of a host that joins late or leaves early, by stretches', () => {
    const host = (terms: Partial<Partner>): unknown[] => noticed('partner-dates', model({ years, partners: [{ id: 'A', name: 'A', ...terms }, 'B'] })).map(({ code, args }) => [code, args])
    const out = (first: string, last: string): unknown[] => ['host-out', { partner: 'A', first: quarterNamed(first), last: quarterNamed(last) }]
    expect(host({ joins: quarterNamed('2017/18 Q3') })).toEqual([out('2017/18 Q1', '2017/18 Q2')])
    expect(host({ joins: quarterNamed('2017/18 Q2'), leaves: quarterNamed('2018/19 Q3') })).toEqual([out('2017/18 Q1', '2017/18 Q1'), out('2018/19 Q4', '2018/19 Q4')])
    expect(host({ joins: quarterNamed('2016/17 Q2'), leaves: quarterNamed('2018/19 Q4') })).toEqual([])
  })

  test('counts the partners that join or leave, and looks at no other', () => {
    const of = model({ years, partners: ['A', late], counts: { users: { A: { '2017/18': 1 } }, other: { A: { '2017/18': 1 } } }, budget: [costLine('wire', { '2017/18': '1.00' }, { driver: counted('users') })] })
    expect(resultOf('partner-dates', contextFor(of))).toMatchObject({ result: 'ok', compared: 1 })
  })
})
