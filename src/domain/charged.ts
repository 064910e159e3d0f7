/** What is charged of a line for a quarter, and what was known when it was: the same live and in an issued record. */
import type { Basis } from './chargeable.ts'
import type { Category, PartnerId } from './model.ts'
import { type Money, sum } from './money.ts'
import type { Quarter } from './period.ts'
import type { Ratio } from './ratio.ts'
import type { RuleName } from './rules/registry.ts'

export interface ChargedLine {
  readonly line: string
  readonly category: Category
  readonly rule: RuleName
  readonly driver: string
  /** Every quarter to date, the one charged last; none of a line that is no longer in the budget. */
  readonly known: readonly KnownQuarter[]
  readonly parts: readonly ChargedPart[]
  readonly reasons: readonly AdjustmentReason[]
}

/** What the partnership's cost of a quarter was taken to be, and by which weights it went. */
export interface KnownQuarter {
  readonly quarter: Quarter
  readonly basis: Basis
  readonly budget: Money
  readonly cost: Money
  readonly weights: ReadonlyMap<PartnerId, Ratio>
}

/** What one partner is charged of a line. */
export interface ChargedPart extends ChargedAmounts {
  readonly partner: PartnerId
}

export interface ChargedAmounts {
  readonly instalment: Money
  readonly overspend: Money
  readonly adjustment: Money
  /** This charge and all that was issued before. */
  readonly toDate: Money
}

export const chargeOf = ({ instalment, overspend, adjustment }: ChargedAmounts): Money => sum([instalment, overspend, adjustment])

/** Whether anything is charged, now or to date. */
export const isAnything = ({ instalment, overspend, adjustment, toDate }: ChargedAmounts): boolean =>
  [instalment, overspend, adjustment, toDate].some(amount => amount !== 0n)

/** Why earlier quarters are adjusted. */
export type AdjustmentReason =
  /** The quarter, or the line in it, was never charged before. */
  | { readonly kind: 'never-charged'; readonly quarter: Quarter; readonly now: Money }
  /** It was charged on budget, and its actual is known now. */
  | { readonly kind: 'closed'; readonly quarter: Quarter; readonly before: Money; readonly now: Money }
  /** It was charged on its actual, and is open again. */
  | { readonly kind: 'reopened'; readonly quarter: Quarter; readonly before: Money; readonly now: Money }
  | { readonly kind: 'restated'; readonly quarter: Quarter; readonly basis: Basis; readonly before: Money; readonly now: Money }
  | { readonly kind: 'recounted'; readonly quarter: Quarter; readonly partners: readonly Recount[] }
  | { readonly kind: 'driver-changed'; readonly before: string; readonly now: string }
  | { readonly kind: 'line-removed' }

export interface Recount {
  readonly partner: PartnerId
  readonly before: Ratio
  readonly now: Ratio
}

/** A partner's parts of some lines, added up. */
export const partOf = (partner: PartnerId, lines: readonly ChargedLine[]): ChargedPart =>
  ({ partner, ...addUp(lines.flatMap(({ parts }) => parts.filter(part => part.partner === partner))) })

export function addUp(parts: readonly ChargedAmounts[]): ChargedAmounts {
  const total = (of: keyof ChargedAmounts): Money => sum(parts.map(part => part[of]))
  return { instalment: total('instalment'), overspend: total('overspend'), adjustment: total('adjustment'), toDate: total('toDate') }
}
