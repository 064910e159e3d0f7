/**
 * Where the amounts of a year come from: raised from the year before by an index, or stated in the files. £100 at pay 2%
 * is raised; £104 typed in the year's own column is stated; £26 typed for the third quarter alone is stated for it.
 */
import { groupBy } from '../group.ts'
import type { Origin, YearAmount } from '../index-linking.ts'
import { inCodePointOrder, type IndexId, type Line, type Model, type PartnerId } from '../model.ts'
import { type Quarter, quartersOf, type Year } from '../period.ts'
import type { Plan } from '../plan.ts'
import type { Ratio } from '../ratio.ts'
import type { At, Datum } from '../stated.ts'
import { membershipsOf } from './membership.ts'

export interface Indexed {
  readonly raised: readonly Raised[]
  readonly stated: readonly AmountLine[]
  /** Lines with an amount for some quarters alone, which stands in place of the instalments. */
  readonly byQuarter: readonly (AmountLine & { readonly quarters: readonly Quarter[] })[]
}

/** The lines that an index raises, by the rate of the year. */
export interface Raised {
  readonly index: IndexId
  readonly rate: Datum<Ratio>
  readonly lines: readonly AmountLine[]
}

/** A line of the budget; or of a partner's baseline, which names the partner. */
export interface AmountLine {
  readonly line: string
  readonly partner?: PartnerId
  readonly at: At
}

/** Of every line that has any amount in the year: of the budget, and of the baselines of the partners that take part in it. */
export function indexedIn({ model, costs, baseline }: Plan, year: Year): Indexed {
  const members = membershipsOf(model, year).filter(({ quarters }) => quarters.length > 0).map(({ partner: { id } }) => id)
  const amounts = [
    ...costs.map(({ line, year: of, amount }) => ({ line, of, amount, name: { line: line.id, at: line.at } })),
    ...baseline.filter(({ line: { partner } }) => members.includes(partner)).map(({ line, year: of, amount }) => ({ line, of, amount, name: { line: line.id, partner: line.partner, at: line.at } })),
  ].filter(({ of, amount }) => of === year && amount.quarters.some(quarter => quarter.amount !== 0n))
  const withRates = amounts.flatMap(({ line, amount, name }) => rateBehind(amount).map(rate => ({ index: line.index!, rate, name })))
  return {
    raised: [...groupBy(withRates, ({ index }) => index)].sort(([a], [b]) => inCodePointOrder(a, b))
      .map(([index, of]) => ({ index, rate: of[0]!.rate, lines: of.map(({ name }) => name) })),
    stated: amounts.filter(({ line }) => line.amounts.years.has(year)).map(({ name }) => name),
    byQuarter: amounts.map(({ line, name }) => ({ ...name, quarters: statedQuarters(line, year) })).filter(({ quarters }) => quarters.length > 0),
  }
}

/** The rate that raised it, where any quarter still rests on that. */
const rateBehind = ({ origin }: YearAmount): Datum<Ratio>[] =>
  (origin.kind === 'quarters' ? origin.of.map(quarter => quarter.origin) : [origin]).flatMap(rateOf).slice(0, 1)

const rateOf = (origin: Origin): Datum<Ratio>[] => (origin.kind === 'raised' ? [origin.rate] : [])

const statedQuarters = ({ amounts }: Line, year: Year): Quarter[] => quartersOf(year).filter(quarter => amounts.quarters.has(quarter))

/** The rate of an index in a year, if it has one. */
export function rateIn({ indexation }: Model, index: IndexId, year: Year): Ratio | undefined {
  const rates = indexation.get(index)
  return (rates?.byYear.get(year) ?? rates?.everyYear)?.value
}
