/**
 * The model: what the files of a model folder state, with nothing computed yet. A line's blank years are still blank,
 * users are the counts that were typed. Every list stands in code-point order of its ids, so no file order shows.
 */
import type { Money } from './money.ts'
import type { Quarter, Year } from './period.ts'
import type { Ratio } from './ratio.ts'
import type { At, Datum, Stated } from './stated.ts'
import type { Category, IndexId, PartnerId } from './ids.ts'
import type { Driver } from './drivers/driver.ts'
import type { RuleName } from './rules/registry.ts'

export type { Category, IndexId, PartnerId } from './ids.ts'

/** A partner takes part from the quarter it joins to the quarter it leaves, both included. */
export interface Partner {
  readonly id: PartnerId
  readonly name: string
  readonly joins?: Quarter
  readonly leaves?: Quarter
  /** Who bears what it would have borne once it has left: itself, to the end of its notice, or another in its place. */
  readonly afterLeaving?: { readonly kind: 'notice'; readonly to: Quarter } | { readonly kind: 'carried'; readonly by: PartnerId }
}

/** A yearly rise: one rate for every year, or a rate for each year that is named. */
export interface Index {
  readonly everyYear?: Datum<Ratio>
  readonly byYear: ReadonlyMap<Year, Datum<Ratio>>
}

/** How a year's amount falls on its quarters, in whole-number proportions: 1, 1, 1, 1 for equal instalments. */
export type Profile = readonly [bigint, bigint, bigint, bigint]

export const equalInstalments: Profile = [1n, 1n, 1n, 1n]

/** What every line of the budget and of the baseline has. */
export interface Line {
  readonly id: string
  readonly category: Category
  readonly index?: IndexId
  readonly profile: Profile
  readonly amounts: Stated<Money>
  readonly at: At
}

/** What one partner would spend on one thing without the shared service. */
export interface BaselineLine extends Line {
  readonly partner: PartnerId
}

/** One budgeted cost of the shared service. */
export interface CostLine extends Line {
  readonly description?: string
  readonly rule: RuleName
  readonly driver: Driver
  /** Words by which scenarios pick lines. */
  readonly tags?: readonly string[]
  /** The line of the budget that it was, where a scenario parted that in time. */
  readonly partOf?: string
}

/** Part of a blended driver: so much of the whole goes by this driver. */
export interface BlendPart {
  readonly driver: Driver
  readonly portion: Ratio
}

export interface Model {
  readonly name: string
  readonly currency: string
  readonly years: readonly Year[]
  /** The month that financial years start in, 4 for April. */
  readonly yearStarts: number
  readonly host: PartnerId
  readonly partners: readonly Partner[]
  readonly indexation: ReadonlyMap<IndexId, Index>
  readonly baseline: readonly BaselineLine[]
  readonly budget: readonly CostLine[]
  /** What was counted of each driver, by the driver's name and then by partner. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<PartnerId, Stated<Ratio>>>
  readonly blends: ReadonlyMap<string, readonly BlendPart[]>
}

export const takesPart = ({ joins, leaves }: Partner, quarter: Quarter): boolean =>
  (joins === undefined || joins <= quarter) && (leaves === undefined || quarter <= leaves)

/** Whether it is weighed for costs in a quarter, be it to the end of its notice or for the one that carries its part. */
export const isWeighed = (partner: Partner, quarter: Quarter): boolean =>
  takesPart(partner, quarter) || (partner.leaves !== undefined && quarter > partner.leaves && (partner.afterLeaving?.kind === 'carried' || quarter <= (partner.afterLeaving?.to ?? partner.leaves)))

/** Code-point order, the same in every locale; unlike `<`, right for characters outside the basic plane too. */
export function inCodePointOrder(a: string, b: string): number {
  const left = [...a]
  const right = [...b]
  for (let place = 0; place < left.length && place < right.length; place++) {
    const difference = left[place]!.codePointAt(0)! - right[place]!.codePointAt(0)!
    if (difference !== 0) return difference
  }
  return left.length - right.length
}
