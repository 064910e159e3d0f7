/**
 * Targets held against the plan. Met is green, missed by no more than a part of the target is amber, by more is red: of a
 * saving of £210,000 that is £208,695, £1,305 are missing, which is less than 10%, so it is amber.
 */
import type { Category, PartnerId } from './model.ts'
import { less, type Money, nil } from './money.ts'
import type { Year } from './period.ts'
import type { Plan } from './plan.ts'
import { isLess, multiply, type Ratio, ratio } from './ratio.ts'
import { savings, type YearSavings } from './savings.ts'
import type { At } from './stated.ts'

export interface Measure {
  readonly of: 'saving' | 'cost' | 'cumulativeSaving'
  /** None for all of them; what is saved so far is always of all. */
  readonly category?: Category
}

export interface Target {
  readonly measure: Measure
  /** The measure as it is written. */
  readonly called: string
  readonly year: Year
  /** None for the whole partnership. */
  readonly partner?: PartnerId
  readonly amount: Money
  readonly at: At
}

export interface Reached extends Target {
  /** What the plan comes to. */
  readonly figure: Money
  /** The figure less the target. */
  readonly difference: Money
  readonly colour: 'green' | 'amber' | 'red'
}

/** @param amber the part of a target by which it may be missed and still be amber */
export function reach(targets: readonly Target[], plan: Plan, years: readonly YearSavings[], amber: Ratio): Reached[] {
  const ofPartner = new Map<PartnerId, readonly YearSavings[]>()
  for (const { partner } of targets) {
    if (partner !== undefined && !ofPartner.has(partner)) ofPartner.set(partner, savings(plan, id => id === partner))
  }
  return targets.map(target => {
    const of = target.partner === undefined ? years : ofPartner.get(target.partner)!
    const figure = figureIn(of.find(({ year }) => year === target.year)!, target.measure)
    const missing = target.measure.of === 'cost' ? less(figure, target.amount) : less(target.amount, figure)
    return { ...target, figure, difference: less(figure, target.amount), colour: colourOf(missing, target.amount, amber) }
  })
}

function figureIn(year: YearSavings, { of, category }: Measure): Money {
  if (category === undefined || of === 'cumulativeSaving') return year[of]
  return year.categories.find(each => each.category === category)?.[of] ?? nil
}

function colourOf(missing: bigint, target: bigint, amber: Ratio): Reached['colour'] {
  if (missing <= 0n) return 'green'
  const mayMiss = multiply(amber, ratio(target < 0n ? -target : target))
  return isLess(mayMiss, ratio(missing)) ? 'red' : 'amber'
}
