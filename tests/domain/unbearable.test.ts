import { describe, expect, test } from 'vitest'
import type { Model } from '../../src/domain/model.ts'
import { plan } from '../../src/domain/plan.ts'
import { alone, at, blend, costLine, counted, model, percent, quarterNamed } from '../models.ts'

const told = (of: Model) => plan(of).diagnostics

describe('a cost that nobody can be charged for is told', () => {
  test('where nothing was counted: the line, the driver and the quarters are named', () => {
    const of = model({ counts: { users: { A: { '2017/18 Q3': 2 } } }, budget: [costLine('waste', { '2017/18': '40.00' })] })
    expect(told(of)).toEqual([{
      code: 'no-weights', severity: 'error', at: at(7),
      args: { line: 'waste', driver: counted('users'), first: quarterNamed('2017/18 Q1'), last: quarterNamed('2017/18 Q2'), amount: 2000n },
    }])
  })

  test('once for each stretch of quarters, even across years', () => {
    const counts = { users: { A: { '2017/18 Q1': 1, '2017/18 Q2': 0, '2017/18 Q3': 1, '2017/18 Q4': 0 } } }
    const of = model({ years: '2017/18 to 2018/19', counts, budget: [costLine('waste', { '2017/18': '4.00', '2018/19 Q1': '7.00' })] })
    expect(told(of).map(({ args }) => args)).toMatchObject([
      { first: quarterNamed('2017/18 Q2'), last: quarterNamed('2017/18 Q2'), amount: 100n },
      { first: quarterNamed('2017/18 Q4'), last: quarterNamed('2018/19 Q1'), amount: 800n },
    ])
  })

  test('where less than nothing was counted of a partner, which is named', () => {
    const of = model({ counts: { users: { A: { '2017/18': 2 }, B: { '2017/18 Q4': -1 } } }, budget: [costLine('waste', { '2017/18': '40.00' })] })
    const [first, last] = [quarterNamed('2017/18 Q4'), quarterNamed('2017/18 Q4')]
    expect(told(of)).toEqual([{
      code: 'negative-weight', severity: 'error', at: at(7), args: { line: 'waste', driver: counted('users'), partner: 'B', first, last, amount: 1000n },
    }])
  })

  test('where it falls on one partner alone in quarters it takes no part in', () => {
    const partners = ['A', { id: 'B', name: 'B', joins: quarterNamed('2017/18 Q2') }]
    const of = model({ partners, budget: [costLine('old', { '2017/18': '40.00' }, { driver: alone('B') })] })
    const first = quarterNamed('2017/18 Q1')
    expect(told(of)).toEqual([{ code: 'partner-absent', severity: 'error', at: at(7), args: { line: 'old', partner: 'B', first, last: first, amount: 1000n } }])
  })

  test('by the part of the blend that nothing was counted of', () => {
    const blends = new Map([['mix', [{ driver: counted('users'), portion: percent(60) }, { driver: counted('calls'), portion: percent(40) }]]])
    const of = model({ blends, counts: { users: { A: { '2017/18': 1 } } }, budget: [costLine('waste', { '2017/18': '40.00' }, { driver: blend('mix') })] })
    expect(told(of).map(({ args }) => args)).toMatchObject([{ driver: counted('calls'), amount: 4000n }])
  })

  test('a refund as much as a payment', () => {
    expect(told(model({ budget: [costLine('waste', { '2017/18 Q2': '-0.01' })] })).map(({ args }) => args)).toMatchObject([{ amount: -1n }])
  })

  test('but a quarter without cost needs nobody', () => {
    expect(told(model({ budget: [costLine('waste', { '2017/18': '0.00' })] }))).toEqual([])
  })
})
