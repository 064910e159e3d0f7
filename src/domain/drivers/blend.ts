/**
 * Blended drivers: portions of several drivers' shares. 35% by tax base and 65% by population, where a partner has half
 * of the one and a fifth of the other, is a weight of 0.35 × 1/2 + 0.65 × 1/5 = 0.305.
 */
import type { BlendPart } from '../model.ts'
import { add, multiply, zero } from '../ratio.ts'
import type { Driver } from './driver.ts'
import { type Flaw, shareOf, type Source, type Weight, type Weights } from './weights.ts'

/** The blended weights, and the first flaw of a part: where nothing was counted, its portion would have nowhere to go. */
export function blendedWeights(
  parts: readonly BlendPart[], partners: number, weigh: (driver: Driver) => Weights,
): { each: Weight[]; flaw: Flaw | undefined } {
  const weighed = parts.map(({ driver, portion }) => ({ weights: weigh(driver), portion }))
  const each = Array.from({ length: partners }, (_, place) => ({
    value: weighed.reduce((sum, { weights, portion }) => add(sum, multiply(portion, shareOf(weights, place))), zero),
    sources: weighed.map(({ weights, portion }): Source => ({ kind: 'portion', portion, weights, place })),
  }))
  return { each, flaw: weighed.find(({ weights }) => weights.flaw)?.weights.flaw }
}
