import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Money, pence } from '../../src/domain/money.ts'
import { yearName } from '../../src/domain/period.ts'
import type { CostYear, Plan } from '../../src/domain/plan.ts'
import { checkSums } from '../../src/domain/sums.ts'
import { baselineLine, costLine, model, planOf } from '../models.ts'
import { forAll, same } from '../properties.ts'
import { models } from '../random-models.ts'

const example = planOf(model({
  years: '2017/18 to 2018/19',
  counts: { users: { A: { '2017/18': 2 }, B: { '2017/18': 1 } } },
  baseline: [baselineLine('A', { '2017/18': '50.00' })],
  budget: [costLine('waste', { '2017/18': '40.00', '2018/19': '40.00' }), costLine('wire', { '2017/18': '1.00' })],
}))

/** The plan with a penny more on one leaf. */
function tamper({ costs, ...plan }: Plan, which: number, quarter: number, place: number): Plan {
  const change = (parts: readonly Money[]): Money[] => parts.map((part, at) => (at === place % parts.length ? pence(part + 1n) : part))
  let at = 0
  const inLine = (of: CostYear): CostYear =>
    ({ ...of, runs: of.runs.map(run => ({ ...run, quarters: run.quarters.map(each => (at++ === quarter ? { ...each, parts: change(each.parts) } : each)) })) })
  return { ...plan, costs: costs.map((of, line) => (line === which % costs.length ? inLine(of) : of)) }
}

describe('the sums of a plan', () => {
  test('are two lines in two years, and cost, baseline and saving of each year', () => {
    expect(checkSums(example)).toEqual([{ of: 'lines', compared: 4, faults: [] }, { of: 'partners', compared: 6, faults: [] }])
  })

  test('a penny too much on a leaf shows in its line and in the cost of its year', () => {
    const [lines, partners] = checkSums(tamper(example, 1, 2, 0))
    expect(lines!.faults).toEqual([{ what: 'line waste, 2018/19', total: 4000n, parts: 4001n }])
    expect(partners!.faults).toEqual([{ what: 'cost, 2018/19', total: 4000n, parts: 4001n }])
  })

  test('all hold for every sound plan, and a penny too much on any one leaf shows', () => {
    forAll([models, fc.nat(99), fc.nat(3), fc.nat(99)], (of, which, quarter, place) => {
      const made = planOf(of)
      const checks = checkSums(made)
      same(checks.flatMap(({ faults }) => faults), [])
      same(checks.map(({ compared }) => compared), [of.budget.length * of.years.length, 3 * of.years.length])
      const { line, year } = made.costs[which % made.costs.length]!
      const faults = checkSums(tamper(made, which, quarter, place)).flatMap(check => check.faults)
      same(faults.flatMap(({ what, total, parts }) => [what, parts - total]), [`line ${line.id}, ${yearName(year)}`, 1n, `cost, ${yearName(year)}`, 1n])
    })
  })

  test('a line whose leaves are lost is out by all of it', () => {
    const [lines, partners] = checkSums({ ...example, costs: example.costs.map(of => (of.line.id === 'wire' ? { ...of, runs: [] } : of)) })
    expect(lines!.faults).toEqual([{ what: 'line wire, 2017/18', total: 100n, parts: 0n }])
    expect(partners!.faults).toEqual([{ what: 'cost, 2017/18', total: 4100n, parts: 4000n }])
  })

  test('of nothing hold too', () => {
    expect(checkSums(planOf(model({})))).toEqual([{ of: 'lines', compared: 0, faults: [] }, { of: 'partners', compared: 3, faults: [] }])
  })

  test('a baseline of nobody shows in the baseline and in the saving of its year', () => {
    const baseline = example.baseline.map(of => ({ ...of, line: { ...of.line, partner: 'gone' } }))
    const [, partners] = checkSums({ ...example, baseline })
    expect(partners!.faults).toEqual([{ what: 'baseline, 2017/18', total: 5000n, parts: 0n }, { what: 'saving, 2017/18', total: 900n, parts: -4100n }])
  })
})
