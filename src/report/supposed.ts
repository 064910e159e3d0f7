/** A scenario with what comes of it: the plan under it, and what its delays push past the plan's end. */
import type { Plan } from '../domain/plan.ts'
import type { Change } from '../domain/scenario/change.ts'
import type { Beyond } from '../domain/scenario/changed.ts'

export interface Supposed {
  readonly id: string
  readonly name: string
  readonly changes: readonly Change[]
  readonly plan: Plan
  /** What its delays push past the plan's end. */
  readonly beyond: readonly Beyond[]
}
