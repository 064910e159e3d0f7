/**
 * A check asks one question of a model and answers with what it compared and what it found. A new check is one file like
 * its neighbours, and one row in the registry.
 */
import type { Severity } from '../diagnostic.ts'
import type { Context, Planned, Told } from './context.ts'
import type { Notice } from './notice.ts'

interface Named {
  readonly name: string
  /** The question, for a list of all checks. */
  readonly asks: string
  /** Whether a finding fails the model, unless the finding says otherwise. */
  readonly severity: Severity
  /** Which of the things that were told on the way to the plan are findings of this check. */
  readonly claims?: (told: Told) => boolean
}

/** One that needs the plan is not run where the plan has faults. */
export type Check = Named & (
  | { readonly needs: 'model'; readonly examine: (context: Context) => Examined }
  | { readonly needs: 'plan'; readonly examine: (context: Planned) => Examined }
)

export interface Examined {
  /** How many things were held against something. */
  readonly compared: number
  readonly notices: readonly Notice[]
}
