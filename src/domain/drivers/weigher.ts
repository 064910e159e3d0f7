/**
 * Weighs the partners by a driver in a quarter. A partner that takes no part in the quarter weighs nothing, whatever
 * was counted of it. Each answer is kept, so a thousand lines on one driver weigh once.
 */
import type { LinkedBaseline } from '../index-linking.ts'
import { isWeighed, type Model, type Partner } from '../model.ts'
import { carried } from './carried.ts'
import { type Quarter, yearOf } from '../period.ts'
import { one, zero } from '../ratio.ts'
import { baselineWeight } from './baseline.ts'
import { blendedWeights } from './blend.ts'
import { countedWeight } from './counted.ts'
import { type Driver, driverName } from './driver.ts'
import { type Weight, type Weights, weights } from './weights.ts'

export type Weigher = (driver: Driver, quarter: Quarter) => Weights

const none: Weight = { value: zero, sources: [] }

export function weigher(model: Model, baseline: readonly LinkedBaseline[]): Weigher {
  const kept = new Map<string, Weights>()

  const weigh: Weigher = (driver, quarter) => {
    const key = `${driver.kind} ${driverName(driver)} ${quarter}`
    const known = kept.get(key)
    if (known) return known
    const answer = weighOnce(driver, quarter)
    kept.set(key, answer)
    return answer
  }

  const weighOnce: Weigher = (driver, quarter) => {
    const ofPartners = (weight: (partner: Partner) => Weight): Weights =>
      weights(driver, carried(model.partners.map(partner => (isWeighed(partner, quarter) ? weight(partner) : none)), model.partners, quarter))
    switch (driver.kind) {
      case 'counted':
        return ofPartners(({ id }) => countedWeight(model, driver.name, id, quarter))
      case 'baseline':
        return ofPartners(({ id }) => baselineWeight(baseline, driver.category, id, yearOf(quarter)))
      case 'direct':
        return ofPartners(({ id }) => (id === driver.partner ? { value: one, sources: [] } : none))
      case 'equal':
        return ofPartners(() => ({ value: one, sources: [] }))
      case 'blend': {
        const parts = model.blends.get(driver.name) ?? []
        const { each, flaw } = blendedWeights(parts, model.partners.length, part => weigh(part, quarter))
        return weights(driver, each, flaw)
      }
    }
  }

  return weigh
}
