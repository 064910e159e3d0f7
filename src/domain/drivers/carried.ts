/**
 * Weights that another partner carries: once a partner has left, whoever carries its part weighs its weight besides its
 * own. 120 and 80 users, the 80 of a partner that the first carries, are 200 and none.
 */
import type { Partner } from '../model.ts'
import type { Quarter } from '../period.ts'
import { add, zero } from '../ratio.ts'
import type { Weight } from './weights.ts'

const none: Weight = { value: zero, sources: [] }

export function carried(weights: readonly Weight[], partners: readonly Partner[], quarter: Quarter): readonly Weight[] {
  const moved = partners.flatMap(({ afterLeaving, leaves }, from) =>
    (afterLeaving?.kind === 'carried' && leaves !== undefined && quarter > leaves ? [{ from, to: partners.findIndex(({ id }) => id === afterLeaving.by) }] : []))
  return moved.reduce((now, { from, to }) => now.map((weight, place) => {
    if (place === from) return none
    return place === to ? { value: add(weight.value, now[from]!.value), sources: [...weight.sources, ...now[from]!.sources] } : weight
  }), weights)
}
