/**
 * The baseline driver: each partner's contribution, its baseline amounts of the year, in one category or in all.
 * A partner that is in for part of a year weighs by its whole year's baseline in the quarters that it is in.
 */
import type { LinkedBaseline } from '../index-linking.ts'
import type { Category, PartnerId } from '../model.ts'
import { plus, nil } from '../money.ts'
import type { Year } from '../period.ts'
import { ratio } from '../ratio.ts'
import type { Source, Weight } from './weights.ts'

export function baselineWeight(
  baseline: readonly LinkedBaseline[], category: Category | undefined, partner: PartnerId, year: Year,
): Weight {
  let amount = nil
  const sources: Source[] = []
  for (const { line, years } of baseline) {
    if (line.partner !== partner || (category !== undefined && line.category !== category)) continue
    const linked = years.get(year)
    if (linked === undefined) continue
    amount = plus(amount, linked.total)
    sources.push({ kind: 'baseline', line, amount: linked })
  }
  return { value: ratio(amount), sources }
}
