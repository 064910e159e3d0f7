/** In words where an amount comes from: its cell, the rises since, and how a year falls on its quarters. */
import type { AmountSource, Own, Share } from '../domain/explain/derivation.ts'
import { groupBy } from '../domain/group.ts'
import type { Origin, YearAmount } from '../domain/index-linking.ts'
import { inReadablePounds, type Money, pence, sum } from '../domain/money.ts'
import { placeInYear, type Quarter, quarterName, quartersOf, yearName, yearOf } from '../domain/period.ts'
import { type Ratio, roundHalfAway } from '../domain/ratio.ts'
import { cellText, exactText, percentText } from './explain-text.ts'

/** Where the cost of each quarter meant, and of those of the run before it, comes from; alike ones together. */
export function sourceRemarks({ quarters, from }: Share): string[] {
  const meant = quarters[from]!.before.amount === 0n ? quarters.slice(from) : quarters
  const costing = meant.filter(({ amount }) => amount !== 0n)
  const alike = groupBy(costing, ({ source }) => (source.kind === 'budget' ? source.year.quarters[source.place]!.origin : source.kind === 'record' ? source.kind : source))
  return [...alike.values()].map(of => `${inReadablePounds(sum(of.map(({ amount }) => amount)))} ${sourceText(of[0]!.source, of.map(({ quarter }) => quarter))}.`)
}

function sourceText(source: AmountSource, quarters: readonly Quarter[]): string {
  switch (source.kind) {
    case 'budget':
      return budgetText(source.year, quarters.map(placeInYear), spanText(quarters))
    case 'actual':
      return source.spends.length === 0 ? `was spent in ${spanText(quarters)}`
        : `was spent in ${spanText(quarters)}: ${source.spends.map(({ amount, at, rows }) => `${inReadablePounds(amount)} in ${rows.count} ${rows.count === 1 ? 'row' : 'rows'} of ${at.file}, from row ${rows.first}`).join(', ')}`
    case 'record':
      return `in ${spanText(quarters)}, as known when ${quarterName(source.issued)} was issued`
    case 'none':
      return `in ${spanText(quarters)}: the line has no budget`
  }
}

/** A year's amount, or the part of it that falls on some of its quarters. */
function budgetText({ quarters }: YearAmount, places: readonly number[], span: string): string {
  const { origin, stated } = quarters[places[0]!]!
  if (stated || places.length === quarters.length) return `in ${span}: ${originText(origin)}`
  const instalments = places.length === 1 ? 'an instalment' : `${places.length} instalments`
  return `in ${span}: ${instalments} of ${inReadablePounds(inPence(origin.exact))} for the year, ${originText(origin)}`
}

const inPence = (exact: Ratio): Money => pence(roundHalfAway(exact))

export function originText(origin: Origin): string {
  switch (origin.kind) {
    case 'blank':
      return 'nothing is stated'
    case 'supposed':
      return 'as the scenario supposes'
    case 'cell':
      return cellText(origin.at)
    case 'raised': {
      const { base, rises } = chainOf(origin)
      const rates = rises.map(({ year, rate }) => `${percentText(rate.value)} in ${yearName(year)}`)
      const cells = [...new Set(rises.map(({ rate }) => cellText(rate.at)))]
      return `${inReadablePounds(inPence(base.exact))} (${originText(base)}) raised by ${rates.join(', ')} (${cells.join(', ')}) is ${exactText(origin.exact)}`
    }
    case 'quarters':
      return `the quarters together, ${[...new Set(origin.of.map(of => of.origin))].map(originText).join(' and ')}`
  }
}

/** The amount that was stated, and every rise since, the first one first. */
function chainOf(origin: Origin): { base: Origin; rises: Extract<Origin, { kind: 'raised' }>[] } {
  if (origin.kind !== 'raised') return { base: origin, rises: [] }
  const { base, rises } = chainOf(origin.from)
  return { base, rises: [...rises, origin] }
}

export function ownRemarks({ from, counted, year }: Own): string[] {
  const alike = groupBy(counted, place => from.quarters[place]!.origin)
  return [...alike.values()].map(places => {
    const span = spanText(places.map(place => quartersOf(year)[place]!))
    return `${inReadablePounds(sum(places.map(place => from.quarters[place]!.amount)))} ${budgetText(from, places, span)}.`
  })
}

/** A whole year by its name, quarters that follow one another from the first to the last, others one by one. */
function spanText(quarters: readonly Quarter[]): string {
  const [first, last] = [quarters[0]!, quarters.at(-1)!]
  if (quarters.length === 4 && placeInYear(first) === 0 && yearOf(first) === yearOf(last)) return yearName(yearOf(first))
  if (quarters.length > 2 && last - first === quarters.length - 1) return `${quarterName(first)} to ${quarterName(last)}`
  return quarters.map(quarterName).join(' and ')
}
