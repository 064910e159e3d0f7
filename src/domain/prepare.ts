/**
 * What a plan and a charge both start from: every line's amounts linked to its index, and a weigher that knows the
 * partners' baselines.
 */
import type { Diagnostic } from './diagnostic.ts'
import { type Weigher, weigher } from './drivers/weigher.ts'
import { type LinkedBaseline, type LinkedCost, linkToIndex } from './index-linking.ts'
import type { Model } from './model.ts'

export interface Prepared {
  readonly model: Model
  readonly baseline: readonly LinkedBaseline[]
  readonly budget: readonly LinkedCost[]
  readonly weigh: Weigher
}

export function prepare(model: Model): { prepared: Prepared; diagnostics: Diagnostic[] } {
  const baseline = model.baseline.map(line => linkToIndex(line, model))
  const budget = model.budget.map(line => linkToIndex(line, model))
  const linkedBaseline = baseline.map(({ linked }) => linked)
  return {
    prepared: { model, baseline: linkedBaseline, budget: budget.map(({ linked }) => linked), weigh: weigher(model, linkedBaseline) },
    diagnostics: [...baseline, ...budget].flatMap(({ diagnostics }) => diagnostics),
  }
}
