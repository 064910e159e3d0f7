/**
 * The exact steps of one line in one quarter from what a partner bore to what it bears, in pence that are not rounded.
 * A line of £1,000 that costs £1,200 now, by 60 of 100 users and now by 80 of 120, took a partner from 600 to 800: 120
 * of price (200 at its old share), -120 of volume (60 of 120 where it had 60 of 100) and 200 of share (20 users of 120).
 */
import type { PartnerWeights } from './bridge-side.ts'
import type { PartnerId } from './ids.ts'
import type { Money } from './money.ts'
import { add, divide, equal, isZero, multiply, type Ratio, ratio, subtract, total, zero } from './ratio.ts'

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
  const whole = before === 0n && after === 0n ? undefined : filled(states)
  if (whole === undefined) return () => noSteps
  const [was, counted, joined, is] = whole
  const [cost, rise] = [ratio(after), ratio(after - before)]
  const gain = (from: Ratio, to: Ratio): Ratio => (equal(from, to) ? zero : multiply(cost, subtract(to, from)))
  return partner => {
    const [first, second, third, last] = [was, counted, joined, is].map(state => shareIn(state, partner)) as [Ratio, Ratio, Ratio, Ratio]
    const withOldCount = was === counted ? first : divide(weightIn(was, partner), counted.sum)
    return { price: multiply(rise, first), volume: gain(first, withOldCount), share: gain(withOldCount, second), partners: gain(second, third), method: gain(third, last) }
  }
}

interface State {
  readonly weights: PartnerWeights
  readonly sum: Ratio
}

/** Each state; or the one before it, where it has no weights or the same; where none is before it, the first. */
function filled(states: States): [State, State, State, State] | undefined {
  let last: State | undefined
  const found = states.map(weights => (last = weights === undefined || (last && sameWeights(weights, last.weights)) ? last : (stateOf(weights) ?? last)))
  const first = found.find(state => state !== undefined)
  return first && (found.map(state => state ?? first) as [State, State, State, State])
}

function stateOf(weights: PartnerWeights): State | undefined {
  const sum = total(weights.values())
  return isZero(sum) ? undefined : { weights, sum }
}

const sameWeights = (a: PartnerWeights, b: PartnerWeights): boolean =>
  a.size === b.size && [...a].every(([partner, weight]) => equal(weight, b.get(partner) ?? zero))

const weightIn = ({ weights }: State, partner: PartnerId): Ratio => weights.get(partner) ?? zero

const shareIn = (state: State, partner: PartnerId): Ratio => divide(weightIn(state, partner), state.sum)
