/**
 * Facts: for every year, partner and line what it costs or would have cost, each a sum of leaves. Whatever is reported
 * by year, partner, category, rule or line is a sum of facts, so everything ties however it is grouped.
 */
import type { Category, PartnerId } from './model.ts'
import { type Money, sum } from './money.ts'
import type { Year } from './period.ts'
import type { Plan } from './plan.ts'
import type { RuleName } from './rules/registry.ts'

export interface Fact {
  readonly measure: 'baseline' | 'cost'
  readonly year: Year
  readonly partner: PartnerId
  readonly category: Category
  /** A baseline has no rule: each partner would bear its own. */
  readonly rule?: RuleName
  readonly line: string
  readonly amount: Money
}

/** Every fact that is not nil: baselines first, then costs, by line, year and partner. */
export function factsOf({ model, costs, baseline }: Plan): Fact[] {
  const baselines = baseline.map(({ line, year, counted }): Fact =>
    ({ measure: 'baseline', year, partner: line.partner, category: line.category, line: line.id, amount: counted }))
  const borne = costs.flatMap(({ line, year, runs }) => model.partners.map(({ id }, place): Fact => ({
    measure: 'cost', year, partner: id, category: line.category, rule: line.rule, line: line.id,
    amount: sum(runs.flatMap(({ quarters }) => quarters.map(({ parts }) => parts[place]!))),
  })))
  return [...baselines, ...borne].filter(({ amount }) => amount !== 0n)
}
