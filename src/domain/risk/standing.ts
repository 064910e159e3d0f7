/**
 * What a run comes to: baseline and cost of each partner in each year and category, in one list each. With two years and
 * three partners, the second partner in the second year of the first category is at place 4.
 */
import { factsOf } from '../fact.ts'
import type { Category, Model, PartnerId } from '../model.ts'
import { type Money, nil, plus } from '../money.ts'
import type { Year } from '../period.ts'
import type { Plan } from '../plan.ts'

/** What the places of a standing stand for. */
export interface Layout {
  readonly categories: readonly Category[]
  readonly years: readonly Year[]
  readonly partners: readonly PartnerId[]
}

export interface Standing {
  readonly baseline: Money[]
  readonly cost: Money[]
}

export const layoutOf = ({ baseline, budget, years, partners }: Model): Layout =>
  ({ categories: [...new Set([...baseline, ...budget].map(({ category }) => category))], years, partners: partners.map(({ id }) => id) })

export const placeOf = ({ years, partners }: Layout, category: number, year: number, partner: number): number =>
  (category * years.length + year) * partners.length + partner

export function emptyStanding({ categories, years, partners }: Layout): Standing {
  const size = categories.length * years.length * partners.length
  return { baseline: Array.from({ length: size }, () => nil), cost: Array.from({ length: size }, () => nil) }
}

export function standingOf(plan: Plan, layout: Layout): Standing {
  const standing = emptyStanding(layout)
  for (const { measure, category, year, partner, amount } of factsOf(plan)) {
    const place = placeOf(layout, layout.categories.indexOf(category), layout.years.indexOf(year), layout.partners.indexOf(partner))
    standing[measure][place] = plus(standing[measure][place]!, amount)
  }
  return standing
}
