/**
 * What a change makes of a figure: £100.01 scaled by 110% is £110.011, set to £90 is £90.00. A year that is meant whole is
 * changed as one, rounded to pence once, and falls on its quarters as before; a quarter alone is changed on its own. What a
 * figure comes to unrounded is kept, so that half of £100.01 doubled again is £100.01.
 */
import { apportion } from '../apportion.ts'
import type { Linked, QuarterAmount, YearAmount } from '../index-linking.ts'
import { instalments } from '../instalments.ts'
import type { Line, Profile } from '../model.ts'
import { less, type Money, nil, pence, sum, toPence } from '../money.ts'
import { type Quarter, quartersOf, type Year } from '../period.ts'
import { add, multiply, type Ratio, ratio, total } from '../ratio.ts'
import { wholeParts } from '../whole-parts.ts'
import type { Adjustment } from './change.ts'
import { isMeantWhole, isWithin, type Span } from './target.ts'

export function adjusted(value: Ratio, { how, by: { central } }: Adjustment): Ratio {
  switch (how) {
    case 'set':
      return central
    case 'add':
      return add(value, central)
    case 'scale':
      return multiply(value, central)
  }
}

/** @returns the year as it was where none of its quarters is meant */
export function adjustedYear(year: Year, amount: YearAmount, profile: Profile, span: Span | undefined, adjustment: Adjustment): YearAmount {
  const meant = quartersOf(year).map(quarter => isWithin(span, quarter))
  if (!meant.includes(true)) return amount
  if (isMeantWhole(span, year) || (adjustment.how === 'scale' && !meant.includes(false))) return wholeYear(amount, profile, adjustment)
  return ofQuarters(amount.quarters.map((of, place) => (meant[place] ? supposed(adjusted(exactOf(of), adjustment)) : of)))
}

export const adjustedLine = <L extends Line>(of: Linked<L>, span: Span | undefined, adjustment: Adjustment): Linked<L> =>
  ({ ...of, years: new Map([...of.years].map(([year, amount]) => [year, adjustedYear(year, amount, of.line.profile, span, adjustment)])) })

function wholeYear({ quarters, origin }: YearAmount, profile: Profile, adjustment: Adjustment): YearAmount {
  if (origin.kind !== 'quarters') return supposedYear(adjusted(origin.exact, adjustment), profile)
  if (adjustment.how === 'scale') {
    const exact = quarters.map(of => adjusted(exactOf(of), adjustment))
    return roundedTo(toPence(total(exact)), exact)
  }
  const parts = spread(toPence(adjustment.by.central), quarters.map(({ amount }) => amount), profile)
  return ofQuarters(quarters.map((of, place) => supposed(adjustment.how === 'set' ? ratio(parts[place]!) : add(exactOf(of), ratio(parts[place]!)))))
}

/** As the quarters fall already, where they tell; else by the profile. */
function spread(amount: Money, before: readonly Money[], profile: Profile): Money[] {
  const whole = sum(before)
  const tells = whole !== 0n && before.every(of => of === 0n || of > 0n === whole > 0n)
  return tells ? apportion(amount, before.map(of => (of < 0n ? -of : of))) : instalments(amount, profile)
}

/** A year that a scenario made as one. */
export function supposedYear(exact: Ratio, profile: Profile, amount = toPence(exact)): YearAmount {
  const origin = { kind: 'supposed', exact } as const
  return { quarters: instalments(amount, profile).map(of => ({ amount: of, origin, stated: false })), total: amount, origin }
}

/** A year of quarters in whole pence that come to a given sum. */
export const roundedTo = (whole: Money, exact: readonly Ratio[]): YearAmount =>
  ofQuarters(wholeParts(exact, whole).map((amount, place) => ({ ...supposed(exact[place]!), amount: pence(amount) })))

export function ofQuarters(quarters: readonly QuarterAmount[]): YearAmount {
  const whole = sum(quarters.map(({ amount }) => amount))
  return { quarters, total: whole, origin: { kind: 'quarters', of: quarters, exact: ratio(whole) } }
}

/** A quarter that a scenario made. */
export const supposed = (exact: Ratio): QuarterAmount => ({ amount: toPence(exact), origin: { kind: 'supposed', exact }, stated: true })

/** What a quarter comes to unrounded; an instalment is in whole pence. */
export const exactOf = ({ amount, origin, stated }: QuarterAmount): Ratio => (stated ? origin.exact : ratio(amount))

export interface Delayed {
  readonly years: ReadonlyMap<Year, YearAmount>
  /** What falls out of the plan, past its end. */
  readonly beyond: Money
}

/** The amounts of a line quarter by quarter, later by so many quarters; £10 a quarter over a year, late by one, leaves £30 in it. */
export function delayed(years: ReadonlyMap<Year, YearAmount>, by: number, span: Span | undefined): Delayed {
  const amounts = new Map<Quarter, Money>([...years].flatMap(([year, { quarters }]) => quartersOf(year).map((quarter, place) => [quarter, quarters[place]!.amount] as const)))
  const leaving = (quarter: Quarter): Money => (isWithin(span, quarter) ? (amounts.get(quarter) ?? nil) : nil)
  const late = (quarter: Quarter): Money => pence(amounts.get(quarter)! - leaving(quarter) + leaving((quarter - by) as Quarter))
  const changed = new Map([...years.keys()].map(year => [year, ofQuarters(quartersOf(year).map(quarter => supposed(ratio(late(quarter)))))]))
  return { years: changed, beyond: less(comesTo(years), comesTo(changed)) }
}

const comesTo = (years: ReadonlyMap<Year, YearAmount>): Money => sum([...years.values()].map(({ total: whole }) => whole))
