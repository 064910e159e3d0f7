/** Why earlier quarters are adjusted: what is known of them now beside what was known when the last record was issued. */
import type { AdjustmentReason, KnownQuarter } from './charged.ts'
import type { IssuedRecord } from './issued.ts'
import type { PartnerId } from './model.ts'
import { equal, zero } from './ratio.ts'

export function reasonsFor(line: string, earlier: readonly KnownQuarter[], last: IssuedRecord | undefined): AdjustmentReason[] {
  const before = new Map(last?.lines.find(of => of.line === line)?.known.map(known => [known.quarter, known]))
  return earlier.flatMap(now => reasonsIn(now, before.get(now.quarter)))
}

function reasonsIn(now: KnownQuarter, before: KnownQuarter | undefined): AdjustmentReason[] {
  const { quarter, basis, cost } = now
  if (before === undefined) return cost === 0n ? [] : [{ kind: 'never-charged', quarter, now: cost }]
  const partners = recounted(now, before)
  const closed = before.basis === 'budget' && basis === 'actual'
  return [
    ...(before.cost === cost ? [] : [closed ? { kind: 'closed', quarter, before: before.cost, now: cost } as const : { kind: 'restated', quarter, basis, before: before.cost, now: cost } as const]),
    ...(partners.length > 0 && cost !== 0n ? [{ kind: 'recounted', quarter, partners } as const] : []),
  ]
}

function recounted(now: KnownQuarter, before: KnownQuarter): PartnerId[] {
  const partners = [...new Set([...before.weights.keys(), ...now.weights.keys()])]
  return partners.filter(partner => !equal(now.weights.get(partner) ?? zero, before.weights.get(partner) ?? zero))
}
