/**
 * The figure that is watched while inputs vary: the saving, the cost or the saving so far of some partners in a year. A
 * saving of £20 in the first year and of £30 in the second is £50 so far.
 */
import { factsOf } from '../fact.ts'
import type { PartnerId } from '../model.ts'
import { less, type Money, sum } from '../money.ts'
import type { Year } from '../period.ts'
import type { Plan } from '../plan.ts'

export interface Watched {
  readonly measure: 'saving' | 'cost' | 'cumulative-saving'
  /** Together; one that a plan does not have adds nothing. */
  readonly partners: readonly PartnerId[]
  readonly year: Year
}

export function figureIn(plan: Plan, { measure, partners, year }: Watched): Money {
  const isMeant = (of: Year): boolean => (measure === 'cumulative-saving' ? of <= year : of === year)
  const facts = factsOf(plan).filter(fact => isMeant(fact.year) && partners.includes(fact.partner))
  const [baseline, cost] = (['baseline', 'cost'] as const).map(of => sum(facts.filter(fact => fact.measure === of).map(({ amount }) => amount)))
  return measure === 'cost' ? cost! : less(baseline!, cost!)
}
