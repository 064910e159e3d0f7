import { describe, expect, test } from 'vitest'
import { type Actuals, noActuals } from '../../src/domain/actuals.ts'
import { chargeable, quartersTo } from '../../src/domain/chargeable.ts'
import type { Model } from '../../src/domain/model.ts'
import { quarterName } from '../../src/domain/period.ts'
import { prepare } from '../../src/domain/prepare.ts'
import { at, costLine, model, quarterNamed, spentOn } from '../models.ts'

const users = { users: { A: { '2017/18': 2 }, B: { '2017/18': 1 } } }
const waste = model({ years: '2017/18 to 2018/19', counts: users, budget: [costLine('waste', { '2017/18': '40.00', '2018/19': '80.00' })] })

const known = (of: Model, actuals: Actuals, closed: readonly string[], last: string) =>
  chargeable(prepare(of).prepared, actuals, quarter => closed.includes(quarterName(quarter)), quarterNamed(last))

describe('the cost of a quarter', () => {
  test('is its instalment of budget until it is closed, and what was spent from then on', () => {
    const { lines } = known(waste, spentOn('waste', { '2017/18 Q1': '12.00', '2017/18 Q2': '13.00' }), ['2017/18 Q1'], '2017/18 Q2')
    expect(lines[0]!.quarters.map(({ basis, budget, cost }) => [basis, budget, cost])).toEqual([['actual', 1000n, 1200n], ['budget', 1000n, 1000n]])
  })

  test('is borne as the plan bears it: £10.00 and £10.00 by 2 and 1 are 6.67 and 3.33, then 6.66 and 3.34', () => {
    const [line] = known(waste, noActuals, [], '2017/18 Q2').lines
    expect(line!.quarters.map(({ costParts }) => costParts)).toEqual([[667n, 333n], [666n, 334n]])
  })

  test('begins anew each year: the last penny of one and the first of the next both go to the 2, not one to each', () => {
    const pennies = model({ years: '2017/18 to 2018/19', counts: users, budget: [costLine('waste', { '2017/18 Q4': '0.01', '2018/19 Q1': '0.01' })] })
    const [line] = known(pennies, noActuals, [], '2018/19 Q1').lines
    expect(line!.quarters.slice(-2).map(({ costParts }) => costParts)).toEqual([[1n, 0n], [1n, 0n]])
  })

  test('of budget and of cost are borne apart: £10.00 is 6.67 and 3.33, £13.00 is 8.67 and 4.33', () => {
    const [line] = known(waste, spentOn('waste', { '2017/18 Q1': '13.00' }), ['2017/18 Q1'], '2017/18 Q1').lines
    expect(line!.quarters.map(({ budgetParts, costParts }) => [budgetParts, costParts])).toEqual([[[667n, 333n], [867n, 433n]]])
  })

  test('is nil where a closed quarter has no actual, which is told where there was a budget', () => {
    const { lines, diagnostics } = known(waste, noActuals, ['2017/18 Q1'], '2017/18 Q1')
    expect(lines[0]!.quarters.map(({ cost }) => cost)).toEqual([0n])
    expect(diagnostics).toEqual([{ code: 'no-actual', severity: 'warning', at: at(7), args: { line: 'waste', quarters: [quarterNamed('2017/18 Q1')] } }])
    const late = model({ counts: users, budget: [costLine('waste', { '2017/18 Q2': '1.00' })] })
    expect(known(late, noActuals, ['2017/18 Q1'], '2017/18 Q1').diagnostics).toEqual([])
  })

  test('is what was spent on a line that is not in the budget, and nothing before', () => {
    const { lines } = known(waste, spentOn('moved', { '2017/18 Q2': '5.00' }, 'B'), ['2017/18 Q2'], '2017/18 Q2')
    expect(lines.map(({ line }) => line.id)).toEqual(['moved (B)', 'waste'])
    expect(lines[0]!.quarters.map(({ budget, cost, costParts }) => [budget, cost, costParts])).toEqual([[0n, 0n, [0n, 0n]], [0n, 500n, [0n, 500n]]])
  })
})

test('what nobody can be charged for is told once for each line, of the budget first', () => {
  const of = model({ counts: {}, budget: [costLine('waste', { '2017/18': '40.00' }), costLine('wire', { '2017/18': '0.00' })] })
  const { lines, diagnostics } = known(of, spentOn('wire', { '2017/18 Q1': '1.00' }), ['2017/18 Q1'], '2017/18 Q2')
  expect(lines).toEqual([])
  expect(diagnostics.map(({ code, args }) => [code, args])).toMatchObject([
    ['no-weights', { line: 'waste', amount: 2000n }], ['no-weights', { line: 'wire', amount: 100n }],
  ])
})

test("the quarters to one run from the plan's first", () => {
  expect(quartersTo(quarterNamed('2018/19 Q1'), prepare(waste).prepared).map(quarterName))
    .toEqual(['2017/18 Q1', '2017/18 Q2', '2017/18 Q3', '2017/18 Q4', '2018/19 Q1'])
})
