/**
 * Counted drivers: users, expected users and any other count. A count holds from its period on, until the next one:
 * 100 in 2017/18 and 120 in 2017/18 Q3 is 100 for two quarters and 120 from then on.
 */
import type { Model, PartnerId } from '../model.ts'
import { firstQuarter, type Period, type Quarter } from '../period.ts'
import { zero, type Ratio } from '../ratio.ts'
import type { Datum, Stated } from '../stated.ts'
import type { Weight } from './weights.ts'

export function countedWeight(model: Model, name: string, partner: PartnerId, quarter: Quarter): Weight {
  const counts = model.counts.get(name)?.get(partner)
  const inForce = counts && countInForce(counts, quarter)
  return inForce
    ? { value: inForce.count.value, sources: [{ kind: 'count', period: inForce.period, at: inForce.count.at }] }
    : { value: zero, sources: [] }
}

export interface Count {
  readonly period: Period
  readonly count: Datum<Ratio>
}

/** The count in force in a quarter: the latest not after it; in one quarter, its own column before its year's. */
export function countInForce({ years, quarters }: Stated<Ratio>, quarter: Quarter): Count | undefined {
  let latest: Count | undefined
  const consider = (period: Period, count: Datum<Ratio>): void => {
    const from = firstQuarter(period)
    if (from <= quarter && (latest === undefined || firstQuarter(latest.period) <= from)) latest = { period, count }
  }
  for (const [year, count] of years) consider({ kind: 'year', year }, count)
  for (const [from, count] of quarters) consider({ kind: 'quarter', quarter: from }, count)
  return latest
}
