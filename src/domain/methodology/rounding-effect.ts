/**
 * What rounding to whole pence came to in a year: what each partner bears less its exact share of every line. £10.00 by
 * 2 and 1 is 6.67 and 3.33 where exact is 6.666… and 3.333…: a third of a penny more for the one, and less for the other.
 */
import type { Model, PartnerId } from '../model.ts'
import { isLess, type Ratio, ratio, size, subtract, total } from '../ratio.ts'
import type { SplitLine } from './split-line.ts'

export interface RoundingEffect {
  /** In pence: above nil where a partner bears more than its exact share. */
  readonly partners: readonly PartnerRounding[]
  /** The one whose cost is furthest from exact; of several, the first. */
  readonly largest: PartnerRounding
  /** How many amounts were split, each within a penny of exact: every line that is not borne by one alone, anew when its weights change. */
  readonly splits: number
}

export interface PartnerRounding {
  readonly partner: PartnerId
  readonly difference: Ratio
}

export function roundingEffect({ partners: all }: Model, lines: readonly SplitLine[]): RoundingEffect {
  const partners = all.map(({ id }, place): PartnerRounding =>
    ({ partner: id, difference: total(lines.map(({ parts, exact }) => subtract(ratio(parts[place]!), exact[place]!))) }))
  return {
    partners,
    largest: partners.reduce((largest, next) => (isLess(size(largest.difference), size(next.difference)) ? next : largest)),
    splits: lines.filter(({ line }) => line.driver.kind !== 'direct').reduce((count, { stretches }) => count + stretches.length, 0),
  }
}
