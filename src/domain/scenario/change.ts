/** A scenario: changes to a model, each with what it is about and where it was written. */
import type { Driver } from '../drivers/driver.ts'
import type { BaselineLine, Category, CostLine, IndexId, Partner, PartnerId } from '../model.ts'
import type { Quarter } from '../period.ts'
import type { Ratio } from '../ratio.ts'
import type { RuleName } from '../rules/registry.ts'
import type { At } from '../stated.ts'
import type { Varying } from './range.ts'
import type { Span, Target } from './target.ts'

export interface Scenario {
  /** What the command line calls it by: the name of its file. */
  readonly id: string
  readonly name: string
  readonly changes: readonly Change[]
  readonly correlations?: readonly Correlation[]
}

/** How far two ranges, by their names, come out together: nil where independent, near 1 where hardly apart. */
export interface Correlation {
  readonly between: readonly [string, string]
  readonly of: Ratio
  readonly at: At
}

/** What becomes of a figure. Money is in pence, a rate or a factor a fraction of 1. */
export interface Adjustment {
  readonly how: 'set' | 'add' | 'scale'
  readonly by: Varying
}

export type Change = { readonly at: At } & (
  | { readonly kind: 'amounts'; readonly of: 'budget' | 'baseline'; readonly target: Target; readonly adjustment: Adjustment }
  | { readonly kind: 'counts'; readonly driver: string; readonly partner?: PartnerId; readonly span?: Span; readonly adjustment: Adjustment }
  | { readonly kind: 'rates'; readonly index: IndexId; readonly span?: Span; readonly adjustment: Adjustment }
  | { readonly kind: 'move'; readonly target: Target; readonly to: Apportioned; readonly from?: Quarter }
  | { readonly kind: 'delay'; readonly target: Target; readonly quarters: number }
  | { readonly kind: 'line'; readonly line: CostLine }
  | { readonly kind: 'join'; readonly partner: Partner & { readonly joins: Quarter }; readonly counts: readonly Counted[]; readonly baseline: readonly BaselineLine[] }
  | { readonly kind: 'leave'; readonly partner: PartnerId; readonly last: Quarter; readonly costs: CostsLeft; readonly ownLines: 'stay' | 'go' }
  | { readonly kind: 'start'; readonly share: Varying; readonly category?: Category }
)

export type ChangeOf<K extends Change['kind']> = Extract<Change, { readonly kind: K }>

/** How a line is apportioned. */
export interface Apportioned {
  readonly rule: RuleName
  readonly driver: Driver
}

/** What is counted of a partner that joins, from the quarter in which it does. */
export interface Counted {
  readonly driver: string
  readonly count: Ratio
}

/** Who carries the costs that stay when a partner leaves. */
export type CostsLeft =
  | { readonly by: 'others' }
  | { readonly by: 'host' }
  /** The leaver itself for so many quarters, and then the others. */
  | { readonly by: 'leaver'; readonly quarters: number }
