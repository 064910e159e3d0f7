/** In words where an amount comes from: its cell, the rises since, and how a year falls on its quarters. */
import type { AmountSource, Own, Share } from '../domain/explain/derivation.ts'
import { groupBy } from '../domain/group.ts'
import type { Origin, YearAmount } from '../domain/index-linking.ts'
import type { Profile } from '../domain/model.ts'
import { inReadablePounds, sum, toPence } from '../domain/money.ts'
import { placeInYear, type Quarter, quarterName, quartersOf, yearName, yearOf } from '../domain/period.ts'
import { ratio } from '../domain/ratio.ts'
import { placeName } from '../domain/stated.ts'
import { exactText, percentText, statedPercentText } from './explain-text.ts'

/** Where the cost of each quarter meant comes from, and of those before it in the run where they count; alike ones together. */
export function sourceRemarks({ quarters, from, weights, budgeted }: Share): string[] {
  const counting = isWithoutEarlier({ quarters, from, weights }) ? quarters.slice(from) : quarters
  const costing = counting.filter(({ amount }) => amount !== 0n)
  const alike = groupBy(costing.length > 0 ? costing : counting, ({ source }) => keyOf(source))
  const told = [...alike.values()].map(of => `${inReadablePounds(sum(of.map(({ amount }) => amount)))} ${sourceText(of[0]!.source, of.map(({ quarter }) => quarter))}.`)
  const { amount, quarter } = quarters.at(-1)!
  return budgeted ? [...told, `Budgeted: ${inReadablePounds(amount)} ${sourceText(budgeted, [quarter])}.`] : told
}

/** What one partner bears alone, what costs nothing and what comes first in its run owes nothing to the quarters before. */
export const isWithoutEarlier = ({ quarters, from, weights }: Pick<Share, 'quarters' | 'from' | 'weights'>): boolean =>
  weights.driver.kind === 'direct' || quarters[from]!.before.amount === 0n || quarters.slice(from).every(({ amount }) => amount === 0n)

/** Quarters of one origin are told of together. */
function keyOf(source: AmountSource): unknown {
  switch (source.kind) {
    case 'budget':
      return source.year.quarters[source.place]!.origin
    case 'actual':
      return source.spends.length === 0 ? source.kind : source
    case 'record':
      return source.basis
    case 'none':
      return source.kind
  }
}

function sourceText(source: AmountSource, quarters: readonly Quarter[]): string {
  const span = spanText(quarters)
  switch (source.kind) {
    case 'budget':
      return budgetText(source.year, source.profile, quarters.map(placeInYear), span)
    case 'actual':
      return source.spends.length === 0 ? `was spent in ${span}: there are no actuals`
        : `was spent in ${span}: ${source.spends.map(({ amount, at, rows }) => `${inReadablePounds(amount)} in ${rows.count === 1 ? `row ${rows.first} of ${at.file}` : `${rows.count} rows of ${at.file}, from row ${rows.first}`}`).join('; ')}`
    case 'record':
      return `was ${source.basis === 'actual' ? 'spent' : 'budgeted'} in ${span}, as known when ${quarterName(source.issued)} was issued`
    case 'none':
      return `in ${span}: the line has no budget`
  }
}

/** A year's amount, or the part of it that falls on some of its quarters. */
function budgetText({ quarters }: YearAmount, profile: Profile, places: readonly number[], span: string): string {
  const { origin, stated } = quarters[places[0]!]!
  if (stated || places.length === quarters.length || origin.kind === 'blank') return `in ${span}: ${originText(origin)}`
  const instalments = places.length === 1 ? 'an instalment' : `${places.length} instalments`
  return `in ${span}: ${instalments} of ${inReadablePounds(toPence(origin.exact))} for the year${profileText(profile)}, ${originText(origin)}`
}

/** How a year falls on its quarters, unless they are equal. */
function profileText(profile: Profile): string {
  const whole = profile.reduce((a, b) => a + b)
  return profile.every(part => part === profile[0]) ? '' : ` by its profile of ${profile.map(part => percentText(ratio(part, whole))).join(', ')}`
}

export function originText(origin: Origin): string {
  switch (origin.kind) {
    case 'blank':
      return 'nothing is stated'
    case 'supposed':
      return 'as the scenario supposes'
    case 'cell':
      return placeName(origin.at)
    case 'raised': {
      const { base, rises } = chainOf(origin)
      const rates = rises.map(({ year, rate }) => `${statedPercentText(rate.value)} in ${yearName(year)}`)
      const cells = [...new Set(rises.map(({ rate }) => placeName(rate.at)))]
      return `${inReadablePounds(toPence(base.exact))} (${originText(base)}) raised by ${rates.join(', ')} (${cells.join(', ')}) is ${exactText(origin.exact)}`
    }
    case 'quarters':
      return `the quarters together, ${[...new Set(origin.of.map(of => of.origin))].filter(({ kind }) => kind !== 'blank').map(originText).join(' and ')}`
  }
}

/** The amount that was stated, and every rise since, the first one first. */
function chainOf(origin: Origin): { base: Origin; rises: Extract<Origin, { kind: 'raised' }>[] } {
  if (origin.kind !== 'raised') return { base: origin, rises: [] }
  const { base, rises } = chainOf(origin.from)
  return { base, rises: [...rises, origin] }
}

export function ownRemarks({ from, counted, year, line }: Own): string[] {
  const standing = counted.filter(place => from.quarters[place]!.amount !== 0n)
  const alike = groupBy(standing.length > 0 ? standing : counted, place => from.quarters[place]!.origin)
  return [...alike.values()].map(places => {
    const span = spanText(places.map(place => quartersOf(year)[place]!))
    return `${inReadablePounds(sum(places.map(place => from.quarters[place]!.amount)))} ${budgetText(from, line.profile, places, span)}.`
  })
}

/** A whole year by its name, quarters that follow one another from the first to the last, others one by one. */
function spanText(quarters: readonly Quarter[]): string {
  const [first, last] = [quarters[0]!, quarters.at(-1)!]
  if (quarters.length === 4 && placeInYear(first) === 0 && yearOf(first) === yearOf(last)) return yearName(yearOf(first))
  if (quarters.length > 2 && last - first === quarters.length - 1) return `${quarterName(first)} to ${quarterName(last)}`
  const names = quarters.map(quarterName)
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
