/**
 * What a run of a simulation comes to: the plan of the model under the run's changes, summed by category, year and partner.
 * The quick way is taken where there is one; it gives the very same pence, or nothing, and then the plan is made in full.
 */
import type { Outcome } from '../diagnostic.ts'
import type { Model } from '../model.ts'
import type { Plan } from '../plan.ts'
import { planUnder } from '../scenario/apply.ts'
import type { Change } from '../scenario/change.ts'
import { quickWay } from './quick/way.ts'
import { type Layout, layoutOf, type Standing, standingOf } from './standing.ts'

export interface Evaluator {
  readonly layout: Layout
  /** Of changes like those at the centre, whose figures alone may differ. */
  readonly evaluate: (changes: readonly Change[]) => Outcome<Standing>
}

/** @param central the plan under the changes as they are likeliest */
export function evaluator(model: Model, changes: readonly Change[], central: Plan): Evaluator {
  const layout = layoutOf(central.model)
  const quick = quickWay(model, changes, central.model, layout)
  return {
    layout,
    evaluate: run => {
      const standing = quick?.(run)
      return standing ? { value: standing, diagnostics: [] } : inFull(model, run, layout)
    },
  }
}

function inFull(model: Model, changes: readonly Change[], layout: Layout): Outcome<Standing> {
  const { value, diagnostics } = planUnder(model, { changes }, true)
  return value ? { value: standingOf(value, layout), diagnostics } : { diagnostics }
}
