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

export interface RunQuarter {
  readonly quarter: Quarter
  readonly amount: Money
  /** What each partner bears, in the order of the model's partners. */
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
  const runs: { weights: Weights; quarters: RunQuarter[]; amount: Money; parts: readonly Money[] }[] = []
  for (const { quarter, amount, weights } of quarters) {
    let run = runs.at(-1)
    if (run === undefined || !sameWeights(run.weights, weights)) {
      run = { weights, quarters: [], amount: nil, parts: weights.whole.map(() => nil) }
      runs.push(run)
    }
    const before = run.parts
    if (amount !== 0n) {
      run.amount = plus(run.amount, amount)
      run.parts = apportion(run.amount, weights.whole)
    }
    run.quarters.push({ quarter, amount, parts: run.parts.map((part, place) => less(part, before[place]!)) })
  }
  return runs.map(({ weights, quarters: within }) => ({ weights, quarters: within }))
}
