/**
 * The exact steps of one line in one quarter from what a partner bore to what it bears, in pence that are not rounded.
 * A line of £1,000 that costs £1,200 now, by 60 of 100 users and now by 80 of 120, took a partner from 600 to 800: 120
 * of price (200 at its old share), -120 of volume (60 of 120 where it had 60 of 100) and 200 of share (20 users of 120).
 */
import type { PartnerWeights } from './bridge-side.ts'
import type { PartnerId } from './ids.ts'
import type { Money } from './money.ts'
import { add, divide, isZero, multiply, type Ratio, ratio, subtract, total, zero } from './ratio.ts'

export const exactSteps = ['price', 'volume', 'share', 'partners', 'method'] as const
export type ExactStep = (typeof exactSteps)[number]
export type ExactSteps = Readonly<Record<ExactStep, Ratio>>

/** A line's cost in a quarter before and after, and the weights on the way from the one to the other. */
export interface Moved {
  readonly before: Money
  readonly after: Money
  readonly states: States
}

/**
 * The weights as they were; by the old driver and among the old partners, but as counted now; among the partners of now;
 * and by the driver of now. Undefined where a state has none that anything can be apportioned by.
 */
export type States = readonly [
  before: PartnerWeights | undefined, counted: PartnerWeights | undefined, joined: PartnerWeights | undefined, after: PartnerWeights | undefined,
]

export const noSteps: ExactSteps = { price: zero, volume: zero, share: zero, partners: zero, method: zero }

export const addSteps = (a: ExactSteps, b: ExactSteps): ExactSteps => eachStep(step => add(a[step], b[step]))

export const eachStep = <T>(of: (step: ExactStep) => T): Readonly<Record<ExactStep, T>> =>
  ({ price: of('price'), volume: of('volume'), share: of('share'), partners: of('partners'), method: of('method') })

/** The steps of each partner. */
export function stepsOf({ before, after, states }: Moved): (partner: PartnerId) => ExactSteps {
  const whole = filled(states)
  if (whole === undefined) return () => noSteps
  const [was, counted, joined, is] = whole
  const [cost, rise] = [ratio(after), ratio(after - before)]
  return partner => ({
    price: multiply(rise, shareIn(was, partner)),
    volume: subtract(multiply(cost, divide(weightIn(was, partner), counted.sum)), multiply(cost, shareIn(was, partner))),
    share: multiply(cost, divide(subtract(weightIn(counted, partner), weightIn(was, partner)), counted.sum)),
    partners: multiply(cost, subtract(shareIn(joined, partner), shareIn(counted, partner))),
    method: multiply(cost, subtract(shareIn(is, partner), shareIn(joined, partner))),
  })
}

interface State {
  readonly weights: PartnerWeights
  readonly sum: Ratio
}

/** Each state, or where it has no weights the one before it; where none is before it, the first. */
function filled(states: States): [State, State, State, State] | undefined {
  const found = states.map(stateOf)
  let last = found.find(state => state !== undefined)
  if (last === undefined) return undefined
  const next = (state: State | undefined): State => (last = state ?? last!)
  return [next(found[0]), next(found[1]), next(found[2]), next(found[3])]
}

function stateOf(weights: PartnerWeights | undefined): State | undefined {
  const sum = weights && total(weights.values())
  return weights === undefined || sum === undefined || isZero(sum) ? undefined : { weights, sum }
}

const weightIn = ({ weights }: State, partner: PartnerId): Ratio => weights.get(partner) ?? zero

const shareIn = (state: State, partner: PartnerId): Ratio => divide(weightIn(state, partner), state.sum)
