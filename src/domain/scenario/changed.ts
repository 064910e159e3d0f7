/** What a change makes of a model, and of its lines once their amounts are known; or why it makes nothing of them. */
import type { Diagnostic } from '../diagnostic.ts'
import type { Model } from '../model.ts'
import type { Money } from '../money.ts'
import type { LinkedLines } from '../prepare.ts'

export type Changed = { readonly model: Model; readonly told?: readonly Diagnostic[] } | { readonly wrong: Diagnostic }

export type ChangedLines = { readonly lines: LinkedLines; readonly beyond?: readonly Beyond[] } | { readonly wrong: Diagnostic }

/** What a delay pushed past the plan's end. */
export interface Beyond {
  readonly line: string
  readonly amount: Money
}
