import { describe, expect, test } from 'vitest'
import { type Actuals, amountSpent, closedQuarters, noActuals, type Spend, spentLines } from '../../src/domain/actuals.ts'
import { quartersOf } from '../../src/domain/period.ts'
import { alone, at, costLine, model, pounds, quarterNamed, yearNamed } from '../models.ts'

const spend = (line: string, quarter: string, amount: string, partner?: string): Spend =>
  ({ line, quarter: quarterNamed(quarter), amount: pounds(amount), at: at(9), rows: { count: 1, first: 2 }, ...(partner !== undefined && { partner }) })

const actuals = (...of: Spend[]): Actuals => ({ spend: of, payments: [] })

const closed = (of: Actuals, closedTo?: string): number[] =>
  quartersOf(yearNamed('2017/18')).flatMap((quarter, place) => (closedQuarters(of, closedTo === undefined ? undefined : quarterNamed(closedTo))(quarter) ? [place + 1] : []))

describe('the quarters whose costs are known', () => {
  test('are those with actuals of any line', () => {
    expect(closed(actuals(spend('a', '2017/18 Q1', '1.00'), spend('b', '2017/18 Q3', '0.00')))).toEqual([1, 3])
    expect(closed(noActuals)).toEqual([])
  })

  test('or all up to the one said to be closed last, with actuals or without, and none after', () => {
    expect(closed(actuals(spend('a', '2017/18 Q4', '1.00')), '2017/18 Q2')).toEqual([1, 2])
  })
})

describe('what was spent', () => {
  const budget = [costLine('hired', { '2017/18': '9.00' }, { category: 'staff' }), costLine('old', { '2017/18': '9.00' }, { rule: 'legacy', driver: alone('A') })]
  const spent = (...of: Spend[]) => spentLines(model({ budget }), actuals(...of)).map(({ line, spent: by }) => [line.id, line.driver, [...by].map(([quarter, spends]) => [quarter, amountSpent(spends)])])

  test('is added up by line and quarter, credits taken off; a line without is there too', () => {
    expect(spent(spend('hired', '2017/18 Q1', '5.00'), spend('hired', '2017/18 Q1', '-2.00'), spend('hired', '2017/18 Q2', '1.00'))).toEqual([
      ['hired', budget[0]!.driver, [[quarterNamed('2017/18 Q1'), 300n], [quarterNamed('2017/18 Q2'), 100n]]],
      ['old', alone('A'), []],
    ])
  })

  test('for one partner is charged to it alone, on a line of its own beside the budget, of the same category', () => {
    const lines = spentLines(model({ budget }), actuals(spend('hired', '2017/18 Q1', '5.00'), spend('hired', '2017/18 Q1', '3.00', 'B'), spend('hired', '2017/18 Q2', '1.00', 'B')))
    expect(lines.map(({ line }) => [line.id, line.rule, line.category, line.driver])).toEqual([
      ['hired', 'shared', 'staff', budget[0]!.driver], ['hired (B)', 'legacy', 'staff', alone('B')], ['old', 'legacy', 'other', alone('A')],
    ])
    expect(lines.map(({ spent: by }) => [...by.values()].map(amountSpent))).toEqual([[500n], [300n, 100n], []])
  })

  test('for the partner that bears the line alone anyway is spent on the line', () => {
    expect(spent(spend('old', '2017/18 Q1', '5.00', 'A'))[1]).toEqual(['old', alone('A'), [[quarterNamed('2017/18 Q1'), 500n]]])
    expect(spent(spend('old', '2017/18 Q1', '5.00', 'B')).map(([id]) => id)).toEqual(['hired', 'old', 'old (B)'])
  })

  test('on no line of the budget is other, in its place among the lines', () => {
    const lines = spentLines(model({ budget }), actuals(spend('moved', '2017/18 Q1', '5.00', 'B')))
    expect(lines.map(({ line }) => [line.id, line.category])).toEqual([['hired', 'staff'], ['moved (B)', 'other'], ['old', 'other']])
  })
})
