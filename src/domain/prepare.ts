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
  const { lines, diagnostics } = linkAll(model)
  return { prepared: preparedWith(model, lines), diagnostics }
}

/** Every line with its amounts. */
export interface LinkedLines {
  readonly baseline: readonly LinkedBaseline[]
  readonly budget: readonly LinkedCost[]
}

export function linkAll(model: Model): { lines: LinkedLines; diagnostics: Diagnostic[] } {
  const baseline = model.baseline.map(line => linkToIndex(line, model))
  const budget = model.budget.map(line => linkToIndex(line, model))
  return {
    lines: { baseline: baseline.map(({ linked }) => linked), budget: budget.map(({ linked }) => linked) },
    diagnostics: ratesOnce([...baseline, ...budget].flatMap(({ diagnostics }) => diagnostics)),
  }
}

export const preparedWith = (model: Model, { baseline, budget }: LinkedLines): Prepared => ({ model, baseline, budget, weigh: weigher(model, baseline) })

/** A rate that is missing is told of the first line that needs it. */
function ratesOnce(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const told = new Set<string>()
  return diagnostics.filter(({ code, args }) => {
    if (code !== 'no-rate') return true
    const rate = `${args.index} ${args.year}`
    return !told.has(rate) && told.add(rate)
  })
}
