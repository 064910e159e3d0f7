/**
 * The leaf: what one partner bears of one line in one quarter, with its trace. Everything a report shows is a sum of
 * leaves. £10.00 by 2 users of 3 is a share of 2/3, exactly 666.67 pence, 667 charged: rounding added a third of a penny.
 */
import { shareOf, type Weights } from './drivers/weights.ts'
import type { Origin } from './index-linking.ts'
import type { CostLine, PartnerId } from './model.ts'
import type { Money } from './money.ts'
import { placeInYear, type Quarter } from './period.ts'
import type { Plan } from './plan.ts'
import { multiply, type Ratio, ratio, subtract } from './ratio.ts'

export interface Leaf {
  readonly line: CostLine
  readonly quarter: Quarter
  readonly partner: PartnerId
  readonly amount: Money
  /** What the whole partnership pays on the line in the quarter, and where that figure comes from. */
  readonly whole: Money
  readonly origin: Origin
  readonly weights: Weights
  /** The partner's place among the weights. */
  readonly place: number
}

export function* leavesOf({ model, costs }: Plan): Generator<Leaf> {
  for (const { line, amount: { quarters: amounts }, runs } of costs) {
    for (const { weights, quarters } of runs) {
      for (const { quarter, amount: whole, parts } of quarters) {
        const { origin } = amounts[placeInYear(quarter)]!
        for (const [place, amount] of parts.entries()) {
          yield { line, quarter, partner: model.partners[place]!.id, amount, whole, origin, weights, place }
        }
      }
    }
  }
}

export interface Trace {
  readonly share: Ratio
  /** The share of the whole, in pence, not rounded. */
  readonly exact: Ratio
  /** What rounding added, or took where it is negative, in pence. */
  readonly rounding: Ratio
}

export function traceOf({ amount, whole, weights, place }: Leaf): Trace {
  const share = shareOf(weights, place)
  const exact = multiply(ratio(whole), share)
  return { share, exact, rounding: subtract(ratio(amount), exact) }
}
