import { describe, expect, test } from 'vitest'
import type { Driver } from '../../../src/domain/drivers/driver.ts'
import { weigher } from '../../../src/domain/drivers/weigher.ts'
import { linkToIndex } from '../../../src/domain/index-linking.ts'
import { alone, baselineLine, blend, counted, model, percent, quarterNamed } from '../../models.ts'

const of = model({
  years: '2017/18 to 2018/19',
  partners: ['A', { id: 'B', name: 'B', joins: quarterNamed('2017/18 Q3'), leaves: quarterNamed('2018/19 Q2') }],
  counts: {
    users: { A: { '2017/18': 3 }, B: { '2017/18': 1 } },
    other: { B: { '2017/18': 5 } },
    debts: { A: { '2017/18': 3 }, B: { '2017/18': -1 } },
  },
  blends: new Map([
    ['mix', [{ driver: counted('users'), portion: percent(60) }, { driver: counted('other'), portion: percent(40) }]],
    ['nested', [{ driver: blend('mix'), portion: percent(50) }, { driver: alone('A'), portion: percent(50) }]],
    ['owing', [{ driver: counted('users'), portion: percent(60) }, { driver: counted('debts'), portion: percent(40) }]],
  ]),
  baseline: [baselineLine('A', { '2017/18': '3.00' }), baselineLine('B', { '2017/18': '1.00' })],
})

const weigh = weigher(of, of.baseline.map(line => linkToIndex(line, of).linked))

const whole = (driver: Driver, quarter = '2017/18 Q4'): readonly bigint[] => weigh(driver, quarterNamed(quarter)).whole
const flaw = (driver: Driver, quarter = '2017/18 Q4') => weigh(driver, quarterNamed(quarter)).flaw

describe('a partner that takes no part in a quarter weighs nothing', () => {
  test('before it joins and after it leaves, whatever was counted of it', () => {
    expect(['2017/18 Q2', '2017/18 Q3', '2018/19 Q2', '2018/19 Q3'].map(quarter => whole(counted('users'), quarter))).toEqual([[3n, 0n], [3n, 1n], [3n, 1n], [3n, 0n]])
  })

  test('by its baseline', () => {
    expect(whole({ kind: 'baseline' }, '2017/18 Q2')).toEqual([300n, 0n])
    expect(whole({ kind: 'baseline', category: 'staff' }, '2017/18 Q3')).toEqual([300n, 100n])
  })

  test('in equal parts, where the others weigh one each', () => {
    expect(['2017/18 Q2', '2017/18 Q3'].map(quarter => whole({ kind: 'equal' }, quarter))).toEqual([[1n, 0n], [1n, 1n]])
  })

  test('and by a line of its own: nobody can bear it', () => {
    expect(whole(alone('B'), '2017/18 Q2')).toEqual([0n, 0n])
    expect(flaw(alone('B'), '2017/18 Q2')).toEqual({ kind: 'empty', driver: alone('B') })
    expect(whole(alone('B'))).toEqual([0n, 1n])
  })
})

describe('a blend', () => {
  test('of 3 to 1 at 60% and none to all at 40% is 0.45 to 0.55, 9 to 11', () => {
    expect(whole(blend('mix'))).toEqual([9n, 11n])
  })

  test('of that and one partner alone, half and half, is 0.725 to 0.275, 29 to 11', () => {
    expect(whole(blend('nested'))).toEqual([29n, 11n])
  })

  test('is flawed by the driver of its part, however deep, where nothing of it was counted in the quarter', () => {
    expect(flaw(blend('mix'), '2017/18 Q2')).toEqual({ kind: 'empty', driver: counted('other') })
    expect(flaw(blend('nested'), '2017/18 Q2')).toEqual({ kind: 'empty', driver: counted('other') })
  })

  test('and where less than nothing was counted of a partner', () => {
    expect(flaw(blend('owing'))).toEqual({ kind: 'negative', driver: counted('debts'), place: 1 })
  })

  test('that has no parts, or that nobody defined, weighs nothing', () => {
    expect(flaw(blend('none'))).toEqual({ kind: 'empty', driver: blend('none') })
  })
})

test('drivers of one name and two kinds are two drivers', () => {
  const both = model({
    counts: { mix: { A: { '2017/18': 7 }, B: { '2017/18': 2 } }, users: { A: { '2017/18': 1 }, B: { '2017/18': 1 } } },
    blends: new Map([['mix', [{ driver: counted('users'), portion: percent(100) }]]]),
  })
  const by = weigher(both, [])
  expect([counted('mix'), blend('mix')].map(driver => by(driver, quarterNamed('2017/18 Q1')).whole)).toEqual([[7n, 2n], [1n, 1n]])
})

test('asked twice, it weighs once', () => {
  expect(weigh(counted('users'), quarterNamed('2017/18 Q4'))).toBe(weigh(counted('users'), quarterNamed('2017/18 Q4')))
})
