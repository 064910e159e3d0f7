/**
 * The sums held against each other: for every line and year the leaves against the line's amount, and for every year
 * the partners' costs and savings against the totals. Each side is added up its own way.
 */
import { groupBy } from './group.ts'
import { leavesOf } from './leaf.ts'
import { nil, plus, type Money, sum } from './money.ts'
import { type Year, yearName, yearOf } from './period.ts'
import type { Plan } from './plan.ts'
import { savings, type YearSavings } from './savings.ts'

export interface SumCheck {
  readonly of: 'lines' | 'partners'
  readonly compared: number
  readonly faults: readonly { readonly what: string; readonly total: Money; readonly parts: Money }[]
}

export function checkSums(plan: Plan, years: readonly YearSavings[] = savings(plan, () => true)): SumCheck[] {
  return [check('lines', lineSums(plan)), check('partners', partnerSums(plan, years))]
}

interface Sum {
  readonly what: string
  readonly total: Money
  readonly parts: Money
}

const check = (of: SumCheck['of'], sums: readonly Sum[]): SumCheck =>
  ({ of, compared: sums.length, faults: sums.filter(({ total, parts }) => total !== parts) })

function lineSums(plan: Plan): Sum[] {
  const ofLeaves = new Map<string, Money>()
  for (const { line, quarter, amount } of leavesOf(plan)) {
    const key = keyOf(line.id, yearOf(quarter))
    ofLeaves.set(key, plus(ofLeaves.get(key) ?? nil, amount))
  }
  return plan.costs.map(({ line, year, amount }) =>
    ({ what: `line ${line.id}, ${yearName(year)}`, total: amount.total, parts: ofLeaves.get(keyOf(line.id, year)) ?? nil }))
}

const keyOf = (line: string, year: Year): string => `${year} ${line}`

function partnerSums(plan: Plan, years: readonly YearSavings[]): Sum[] {
  const costs = groupBy(plan.costs, ({ year }) => year)
  const baselines = groupBy(plan.baseline, ({ year }) => year)
  return years.flatMap(({ year, partners, saving }) => {
    const cost = sum((costs.get(year) ?? []).map(({ amount }) => amount.total))
    const baseline = sum((baselines.get(year) ?? []).map(({ counted }) => counted))
    return [
      { what: `cost, ${yearName(year)}`, total: cost, parts: sum(partners.map(of => of.cost)) },
      { what: `baseline, ${yearName(year)}`, total: baseline, parts: sum(partners.map(of => of.baseline)) },
      { what: `saving, ${yearName(year)}`, total: saving, parts: sum(partners.map(of => of.saving)) },
    ]
  })
}
