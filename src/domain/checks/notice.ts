/**
 * A notice: what a check found, and where. Like a diagnostic it is a value without words: "email rose from £96,000 to
 * £200,000" is the code `jump` with the line, the year and both amounts.
 */
import type { Diagnostic, Severity } from '../diagnostic.ts'
import type { SystemCount } from '../drivers/driver.ts'
import type { Category, IndexId, PartnerId } from '../ids.ts'
import type { Money } from '../money.ts'
import type { Quarter, Year } from '../period.ts'
import type { Comparison, PublishedFigure } from '../published.ts'
import type { Ratio } from '../ratio.ts'
import type { At } from '../stated.ts'
import type { Reached } from '../targets.ts'

/** A stretch of quarters, both included. */
interface Span {
  readonly first: Quarter
  readonly last: Quarter
}

/** Everything that a check can find, and what is said of it. */
export interface Notices {
  /** What a reader or the plan told, under the check that it belongs to. */
  'diagnosed': { readonly diagnostic: Diagnostic }
  'sum-differs': { readonly what: string; readonly total: Money; readonly parts: Money }
  'charges-differ': { readonly quarter: Quarter; readonly cost: Money; readonly charged: Money }
  'shares-not-whole': { readonly driver: string; readonly total: Ratio } & Span
  'portions-near-whole': { readonly driver: string; readonly total: Ratio; readonly whole: Ratio } & Span
  'users-without-cost': { readonly system: string; readonly count: SystemCount }
  'unused-application': { readonly line: string; readonly system: string; readonly partners: readonly PartnerId[] } & Span
  'year-gap': { readonly line: string; readonly partner?: PartnerId; readonly years: readonly Year[] }
  'baseline-without-cost': { readonly category: Category; readonly years: readonly Year[]; readonly baseline: Money }
  'host-out': { readonly partner: PartnerId } & Span
  'count-while-out': { readonly driver: string; readonly partner: PartnerId }
  'baseline-while-out': { readonly line: string; readonly partner: PartnerId }
  'paid-while-out': { readonly partner: PartnerId; readonly quarter: Quarter; readonly amount: Money }
  'jump': { readonly line: string; readonly partner?: PartnerId; readonly year: Year; readonly before: Money; readonly now: Money }
  'above-baseline': { readonly partner: PartnerId; readonly year: Year; readonly baseline: Money; readonly cost: Money }
  'published-differs': { readonly comparison: Comparison }
  'published-sum': { readonly total: PublishedFigure; readonly from: PublishedSum; readonly sum: Ratio }
  'published-row-missing': { readonly total: PublishedFigure; readonly partners: readonly PartnerId[] }
  'driver-unused': { readonly driver: string }
  'blend-unused': { readonly blend: string }
  'index-unused': { readonly index: IndexId }
  'rate-unused': { readonly index: IndexId; readonly year: Year }
  'target-missed': { readonly reached: Reached }
}

/** What a published figure should be the sum of. */
export type PublishedSum = 'categories' | 'partners' | 'baseline less cost' | 'years so far'

export type Notice = {
  [C in keyof Notices]: { readonly code: C; readonly args: Notices[C]; readonly at?: At; readonly severity?: Severity }
}[keyof Notices]

/** @param severity where it is not that of the check */
export const notice = <C extends keyof Notices>(code: C, at: At | undefined, args: Notices[C], severity?: Severity): Notice =>
  ({ code, args, ...(at && { at }), ...(severity && { severity }) }) as Notice
