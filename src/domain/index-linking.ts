/**
 * A line's amount for each year: as stated, or the year before raised by the line's index. The chain is carried
 * unrounded and each year is rounded to pence once: £100.01 at 2% is 102.01 (102.0102), then 104.05 (104.050404).
 */
import { type Diagnostic, fault, warning } from './diagnostic.ts'
import { instalments } from './instalments.ts'
import type { BaselineLine, CostLine, Index, Line, Model } from './model.ts'
import { type Money, nil, sum, toPence } from './money.ts'
import { quartersOf, type Year, year as yearFrom } from './period.ts'
import { add, isZero, multiply, one, type Ratio, ratio, zero } from './ratio.ts'
import type { At, Datum } from './stated.ts'

/** Where an amount comes from, each step with what it comes to before rounding to pence. */
export type Origin =
  | { readonly kind: 'blank'; readonly exact: Ratio }
  /** Made by a scenario. */
  | { readonly kind: 'supposed'; readonly exact: Ratio }
  | { readonly kind: 'cell'; readonly at: At; readonly exact: Ratio }
  | { readonly kind: 'raised'; readonly from: Origin; readonly year: Year; readonly rate: Datum<Ratio>; readonly exact: Ratio }
  /** A year that its quarters make up. */
  | { readonly kind: 'quarters'; readonly of: readonly QuarterAmount[]; readonly exact: Ratio }

/** The cells that an amount was read from. */
export function cellsOf(origin: Origin): readonly At[] {
  switch (origin.kind) {
    case 'blank':
    case 'supposed':
      return []
    case 'cell':
      return [origin.at]
    case 'raised':
      return cellsOf(origin.from)
    case 'quarters':
      return [...new Set(origin.of.map(quarter => quarter.origin))].flatMap(cellsOf)
  }
}

/** A quarter's amount, and where the figure comes from that it is, or is an instalment of. */
export interface QuarterAmount {
  readonly amount: Money
  readonly origin: Origin
  /** Whether the quarter has a cell of its own; else it is an instalment of the year that its origin comes to. */
  readonly stated: boolean
}

export interface YearAmount {
  readonly quarters: readonly QuarterAmount[]
  readonly total: Money
  readonly origin: Origin
}

export interface Linked<L extends Line> {
  readonly line: L
  readonly years: ReadonlyMap<Year, YearAmount>
}
export type LinkedBaseline = Linked<BaselineLine>
export type LinkedCost = Linked<CostLine>

const blank: Origin = { kind: 'blank', exact: zero }

/** The line's amount of every year of the model, and what was amiss: a rate that is missing, a year that is overridden. */
export function linkToIndex<L extends Line>(line: L, { years, indexation }: Model): { linked: Linked<L>; diagnostics: Diagnostic[] } {
  const index = line.index === undefined ? undefined : indexation.get(line.index)
  const amounts = new Map<Year, YearAmount>()
  const diagnostics: Diagnostic[] = []
  let before = blank
  for (let year = firstYear(line, years); year <= years.at(-1)!; year = yearFrom(year + 1)) {
    const base = statedOrRaised(line, index, year, before)
    if (base === 'no-rate') {
      diagnostics.push(fault('no-rate', line.at, { line: line.id, index: line.index!, year }))
      break
    }
    const amount = withQuarters(line, year, base)
    const statedYear = line.amounts.years.get(year)
    if (statedYear && statedYear.value !== amount.total && years.includes(year)) {
      diagnostics.push(warning('year-overridden', statedYear.at, { line: line.id, year, stated: statedYear.value, total: amount.total }))
    }
    before = amount.origin
    if (years.includes(year)) amounts.set(year, amount)
  }
  return { linked: { line, years: amounts }, diagnostics }
}

/** The first year that is stated, which may lie before the model's: the base that later years are raised from. */
function firstYear({ amounts }: Line, years: readonly Year[]): Year {
  const statedYears = [...amounts.years.keys(), ...[...amounts.quarters.keys()].map(quarter => yearFrom(Math.floor(quarter / 4)))]
  return yearFrom(Math.min(years[0]!, ...statedYears))
}

function statedOrRaised(line: Line, index: Index | undefined, year: Year, before: Origin): Origin | 'no-rate' {
  const statedYear = line.amounts.years.get(year)
  if (statedYear) return statedIn(statedYear)
  if (index === undefined || isZero(before.exact)) return blank
  const rate = index.byYear.get(year) ?? index.everyYear
  if (rate === undefined) return allQuartersStated(line, year) ? blank : 'no-rate'
  return { kind: 'raised', from: before, year, rate, exact: multiply(before.exact, add(one, rate.value)) }
}

/** Instalments of the year's amount, each overridden by its quarter's own cell. */
function withQuarters(line: Line, year: Year, base: Origin): YearAmount {
  const byProfile = instalments(toPence(base.exact), line.profile)
  const quarters = quartersOf(year).map((quarter, place) => {
    const override = line.amounts.quarters.get(quarter)
    return override ? { amount: override.value, origin: statedIn(override), stated: true } : { amount: byProfile[place]!, origin: base, stated: false }
  })
  const total = sum(quarters.map(({ amount }) => amount))
  const overridden = quarters.some(quarter => quarter.stated)
  return { quarters, total, origin: overridden ? { kind: 'quarters', of: quarters, exact: ratio(total) } : base }
}

const statedIn = ({ value, at }: Datum<Money>): Origin => ({ kind: 'cell', at, exact: ratio(value) })

const allQuartersStated = (line: Line, year: Year): boolean =>
  quartersOf(year).every(quarter => line.amounts.quarters.has(quarter))

export const amountOf = (linked: Linked<Line>, year: Year): Money => linked.years.get(year)?.total ?? nil
