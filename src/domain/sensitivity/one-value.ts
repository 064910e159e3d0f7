/**
 * What a variable comes to in a plan, where that is one rate, one count or one amount: a tenth more of 820 users is 902.
 * There is none where several figures vary together, such as an amount of each year.
 */
import { countInForce } from '../drivers/counted.ts'
import { type Money, pence } from '../money.ts'
import { quartersOf, type Year } from '../period.ts'
import type { Plan } from '../plan.ts'
import { equal, type Ratio, ratio } from '../ratio.ts'
import type { ChangeOf } from '../scenario/change.ts'
import { isBaselineMeant, isCostMeant, isWithin, isDriverMeant, type Span } from '../scenario/target.ts'
import type { Variable } from './variable.ts'

export type OneValue =
  | { readonly kind: 'rate' | 'count'; readonly value: Ratio }
  | { readonly kind: 'amount'; readonly value: Money }

export function oneValueIn(plan: Plan, variable: Variable): OneValue | undefined {
  switch (variable.kind) {
    case 'rates':
      return rateIn(plan, variable)
    case 'counts':
      return countIn(plan, variable)
    case 'amounts':
      return amountIn(plan, variable)
    case 'start':
      return undefined
  }
}

function rateIn({ model: { years, indexation } }: Plan, { index: id, span }: ChangeOf<'rates'>): OneValue | undefined {
  const index = indexation.get(id)
  const rates = years.filter(year => touches(span, year)).flatMap(year => index?.byYear.get(year)?.value ?? index?.everyYear?.value ?? [])
  const value = onlyOne(rates)
  return value && { kind: 'rate', value }
}

function countIn({ model: { years, counts } }: Plan, { driver, partner, span }: ChangeOf<'counts'>): OneValue | undefined {
  const meant = [...counts].filter(([name]) => isDriverMeant(driver, name)).flatMap(([, partners]) => [...partners].filter(([id]) => partner === undefined || id === partner))
  const quarters = years.flatMap(year => quartersOf(year)).filter(quarter => isWithin(span, quarter))
  const value = meant.length === 1 ? onlyOne(quarters.flatMap(quarter => countInForce(meant[0]![1], quarter)?.count.value ?? [])) : undefined
  return value && { kind: 'count', value }
}

/** Of one line, in years that lie within the span as a whole; a year in which it is nil says nothing. */
function amountIn({ costs, baseline }: Plan, { of, target }: ChangeOf<'amounts'>): OneValue | undefined {
  const meant = of === 'budget' ? costs.filter(({ line }) => isCostMeant(line, target)) : baseline.filter(({ line }) => isBaselineMeant(line, target))
  const touched = meant.filter(({ year }) => touches(target.span, year))
  const isWhole = touched.every(({ year }) => quartersOf(year).every(quarter => isWithin(target.span, quarter)))
  const isOneLine = new Set(touched.map(({ line }) => line)).size === 1
  const amounts = touched.flatMap(({ amount: { total } }) => (total === 0n ? [] : [ratio(total)]))
  const value = isWhole && isOneLine ? onlyOne(amounts) : undefined
  return value && { kind: 'amount', value: pence(value.numerator) }
}

const touches = (span: Span | undefined, year: Year): boolean => quartersOf(year).some(quarter => isWithin(span, quarter))

const onlyOne = ([first, ...rest]: readonly Ratio[]): Ratio | undefined => (first && rest.every(each => equal(each, first)) ? first : undefined)
