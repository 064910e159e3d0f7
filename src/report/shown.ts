/**
 * How figures are shown. Reconciled: what is shown adds up as shown, each figure within a unit of exact. Independent:
 * each is rounded on its own, half away from zero, as published papers do: £0.50 + £0.50 = £1 is shown as 1 + 1 = 1.
 */
import type { Money } from '../domain/money.ts'
import { equal, isNegative, multiply, type Ratio, ratio, roundHalfAway, subtract } from '../domain/ratio.ts'
import { type Flow, reconcile } from './reconcile.ts'

export type RoundingMode = 'reconciled' | 'independent'

/** Every flow's figure in whole units, by key. */
export function showFlows(flows: readonly Flow[], size: bigint, mode: RoundingMode): Map<string, bigint> {
  if (mode === 'reconciled') return reconcile(flows, size)
  return new Map(flows.map(({ key, amount }) => [key, showAlone(amount, size)]))
}

export const showAlone = (amount: Money, size: bigint): bigint => roundHalfAway(ratio(amount, size))

/** Tenths of a percent: 0.04178 is 42. */
export const showPercent = (share: Ratio): bigint => roundHalfAway(multiply(share, ratio(1000n)))

/**
 * Parts in whole units that add up to what is shown of their sum: 1/3 and 2/3 of a unit, shown as 1 together, are 0 and 1.
 *
 * @param parts exact, in units
 * @param whole their sum rounded up or down
 */
export function showParts(parts: readonly Ratio[], whole: bigint): bigint[] {
  const below = parts.map(({ numerator, denominator }) => floor(numerator, denominator))
  const above = parts.map((part, place) => subtract(part, ratio(below[place]!)))
  let left = whole - below.reduce((a, b) => a + b, 0n)
  const fromLargest = [...parts.keys()].sort((a, b) => (isNegative(subtract(above[b]!, above[a]!)) ? -1 : equal(above[a]!, above[b]!) ? a - b : 1))
  for (const place of fromLargest) {
    if (left-- <= 0n) break
    below[place]! += 1n
  }
  return below
}

const floor = (numerator: bigint, denominator: bigint): bigint =>
  numerator / denominator - (numerator < 0n && numerator % denominator !== 0n ? 1n : 0n)
