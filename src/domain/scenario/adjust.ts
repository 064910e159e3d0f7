/**
 * What a change makes of a figure: £100.01 scaled by 110% is £110.011, set to £90 is £90.00. A whole year is changed as
 * one and rounded to pence once, and falls on its quarters as before; a quarter alone is changed on its own.
 */
import { apportion } from '../apportion.ts'
import { instalments } from '../instalments.ts'
import type { YearAmount } from '../index-linking.ts'
import type { Profile } from '../model.ts'
import { type Money, pence, sum } from '../money.ts'
import { type Quarter, quartersOf, type Year } from '../period.ts'
import { add, multiply, type Ratio, ratio, roundHalfAway } from '../ratio.ts'
import type { Adjustment } from './change.ts'
import { isWithin, type Span } from './target.ts'

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
  const quarters = meant.every(of => of) ? wholeYear(amount, profile, adjustment) : amount.quarters.map((of, place) => (meant[place] ? inPence(adjusted(ratio(of.amount), adjustment)) : of.amount))
  return statedYear(quarters)
}

function wholeYear({ quarters, total, origin }: YearAmount, profile: Profile, adjustment: Adjustment): Money[] {
  const whole = inPence(adjusted(origin.kind === 'quarters' ? ratio(total) : origin.exact, adjustment))
  const before = quarters.map(({ amount }) => amount)
  const sameSign = total !== 0n && before.every(of => of === 0n || of > 0n === total > 0n)
  return sameSign ? apportion(whole, before.map(of => (of < 0n ? -of : of))) : instalments(whole, profile)
}

/** A year of amounts that a scenario made. */
export function statedYear(amounts: readonly Money[]): YearAmount {
  const quarters = amounts.map(amount => ({ amount, origin: { kind: 'supposed', exact: ratio(amount) } as const, stated: true }))
  const total = sum(amounts)
  return { quarters, total, origin: { kind: 'quarters', of: quarters, exact: ratio(total) } }
}

export const inPence = (exact: Ratio): Money => pence(roundHalfAway(exact))

/** The amounts of a line quarter by quarter, later by so many quarters: what falls past the plan's end falls out of it. */
export function delayed(years: ReadonlyMap<Year, YearAmount>, by: number, span: Span | undefined): ReadonlyMap<Year, YearAmount> {
  const amounts = new Map<Quarter, Money>([...years].flatMap(([year, { quarters }]) => quartersOf(year).map((quarter, place) => [quarter, quarters[place]!.amount] as const)))
  const late = (quarter: Quarter): Money => pence((isWithin(span, quarter) ? 0n : amounts.get(quarter)!) + (isWithin(span, (quarter - by) as Quarter) ? (amounts.get((quarter - by) as Quarter) ?? 0n) : 0n))
  return new Map([...years.keys()].map(year => [year, statedYear(quartersOf(year).map(late))]))
}
