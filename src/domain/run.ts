/**
 * Through the year: consecutive quarters whose weights are unchanged make a run. A run is apportioned on its cumulative
 * amount and each quarter is the difference, so its quarters sum to the run exactly: a penny in each of four quarters
 * by 1 and 1 is 0 or 1 each quarter, and 2 and 2 over the year.
 */
import { apportion } from './apportion.ts'
import { sameWeights, type Weights } from './drivers/weights.ts'
import { less, type Money, nil, plus } from './money.ts'
import type { Quarter } from './period.ts'

export interface Run {
  readonly weights: Weights
  readonly quarters: readonly RunQuarter[]
}

export interface RunQuarter extends Borne {
  readonly quarter: Quarter
  /** What the run comes to before the quarter, and to the end of it: the quarter is the difference. */
  readonly before: Borne
  readonly toDate: Borne
}

/** A cost, and what each partner bears of it, in the order of the model's partners. */
export interface Borne {
  readonly amount: Money
  readonly parts: readonly Money[]
}

/** One quarter of cost with the weights it goes by. */
export interface Weighed {
  readonly quarter: Quarter
  readonly amount: Money
  readonly weights: Weights
}

/** The quarters of one year in their order; a quarter with cost must have weights. */
export function runsThrough(quarters: readonly Weighed[]): Run[] {
  const runs: { weights: Weights; quarters: RunQuarter[]; toDate: Borne }[] = []
  for (const { quarter, amount, weights } of quarters) {
    let run = runs.at(-1)
    if (run === undefined || !sameWeights(run.weights, weights)) {
      run = { weights, quarters: [], toDate: { amount: nil, parts: weights.whole.map(() => nil) } }
      runs.push(run)
    }
    const before = run.toDate
    if (amount !== 0n) run.toDate = borne(plus(before.amount, amount), weights)
    const { toDate } = run
    run.quarters.push({ quarter, amount, parts: toDate.parts.map((part, place) => less(part, before.parts[place]!)), before, toDate })
  }
  return runs.map(({ weights, quarters: within }) => ({ weights, quarters: within }))
}

const borne = (amount: Money, { whole }: Weights): Borne => ({ amount, parts: apportion(amount, whole) })
