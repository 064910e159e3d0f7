/**
 * Each partner's share of staff costs in a year, exact: what it would bear of the lines under the staff rule if pence
 * could be divided, over what they all cost. With one driver all year that is its weight over the sum of weights.
 */
import { shareOf, type Weights } from './drivers/weights.ts'
import type { PartnerId } from './model.ts'
import type { Year } from './period.ts'
import type { Plan } from './plan.ts'
import { divide, multiply, type Ratio, ratio, total } from './ratio.ts'

/** None for a year without staff costs, or whose staff costs come to nil. */
export function staffShares({ model, costs }: Plan, year: Year): ReadonlyMap<PartnerId, Ratio> | undefined {
  const amounts = new Map<Weights, bigint>()
  for (const { runs } of costs.filter(cost => cost.year === year && cost.line.rule === 'staff')) {
    for (const { weights, quarters } of runs) {
      for (const { amount } of quarters) amounts.set(weights, (amounts.get(weights) ?? 0n) + amount)
    }
  }
  const whole = [...amounts.values()].reduce((a, b) => a + b, 0n)
  if (whole === 0n) return undefined
  return new Map(model.partners.map(({ id }, place) => {
    const borne = total([...amounts].map(([weights, amount]) => multiply(ratio(amount), shareOf(weights, place))))
    return [id, divide(borne, ratio(whole))]
  }))
}
