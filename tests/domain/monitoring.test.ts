import { describe, expect, test } from 'vitest'
import { monitor, type Monitored } from '../../src/domain/monitoring.ts'
import { costLine, model, percent, quarterNamed, spentOn } from '../models.ts'

const counts = { users: { A: { '2017/18': 1 } } }
const of = model({
  years: '2017/18 to 2018/19', counts,
  budget: [costLine('waste', { '2017/18': '4000.00', '2018/19': '8000.00' }), costLine('later', { '2018/19': '1.00' })],
})

const monitored = (spent: Record<string, string>, quarter: string, threshold = 5, closedTo?: string): Monitored => {
  const { value } = monitor(of, spentOn('waste', spent), closedTo === undefined ? undefined : quarterNamed(closedTo), quarterNamed(quarter), percent(threshold))
  return value!.find(({ line }) => line === 'waste')!
}

describe('a line', () => {
  test('of £1,000.00 a quarter of which £1,100.00 is spent in the first is 100 over, and heads for 4,100', () => {
    expect(monitored({ '2017/18 Q1': '1100.00' }, '2017/18 Q2')).toEqual({
      line: 'waste', rule: 'shared', budgetToDate: 100000n, actualToDate: 110000n, variance: 10000n, budgetForYear: 400000n, forecast: 410000n, flagged: true,
    })
  })

  test('is flagged for more than the threshold, over or under, not for as much', () => {
    expect([9, 10, 11].map(threshold => monitored({ '2017/18 Q1': '1100.00' }, '2017/18 Q1', threshold).flagged)).toEqual([true, false, false])
    expect([9, 10, 11].map(threshold => monitored({ '2017/18 Q1': '900.00' }, '2017/18 Q1', threshold).flagged)).toEqual([true, false, false])
    expect(monitored({ '2017/18 Q1': '1000.00' }, '2017/18 Q1', 0).flagged).toBe(false)
  })

  test('is reckoned for its year alone, to the quarter asked for', () => {
    const spent = { '2017/18 Q4': '9.00', '2018/19 Q1': '2500.00', '2018/19 Q2': '9999.00' }
    expect(monitored(spent, '2018/19 Q1')).toMatchObject({ budgetToDate: 200000n, actualToDate: 250000n, budgetForYear: 800000n, forecast: 850000n })
  })

  test('of which nothing is closed is on budget', () => {
    expect(monitored({ '2017/18 Q2': '9.00' }, '2017/18 Q1')).toMatchObject({ budgetToDate: 0n, actualToDate: 0n, variance: 0n, forecast: 400000n, flagged: false })
  })

  test('counts a quarter said to be closed without actuals as unspent', () => {
    expect(monitored({ '2017/18 Q1': '1000.00' }, '2017/18 Q2', 5, '2017/18 Q2')).toMatchObject({ budgetToDate: 200000n, actualToDate: 100000n, variance: -100000n, forecast: 300000n, flagged: true })
  })
})

const inYear = (quarter: string) => monitor(of, spentOn('moved', { '2017/18 Q1': '1.00' }, 'B'), undefined, quarterNamed(quarter), percent(5)).value!

test('a line with neither budget nor cost in the year is left out; one with cost alone is flagged', () => {
  expect(inYear('2017/18 Q1').map(({ line, flagged }) => [line, flagged])).toEqual([['moved (B)', true], ['waste', true]])
  expect(inYear('2018/19 Q1').map(({ line }) => line)).toEqual(['later', 'waste'])
})

test('what nobody can be charged for is told, and nothing is monitored', () => {
  const { value, diagnostics } = monitor({ ...of, counts: new Map() }, { spend: [], payments: [] }, undefined, quarterNamed('2017/18 Q1'), percent(5))
  expect([value, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['no-weights']])
})
