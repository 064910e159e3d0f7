/**
 * How figures are shown. Reconciled: what is shown adds up as shown, each figure within a unit of exact. Independent:
 * each is rounded on its own, half away from zero, as published papers do: £0.50 + £0.50 = £1 is shown as 1 + 1 = 1.
 */
import type { Money } from '../domain/money.ts'
import { multiply, type Ratio, ratio, roundHalfAway } from '../domain/ratio.ts'
import { wholeParts } from '../domain/whole-parts.ts'
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

/** Parts as shown, in whole units that add up to what is shown of their sum. */
export const showParts = wholeParts
