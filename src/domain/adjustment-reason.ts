/** Why earlier quarters are adjusted: what is known of them now beside what was known when the last record was issued. */
import type { AdjustmentReason, ChargedLine, KnownQuarter, Recount } from './charged.ts'
import type { IssuedRecord } from './issued.ts'
import { equal, zero } from './ratio.ts'

/** @param now the line as it is charged, its last quarter the one that is charged first */
export function reasonsFor(now: Pick<ChargedLine, 'line' | 'driver' | 'known'>, last: IssuedRecord | undefined): AdjustmentReason[] {
  const issued = last?.lines.find(of => of.line === now.line)
  const before = new Map(issued?.known.map(known => [known.quarter, known]))
  const redriven = issued !== undefined && issued.driver !== now.driver
  return [
    ...(redriven ? [{ kind: 'driver-changed', before: issued.driver, now: now.driver } as const] : []),
    ...now.known.slice(0, -1).flatMap(known => reasonsIn(known, before.get(known.quarter), redriven)),
  ]
}

function reasonsIn(now: KnownQuarter, before: KnownQuarter | undefined, redriven: boolean): AdjustmentReason[] {
  const { quarter, cost } = now
  if (before === undefined) return cost === 0n ? [] : [{ kind: 'never-charged', quarter, now: cost }]
  const partners = redriven || cost === 0n ? [] : recounts(now, before)
  return [
    ...(before.cost === cost ? [] : [costChange(now, before)]),
    ...(partners.length > 0 ? [{ kind: 'recounted', quarter, partners } as const] : []),
  ]
}

function costChange({ quarter, basis, cost: now }: KnownQuarter, { basis: basisBefore, cost: before }: KnownQuarter): AdjustmentReason {
  if (basis === basisBefore) return { kind: 'restated', quarter, basis, before, now }
  return { kind: basis === 'actual' ? 'closed' : 'reopened', quarter, before, now }
}

function recounts(now: KnownQuarter, before: KnownQuarter): Recount[] {
  const partners = [...new Set([...before.weights.keys(), ...now.weights.keys()])]
  return partners.map(partner => ({ partner, before: before.weights.get(partner) ?? zero, now: now.weights.get(partner) ?? zero }))
    .filter(({ before: was, now: is }) => !equal(was, is))
}
