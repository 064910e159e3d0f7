/**
 * The rates of a run, and by how much each index raises an amount in each year: a rate of 3.5% raises by 207/200. The factors
 * are not brought to lowest terms when they are multiplied: an amount is rounded to the same penny either way, and sooner.
 */
import type { Index, IndexId, Model } from '../../model.ts'
import { add, one, type Ratio } from '../../ratio.ts'
import type { Change } from '../../scenario/change.ts'
import { withChange } from '../../scenario/model-changes.ts'

export interface Rates {
  readonly indexation: ReadonlyMap<IndexId, Index>
  /** By the place of the year; none for a year without a rate, or for an index that is not known. */
  readonly factors: (index: IndexId) => readonly (Ratio | undefined)[] | undefined
}

export function ratesUnder(model: Model, changes: readonly Change[]): Rates {
  let changed = model
  for (const change of changes) if (change.kind === 'rates') changed = changedBy(changed, change)
  const kept = new Map<IndexId, readonly (Ratio | undefined)[] | undefined>()
  const factors = (id: IndexId): readonly (Ratio | undefined)[] | undefined => {
    if (!kept.has(id)) kept.set(id, factorsOf(changed.indexation.get(id), changed))
    return kept.get(id)
  }
  return { indexation: changed.indexation, factors }
}

const factorsOf = (index: Index | undefined, { years }: Model): readonly (Ratio | undefined)[] | undefined =>
  index && years.map(year => {
    const rate = index.byYear.get(year) ?? index.everyYear
    return rate && add(one, rate.value)
  })

/** A model with a change that is known to be possible: whether it is does not hang on its figure. */
export const changedBy = (model: Model, change: Change): Model => (withChange(model, change) as { model: Model }).model
