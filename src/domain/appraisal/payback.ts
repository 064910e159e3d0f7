/**
 * Payback: the first year from which on the cumulative cash flow is not below nil, so that a plan that dips again has not
 * paid back yet. -100, -20, 30 pays back in the third year; 50, -60, 10, -5, 40 in the fifth, not in the third.
 */
import type { Money } from '../money.ts'
import type { Year } from '../period.ts'

export interface SoFar {
  readonly year: Year
  readonly cumulative: Money
}

/** None where the last year is still below nil: not within the plan. */
export const paybackOf = (years: readonly SoFar[]): Year | undefined => years[years.findLastIndex(({ cumulative }) => cumulative < 0n) + 1]?.year
