import { describe, expect, test } from 'vitest'
import { driverName } from '../../src/domain/drivers/driver.ts'
import { inPounds } from '../../src/domain/money.ts'
import { yearName } from '../../src/domain/period.ts'
import { baselineShape, budgetShape, readBaseline, readBudget } from '../../src/read/lines.ts'
import type { Names } from '../../src/read/names.ts'
import { readPeriodTable } from '../../src/read/period-table.ts'
import { readYears } from '../../src/read/scalar.ts'
import { cell, outcome, places, telling } from './reading.ts'

const names: Names = {
  currency: 'GBP', years: outcome(readYears(cell('2017/18 to 2018/19'))) as NonNullable<Names['years']>, partners: ['N', 'S'], indices: ['pay'],
  categories: ['staff'], users: ['email'], expected: ['payroll'], counted: ['population'], blends: ['size'],
}
const header = 'line,category,rule,driver,partner,index,profile,2017/18\n'

const budget = (row: string) => telling(tell => readBudget(readPeriodTable({ file: 'b', text: header + row }, budgetShape, tell) ?? [], names, tell))
const baseline = (text: string) => telling(tell => readBaseline(readPeriodTable({ file: 'b', text }, baselineShape, tell) ?? [], names, tell))

describe('a line of the budget', () => {
  test.each([
    ['a,staff,staff,,,,,1', 'staff baseline:staff'], ['a,other,staff,,,,,1', 'staff baseline:other'], ['a,other,staff,population,,,,1', 'staff population'],
    ['a,other,project,payroll,,,,1', 'project expected:payroll'], ['a,other,project,users:email,,,,1', 'project users:email'], ['a,other,project,,N,,,1', 'project N alone'],
    ['a,other,shared,email,,,,1', 'shared users:email'], ['a,other,shared,expected:payroll,,,,1', 'shared expected:payroll'], ['a,other,shared,size,,,,1', 'shared size'],
    ['a,other,legacy,,S,,,1', 'legacy S alone'],
    ['a,other,pooled,,,,,1', 'pooled baseline'], ['a,other,pooled,baseline:staff,,,,1', 'pooled baseline:staff'],
  ])('%s is charged by rule and driver: %s', (row, charged) => {
    const { value: [line], codes } = budget(row)
    expect({ charged: line && `${line.rule} ${driverName(line.driver)}`, codes }).toEqual({ charged, codes: [] })
  })

  test('has its amounts, its index and its profile', () => {
    const { value: [line] } = budget('a,staff,staff,,,pay,40% 20% 20% 20%,"£1,234.50"')
    expect(line).toMatchObject({ id: 'a', category: 'staff', index: 'pay', profile: [2n, 1n, 1n, 1n], at: { line: 2, column: 1, length: 1 } })
    expect([...line!.amounts.years].map(([year, { value, at }]) => `${yearName(year)} ${inPounds(value)} ${at.column}`)).toEqual(['2017/18 1234.50 37'])
  })

  test.each([
    ['a,other,shared,,,,,1', 'b:2:9 line-lacks'], ['a,other,project,,,,,1', 'b:2:9 line-lacks'], ['a,other,legacy,,,,,1', 'b:2:9 line-lacks'],
    ['a,other,staff,,N,,,1', 'b:2:16 line-refuses'], ['a,other,pooled,,N,,,1', 'b:2:17 line-refuses'], ['a,other,shared,email,N,,,1', 'b:2:22 line-refuses'],
    ['a,other,legacy,email,N,,,1', 'b:2:16 line-refuses'],
    ['a,other,Staff,,,,,1', 'b:2:9 unknown-rule'], ['a,other,shared,e-mail,,,,1', 'b:2:16 unknown-system'], ['a,other,pooled,email,,,,1', 'b:2:16 unknown-driver'],
    ['a,other,legacy,,W,,,1', 'b:2:17 unknown-partner'], ['a,other,staff,,,pays,,1', 'b:2:17 unknown-index'], ['a,other,staff,,,,half,1', 'b:2:18 bad-profile'],
    ['a,other,staff,,,,,one', 'b:2:19 bad-amount'],
  ])('%s is refused at %s', (row, place) => {
    expect(places(budget(row).told)).toEqual([place])
  })

  test('tells all that is amiss with it at once', () => {
    expect(budget('a,other,shared,e-mail,W,pays,half,one').codes.toSorted())
      .toEqual(['bad-amount', 'bad-profile', 'line-refuses', 'unknown-index', 'unknown-partner', 'unknown-system'])
  })

  test('of a project for one partner may name the system that is enhanced, which must be one, and is charged to the partner alone', () => {
    expect(budget('a,other,project,payroll,N,,,1')).toMatchObject({ codes: [], value: [{ driver: { kind: 'direct', partner: 'N' } }] })
    expect(budget('a,other,project,pay-roll,N,,,1').codes).toEqual(['unknown-system'])
  })

  test('stands in code-point order', () => {
    expect(budget('b,x,staff,,,,,1\né,x,staff,,,,,1\nB,x,staff,,,,,1\n10,x,staff,,,,,1\n9,x,staff,,,,,1\n').value.map(({ id }) => id)).toEqual(['10', '9', 'B', 'b', 'é'])
  })
})

describe('a line of the baseline', () => {
  test('is one partner’s, and stands in the order of its id and its partner', () => {
    const { value, codes } = baseline('partner,line,category,2017/18\nS,b,staff,1\nS,a,staff,2\nN,b,staff,3\n')
    expect(codes).toEqual([])
    expect(value.map(({ id, partner }) => `${id} ${partner}`)).toEqual(['a S', 'b N', 'b S'])
  })

  test('after the plan is told once for each period, and does not stop the reading', () => {
    const { value, told } = baseline('partner,line,category,2018/19,2019/20,2020/21 Q1\nS,b,staff,1,2,3\nN,b,staff,1,2,3\n')
    expect(value).toHaveLength(2)
    expect(places(told)).toEqual(['b:2:13 after-the-plan', 'b:2:15 after-the-plan'])
    expect(told.every(({ severity }) => severity === 'warning')).toBe(true)
  })
})
