/** Why earlier quarters are adjusted: what is known of them now beside what was known when the last record was issued. */
import type { Basis, QuarterCost } from './chargeable.ts'
import type { IssuedRecord, KnownQuarter } from './issued.ts'
import type { Model, PartnerId } from './model.ts'
import type { Money } from './money.ts'
import type { Quarter } from './period.ts'
import type { Ratio } from './ratio.ts'

export type AdjustmentReason =
  /** The quarter, or the line in it, was never charged before. */
  | { readonly kind: 'never-charged'; readonly quarter: Quarter }
  /** It was charged on budget, and its actual is known now. */
  | { readonly kind: 'closed'; readonly quarter: Quarter; readonly budget: Money; readonly actual: Money }
  | { readonly kind: 'restated'; readonly quarter: Quarter; readonly basis: Basis; readonly before: Money; readonly now: Money }
  | { readonly kind: 'recounted'; readonly quarter: Quarter; readonly partners: readonly PartnerId[] }
  | { readonly kind: 'line-removed' }

export function reasonsFor(line: string, earlier: readonly QuarterCost[], model: Model, last: IssuedRecord | undefined): AdjustmentReason[] {
  const known = new Map(last?.lines.find(of => of.line === line)?.known.map(each => [each.quarter, each]))
  return earlier.flatMap(now => reasonsIn(now, known.get(now.quarter), model))
}

function reasonsIn(now: QuarterCost, before: KnownQuarter | undefined, model: Model): AdjustmentReason[] {
  const { quarter, basis, cost } = now
  if (before === undefined) return cost === 0n ? [] : [{ kind: 'never-charged', quarter }]
  const weights = weightsIn(now, model)
  const recounted = Object.keys({ ...before.weights, ...weights }).filter(partner => before.weights[partner] !== weights[partner])
  return [
    ...(before.basis === 'budget' && basis === 'actual' && before.cost !== cost ? [{ kind: 'closed', quarter, budget: before.cost, actual: cost } as const] : []),
    ...(before.basis === basis && before.cost !== cost ? [{ kind: 'restated', quarter, basis, before: before.cost, now: cost } as const] : []),
    ...(before.basis === 'actual' && basis === 'budget' ? [{ kind: 'restated', quarter, basis, before: before.cost, now: cost } as const] : []),
    ...(recounted.length > 0 && cost !== 0n ? [{ kind: 'recounted', quarter, partners: recounted } as const] : []),
  ]
}

/** Each partner's weight as the fraction it is, for a record. */
export const weightsIn = ({ weights }: QuarterCost, { partners }: Model): Record<PartnerId, string> =>
  Object.fromEntries(partners.map(({ id }, place) => [id, fractionText(weights.each[place]!.value)]))

const fractionText = ({ numerator, denominator }: Ratio): string => (denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`)
