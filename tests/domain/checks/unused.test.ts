/** What no line needs: drivers, blends, indices and rates of years outside the plan. */
import { describe, expect, test } from 'vitest'
import type { Change } from '../../../src/domain/scenario/change.ts'
import { one } from '../../../src/domain/ratio.ts'
import { fixed } from '../../../src/domain/scenario/range.ts'
import { at, baselineLine, blend, byYear, costLine, counted, everyYear, model, percent, quarterNamed } from '../../models.ts'
import { contextFor, noticed, resultOf } from './checking.ts'

const found = (...of: Parameters<typeof model>): string[] =>
  noticed('ignored', model(...of)).map(({ code, args, at: place }) => `${code} ${Object.values(args).join(' ')} ${place?.file}:${place?.line}`)

const users = { A: { '2017/18': 1 } }
const halves = (a: string, b: string) => [counted(a), counted(b)].map(driver => ({ driver, portion: percent(50) }))

describe('a driver', () => {
  test('is unused where neither a line nor a blend goes by it; systems are not looked at', () => {
    expect(found({ counts: { users, calls: { B: { '2017/18': 1, '2017/18 Q3': 2 } }, size: users, 'users:email': users }, budget: [costLine('wire', { '2017/18': '1.00' })] }))
      .toEqual(['driver-unused calls test.csv:1', 'driver-unused size test.csv:1'])
    expect(found({ counts: { users, size: users }, blends: new Map([['mix', halves('users', 'size')]]), budget: [costLine('wire', { '2017/18': '1.00' }, { driver: blend('mix') })] })).toEqual([])
  })

  test('is used by a blend that is not', () => {
    expect(found({ counts: { users, size: users }, blends: new Map([['mix', halves('users', 'size')]]), budget: [] })).toEqual(['blend-unused mix model.yaml:0'])
  })
})

test('a blend is used by a line or by another blend', () => {
  const blends = new Map([['mix', halves('users', 'size')], ['deep', [{ driver: blend('mix'), portion: percent(100) }]], ['idle', [{ driver: blend('mix'), portion: percent(100) }]]])
  expect(found({ counts: { users, size: users }, blends, budget: [costLine('wire', { '2017/18': '1.00' }, { driver: blend('deep') })] })).toEqual(['blend-unused idle model.yaml:0'])
})

describe('an index', () => {
  test('is unused where no line of the budget or of the baseline has it', () => {
    const indexation = new Map([['pay', everyYear(2)], ['prices', byYear({ '2016/17': 1, '2017/18': 2 })], ['fuel', everyYear(3)], ['none', byYear({})]])
    expect(found({ counts: { users }, indexation, budget: [costLine('wire', { '2017/18': '1.00' }, { index: 'pay' })], baseline: [baselineLine('A', { '2017/18': '2.00' }, { index: 'fuel' })] }))
      .toEqual(['index-unused prices test.csv:1', 'index-unused none model.yaml:0'])
  })

  const rates = (stated: Readonly<Record<string, string>>): string[] => found({
    years: '2017/18 to 2018/19', counts: { users }, indexation: new Map([['pay', byYear({ '2015/16': 1, '2016/17': 2, '2017/18': 3, '2018/19': 4, '2019/20': 5 })]]),
    budget: [costLine('wire', stated, { index: 'pay' })],
  })

  test('has rates that no line needs after the plan, and before it where nothing is raised then', () => {
    expect(rates({ '2017/18': '1.00' })).toEqual(['rate-unused pay 2015 test.csv:1', 'rate-unused pay 2016 test.csv:2', 'rate-unused pay 2019 test.csv:5'])
    expect(rates({ '2015/16': '1.00' })).toEqual(['rate-unused pay 2015 test.csv:1', 'rate-unused pay 2019 test.csv:5'])
    expect(rates({ '2014/15 Q4': '1.00' })).toEqual(['rate-unused pay 2019 test.csv:5'])
    expect(rates({ '2014/15': '1.00', '2016/17': '2.00' })).toEqual(['rate-unused pay 2016 test.csv:2', 'rate-unused pay 2019 test.csv:5'])
  })
})

test('what a scenario goes by is used', () => {
  const of = model({
    counts: { users, calls: users, size: users, 'users:x': users }, blends: new Map([['mix', halves('users', 'users')]]), indexation: new Map([['pay', everyYear(2)], ['fuel', everyYear(2)]]),
    budget: [costLine('wire', { '2017/18': '1.00' })],
  })
  const changes: Change[] = [
    { kind: 'move', at: at(1), target: {}, to: { rule: 'shared', driver: counted('calls') } }, { kind: 'line', at: at(2), line: costLine('new', {}, { driver: counted('size'), index: 'pay' }) },
    { kind: 'join', at: at(3), partner: { id: 'C', name: 'C', joins: quarterNamed('2017/18 Q2') }, counts: [], baseline: [baselineLine('C', {}, { index: 'fuel' })] },
    { kind: 'move', at: at(4), target: {}, to: { rule: 'shared', driver: blend('mix') } }, { kind: 'start', at: at(5), share: fixed(one) },
  ]
  expect(noticed('ignored', of, { scenarios: { count: 1, amiss: [], changes } })).toEqual([])
  expect(noticed('ignored', of).map(({ code }) => code)).toEqual(['driver-unused', 'driver-unused', 'blend-unused', 'index-unused', 'index-unused'])
})

test('each driver, blend and rate counts as compared, beside every figure', () => {
  const of = model({ counts: { users }, indexation: new Map([['pay', byYear({ '2016/17': 1, '2017/18': 2 })], ['fuel', everyYear(2)]]), blends: new Map([['mix', halves('users', 'users')]]), budget: [costLine('wire', { '2017/18': '1.00' })] })
  expect(resultOf('ignored', contextFor(of)).compared).toBe(2 + 1 + 1 + 3)
})
