/** What no line needs: drivers, blends, indices and rates of years outside the plan. */
import { describe, expect, test } from 'vitest'
import { baselineLine, blend, byYear, costLine, counted, everyYear, model, percent } from '../../models.ts'
import { contextFor, noticed, resultOf } from './checking.ts'

const found = (...of: Parameters<typeof model>): string[] =>
  noticed('ignored', model(...of)).map(({ code, args, at }) => `${code} ${Object.values(args).join(' ')} ${at?.file}:${at?.line}`)

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

test('each driver, blend and rate counts as compared, beside every figure', () => {
  const of = model({ counts: { users }, indexation: new Map([['pay', byYear({ '2016/17': 1, '2017/18': 2 })], ['fuel', everyYear(2)]]), blends: new Map([['mix', halves('users', 'users')]]), budget: [costLine('wire', { '2017/18': '1.00' })] })
  expect(resultOf('ignored', contextFor(of)).compared).toBe(2 + 1 + 1 + 3)
})
