/**
 * The switching value: where one input takes a figure to a target. A baseline of £100 and staff of £90 a year before, raised by
 * pay, save nothing from a rate of 11.1056% on: 90 × 1.111056 is 99.99504, £100.00 in whole pence.
 */
import { fault, type Outcome } from '../diagnostic.ts'
import type { Money } from '../money.ts'
import type { Plan } from '../plan.ts'
import { one, type Ratio, ratio } from '../ratio.ts'
import { type Base, planWith } from '../sensitivity/base.ts'
import { figureIn, type Watched } from '../sensitivity/figure.ts'
import { type OneValue, oneValueIn } from '../sensitivity/one-value.ts'
import type { Variable } from '../sensitivity/variable.ts'
import { type Crossing, type Interval, search, type Searched } from './search.ts'

export interface Question {
  /** A rate that is set, or what is scaled. */
  readonly variable: Variable
  readonly watched: Watched
  readonly target: Money
  readonly between: Interval
}

export interface Solution {
  readonly question: Question
  /** The figure as it is, and the one rate, count or amount that the input is now. */
  readonly base: { readonly figure: Money; readonly itself?: OneValue }
  readonly searched: Omit<Searched, 'crossings'>
  readonly answers: readonly Answer[]
}

export interface Answer extends Crossing {
  /** The one rate, count or amount that the input comes to there. */
  readonly itself?: OneValue
}

/** Steps in the whole of 1: values are tried to 0.0001%, or to 0.0001 of a percentage point. */
export const fineness = 1_000_000n

export const valueAt = (place: bigint): Ratio => ratio(place, fineness)

/** Where an input is looked for unless the question says: rates from nothing to a half, and the rest up to twice what they are. */
export const usualInterval = ({ kind }: Variable): Interval => (kind === 'rates' ? { from: 0n, to: fineness / 2n } : { from: 0n, to: 2n * fineness })

/** A fault where nothing is meant by the variable. */
export function solve(base: Base, question: Question): Outcome<Solution> {
  const { variable, watched, target, between } = question
  const planAt = (value: Ratio): Plan | undefined => planWith(base, variable, value).value
  // What is scaled by one is as it was, so that there is no plan then only where nothing is scaled.
  if (variable.kind !== 'rates' && planAt(one) === undefined) return { diagnostics: [fault('touches-nothing', undefined, { why: variable.kind === 'counts' ? 'count' : 'cost' })] }

  const { crossings, ...searched } = search(place => {
    const plan = planAt(valueAt(place))
    return plan && figureIn(plan, watched)
  }, target, between)
  const answers = crossings.map(crossing => ({ ...crossing, ...itselfIn(planAt(valueAt(crossing.at.place))!, variable) }))
  return { value: { question, base: { figure: figureIn(base.plan, watched), ...itselfIn(base.plan, variable) }, searched, answers }, diagnostics: [] }
}

function itselfIn(plan: Plan, variable: Variable): { itself?: OneValue } {
  const itself = oneValueIn(plan, variable)
  return itself ? { itself } : {}
}
