/**
 * Changes to counts: users, expected users or any other. 820 users scaled by 90% in 2019/20 are 738 in its four quarters,
 * and 820 again after them. Fewer than none are none, which is told.
 */
import { type Diagnostic, warning } from '../diagnostic.ts'
import { countInForce } from '../drivers/counted.ts'
import type { Model, PartnerId } from '../model.ts'
import { type Quarter, quartersOf } from '../period.ts'
import { equal, isNegative, type Ratio, zero } from '../ratio.ts'
import { type Datum, type Stated, stated } from '../stated.ts'
import { adjusted } from './adjust.ts'
import type { ChangeOf } from './change.ts'
import type { Changed } from './changed.ts'
import { isDriverMeant, isWithin } from './target.ts'
import { touchesNothing, unknownCount, unknownPartner } from './wrong.ts'

export function withCounts(model: Model, change: ChangeOf<'counts'>): Changed {
  const { driver, partner: named, adjustment: { how }, at } = change
  const drivers = [...model.counts].filter(([name]) => isDriverMeant(driver, name))
  if (drivers.length === 0) return { wrong: unknownCount(driver, at, model) }
  if (named !== undefined && !model.partners.some(({ id }) => id === named)) return { wrong: unknownPartner(named, at, model) }

  const told: Diagnostic[] = []
  let touched = false
  const counts = drivers.map(([name, of]) => {
    const meant: PartnerId[] = named === undefined ? [...of.keys()] : of.has(named) || how === 'set' ? [named] : []
    const now = meant.map(partner => {
      const recount = recounted(of.get(partner) ?? stated([]), change, model)
      touched ||= recount.touched
      if (recount.belowNil !== undefined) told.push(warning('count-below-nil', at, { driver: name, partner, quarter: recount.belowNil }))
      return [partner, recount.counts] as const
    })
    return [name, new Map([...of, ...now])] as const
  })
  return touched ? { model: { ...model, counts: new Map([...model.counts, ...counts]) }, told } : touchesNothing(change, 'count')
}

interface Recount {
  readonly counts: Stated<Ratio>
  readonly touched: boolean
  /** The first quarter in which it would be. */
  readonly belowNil: Quarter | undefined
}

/** A count for each quarter in which it changes; where the span ends, the count that was in force is so again. */
function recounted(before: Stated<Ratio>, { adjustment, span, at }: ChangeOf<'counts'>, { years }: Model): Recount {
  const quarters: [Quarter, Datum<Ratio>][] = []
  const changed: { readonly quarter: Quarter; readonly to: Ratio }[] = []
  for (const quarter of years.flatMap(year => quartersOf(year))) {
    const count = countInForce(before, quarter)?.count
    const isMeant = isWithin(span, quarter) && (count !== undefined || adjustment.how === 'set')
    const to = adjusted(count?.value ?? zero, adjustment)
    if (isMeant) changed.push({ quarter, to })
    const now = isMeant ? { value: isNegative(to) ? zero : to, at } : (count ?? { value: zero, at })
    const last = quarters.at(-1)?.[1].value
    const isNews = last === undefined ? isMeant || count !== undefined : !equal(last, now.value)
    if (isNews) quarters.push([quarter, now])
  }
  return {
    counts: stated(quarters.map(([quarter, datum]) => [{ kind: 'quarter', quarter }, datum])),
    touched: changed.length > 0, belowNil: changed.find(({ to }) => isNegative(to))?.quarter,
  }
}
