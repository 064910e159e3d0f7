/**
 * Published figures held against the plan. Each of ours is rounded on its own to what the published one is printed to:
 * 3,102,394.66 against 3102395 agrees, 3,102,394.44 is out by a pound.
 */
import type { Category, PartnerId } from './model.ts'
import type { Year } from './period.ts'
import { divide, isLess, multiply, one, type Ratio, ratio, roundHalfAway, size, subtract } from './ratio.ts'
import type { Standing, YearSavings } from './savings.ts'
import type { At } from './stated.ts'

/** Which figure of the plan is meant. */
export type Figure =
  | { readonly kind: 'standing'; readonly measure: keyof Standing; readonly of: Scope }
  | { readonly kind: 'savingShare' | 'cumulativeSaving' | 'wholeStaffShare' }
  | { readonly kind: 'staffShare'; readonly partner: PartnerId }

export type Scope = { readonly category?: Category; readonly partner?: PartnerId }

export interface PublishedFigure {
  readonly file: string
  readonly row: string
  readonly year: Year
  readonly figure: Figure
  /** A row of totals in a table by partner says again what another row says. */
  readonly repeats: boolean
  /** In pounds, or as a fraction of 1 where it is printed as a percentage. */
  readonly value: Ratio
  /** What it is printed to, in the same terms: 1 for whole pounds, 1/1000 for 4.2%. */
  readonly precision: Ratio
  readonly tolerance: Ratio
  readonly percent: boolean
  readonly at: At
}

export interface Comparison extends PublishedFigure {
  /** Rounded to the precision; none where the plan has no such figure. */
  readonly computed?: Ratio
  readonly agrees: boolean
}

export function compare(published: readonly PublishedFigure[], years: readonly YearSavings[]): Comparison[] {
  return published.map(of => {
    const year = years.find(each => each.year === of.year)
    const exact = year && figureIn(year, of.figure)
    if (exact === undefined) return { ...of, agrees: false }
    const computed = multiply(ratio(roundHalfAway(divide(exact, of.precision))), of.precision)
    return { ...of, computed, agrees: !isLess(of.tolerance, size(subtract(computed, of.value))) }
  })
}

/** Exact, in pounds or as a fraction. */
function figureIn(year: YearSavings, figure: Figure): Ratio | undefined {
  switch (figure.kind) {
    case 'standing':
      return inPounds(standingIn(year, figure.of)?.[figure.measure])
    case 'cumulativeSaving':
      return inPounds(year.cumulativeSaving)
    case 'savingShare':
      return year.savingShare
    case 'staffShare':
      return year.staffShares?.get(figure.partner)
    case 'wholeStaffShare':
      return year.staffShares && one
  }
}

function standingIn(year: YearSavings, { category, partner }: Scope): Standing | undefined {
  if (category !== undefined) return year.categories.find(of => of.category === category)
  if (partner !== undefined) return year.partners.find(of => of.partner === partner)
  return year
}

const inPounds = (amount: bigint | undefined): Ratio | undefined => (amount === undefined ? undefined : ratio(amount, 100n))
