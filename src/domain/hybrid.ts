/**
 * The weights between two sides: by an old driver and among the old partners, but as counted now. A partner that is
 * there no more keeps its old counts: 60 and 40 users before, 80 now and the other gone, is 80 and 40.
 */
import { type Side, type Weighing, weighingBy } from './bridge-side.ts'
import { weigher } from './drivers/weigher.ts'
import type { PartnerId } from './ids.ts'
import type { LinkedBaseline } from './index-linking.ts'
import type { Model } from './model.ts'
import { prepare } from './prepare.ts'
import { equal, one, total, zero } from './ratio.ts'

/** The weights by an old driver as counted now: among the old partners, and among those of now. */
export interface Between {
  readonly counted: Weighing
  readonly joined: Weighing
}

/** Of two models: others are made of them and weighed. What a blend is made of is a matter of method, so it stays as it was. */
export function hybridOf(before: Model, after: Model): Between {
  const gone = new Set(before.partners.map(({ id }) => id).filter(id => after.partners.every(partner => partner.id !== id)))
  const blends = new Map([...after.blends, ...before.blends])
  const counted = { ...after, blends, partners: before.partners, counts: mergedCounts(before, after, gone) }
  return {
    counted: weighingBy(weigher(counted, mergedBaseline(before, after, gone)), counted.partners),
    joined: weighingBy(weigher({ ...after, blends }, prepare(after).prepared.baseline), after.partners),
  }
}

/** A driver that is gone stays gone. */
function mergedCounts(before: Model, after: Model, gone: ReadonlySet<PartnerId>): Model['counts'] {
  return new Map([...after.counts].map(([driver, counts]) =>
    [driver, new Map([...counts, ...[...(before.counts.get(driver) ?? [])].filter(([partner]) => gone.has(partner))])]))
}

function mergedBaseline(before: Model, after: Model, gone: ReadonlySet<PartnerId>): LinkedBaseline[] {
  const categories = new Set(after.baseline.map(({ category }) => category))
  return [
    ...prepare(after).prepared.baseline,
    ...prepare(before).prepared.baseline.filter(({ line }) => gone.has(line.partner) && categories.has(line.category)),
  ]
}

/**
 * Of sides of which only the weights are known. The weights of a blend are shares of one, which cannot be told apart
 * from who takes part: where that has changed there is no state between.
 */
export function hybridOfWeights(before: Side, after: Side): Between {
  const counted: Weighing = (driver, quarter) => {
    const [was, is] = [before.weigh(driver, quarter), after.weigh(driver, quarter)]
    if (was === undefined || is === undefined) return undefined
    const partners = [...new Set([...before.partners, ...after.partners])]
    if (partners.every(partner => before.takesPart(partner, quarter) === after.takesPart(partner, quarter))) return is
    if ([was, is].every(weights => equal(total(weights.values()), one))) return undefined
    return new Map(partners.filter(partner => before.takesPart(partner, quarter))
      .map(partner => [partner, (after.takesPart(partner, quarter) ? is : was).get(partner) ?? zero]))
  }
  return { counted, joined: after.weigh }
}
