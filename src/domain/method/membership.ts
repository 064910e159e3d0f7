/** Who takes part when: a partner that joins in 2026/27 Q3 takes part in two quarters of 2026/27, and in none of 2025/26. */
import { type Model, type Partner, takesPart } from '../model.ts'
import { type Quarter, quartersOf, type Year } from '../period.ts'

export interface Membership {
  readonly partner: Partner
  /** The quarters of the year that it takes part in. */
  readonly quarters: readonly Quarter[]
}

export const membershipsOf = ({ partners }: Model, year: Year): Membership[] =>
  partners.map(partner => ({ partner, quarters: quartersOf(year).filter(quarter => takesPart(partner, quarter)) }))
