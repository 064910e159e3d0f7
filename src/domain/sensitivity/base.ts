/** What inputs are varied from: a model with the changes of scenarios, and its plan. */
import type { Outcome } from '../diagnostic.ts'
import type { Model } from '../model.ts'
import type { Plan } from '../plan.ts'
import type { Ratio } from '../ratio.ts'
import { planUnder } from '../scenario/apply.ts'
import type { Change } from '../scenario/change.ts'
import { type Variable, withValue } from './variable.ts'

export interface Base {
  /** Without the changes. */
  readonly model: Model
  readonly changes: readonly Change[]
  readonly plan: Plan
}

export function baseOf(model: Model, changes: readonly Change[]): Outcome<Base> {
  const { value: plan, diagnostics } = planUnder(model, { changes })
  return { ...(plan && { value: { model, changes, plan } }), diagnostics }
}

export const planWith = ({ model, changes }: Base, variable: Variable, value: Ratio): Outcome<Plan> => planUnder(model, { changes: withValue(changes, variable, value) })
