/**
 * A line's amounts in a run, year by year. Where its years are stated, raised or changed as a whole, each is one product and
 * one rounding: £100.01 at 2% is 102.01; anything else is linked to its index and changed as in a plan.
 */
import { isFault } from '../../diagnostic.ts'
import { linkToIndex } from '../../index-linking.ts'
import { instalments } from '../../instalments.ts'
import type { Line, Model } from '../../model.ts'
import { type Money, toPence } from '../../money.ts'
import { quartersOf, type Year } from '../../period.ts'
import { isZero, type Ratio, ratio, zero } from '../../ratio.ts'
import { adjusted, adjustedYear } from '../../scenario/adjust.ts'
import type { Change, ChangeOf } from '../../scenario/change.ts'
import { isMeantWhole, isWithin } from '../../scenario/target.ts'
import type { Rates } from './rates.ts'

/** By the place of the year. */
export interface Amounts {
  readonly totals: readonly Money[]
  readonly quarters: (year: number) => readonly Money[]
}

/** The amounts of a line in a run; none where something is amiss. */
export type LineWay = (changes: readonly Change[], rates: Rates) => Amounts | undefined

/** A line with its way. */
export interface Way<L extends Line> {
  readonly line: L
  /** Its place in the layout. */
  readonly category: number
  readonly amounts: LineWay
  readonly varies: boolean
}

/** @param touching the places of the changes that are to the line's amounts */
export function lineWay(line: Line, touching: readonly number[], changes: readonly Change[], base: Model): LineWay {
  const asPlanned = fully(line, touching, base)
  const { years, quarters } = line.amounts
  const meant = touching.map(place => base.years.map(year => partMeant(changes[place] as ChangeOf<'amounts'>, year)))
  const isWhole = quarters.size === 0 && [...years.keys()].every(year => year >= base.years[0]!) && !meant.flat().includes('some')
  if (!isWhole) return asPlanned

  const stated = base.years.map(year => years.get(year)).map(datum => datum && ratio(datum.value))
  return (run, rates) => {
    const factors = line.index === undefined ? undefined : rates.factors(line.index)
    const totals: Money[] = []
    let exact: Ratio = zero
    for (const [year, own] of stated.entries()) {
      const next = own ?? (factors === undefined || isZero(exact) ? zero : raised(exact, factors[year]))
      if (next === undefined) return undefined
      exact = next
      let now = exact
      for (const [which, place] of touching.entries()) if (meant[which]![year] === 'all') now = adjusted(now, (run[place] as ChangeOf<'amounts'>).adjustment)
      totals.push(toPence(now))
    }
    const wholly = (): Amounts => asPlanned(run, rates)!
    return { totals, quarters: year => (touching.length === 0 ? instalments(totals[year]!, line.profile) : wholly().quarters(year)) }
  }
}

/** How much of a year a change is to: all of it where it is changed as one. */
function partMeant({ target: { span }, adjustment: { how } }: ChangeOf<'amounts'>, year: Year): 'all' | 'some' | 'none' {
  const meant = quartersOf(year).filter(quarter => isWithin(span, quarter)).length
  if (meant === 0) return 'none'
  return isMeantWhole(span, year) || (how === 'scale' && meant === 4) ? 'all' : 'some'
}

/** Not in lowest terms. */
const raised = (of: Ratio, factor: Ratio | undefined): Ratio | undefined =>
  factor && { numerator: of.numerator * factor.numerator, denominator: of.denominator * factor.denominator }

const fully = (line: Line, touching: readonly number[], base: Model): LineWay => (run, { indexation }) => {
  const { linked, diagnostics } = linkToIndex(line, { ...base, indexation })
  if (diagnostics.some(isFault)) return undefined
  const years = base.years.map(year => touching.reduce((amount, place) => {
    const { target: { span }, adjustment } = run[place] as ChangeOf<'amounts'>
    return adjustedYear(year, amount, line.profile, span, adjustment)
  }, linked.years.get(year)!))
  return { totals: years.map(({ total }) => total), quarters: year => years[year]!.quarters.map(({ amount }) => amount) }
}
