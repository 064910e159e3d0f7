/**
 * What is counted in a run: for each quarter, the count that is stated for it and the changes that it goes through. 820 users
 * scaled by 90% are 738. Quarters that share both, of every partner, weigh alike, so a year is mostly weighed once.
 */
import { countInForce } from '../../drivers/counted.ts'
import { isWeighed, type Model } from '../../model.ts'
import { periodName, type Quarter, quartersOf } from '../../period.ts'
import { isNegative, type Ratio, zero } from '../../ratio.ts'
import { adjusted } from '../../scenario/adjust.ts'
import type { Change, ChangeOf } from '../../scenario/change.ts'
import { isDriverMeant, isWithin } from '../../scenario/target.ts'
import { changedBy } from './rates.ts'

export interface CountWay {
  /** The same for quarters that weigh alike in every run. */
  readonly key: string
  /** In the order of the partners. */
  readonly counts: (run: readonly Change[]) => readonly Ratio[]
}

/**
 * None where something is set that was not counted before: it is nil then after it, and no longer uncounted.
 *
 * @param varies the places of changes with a range
 */
export function countWays(model: Model, base: Model, changes: readonly Change[], varies: ReadonlySet<number>): ((name: string, quarter: Quarter) => CountWay) | undefined {
  const from = changes.findIndex(({ kind }, place) => kind === 'counts' && varies.has(place))
  const { counts } = changes.slice(0, from).reduce(changedBy, model)
  const later = changes.flatMap((change, place) => (from >= 0 && change.kind === 'counts' && place >= from ? [{ change, place }] : []))
  const first = quartersOf(base.years[0]!)[0]
  const countsAnew = ({ driver, partner, span, adjustment: { how } }: ChangeOf<'counts'>): boolean => how === 'set' && [...counts].some(([name, of]) =>
    isDriverMeant(driver, name) && ((partner !== undefined && !of.has(partner)) || (span !== undefined && [...of.values()].some(stated => countInForce(stated, first) === undefined))))
  if (later.some(({ change }) => countsAnew(change))) return undefined

  return (name, quarter) => {
    const partners = base.partners.map(partner => {
      const stated = isWeighed(partner, quarter) ? counts.get(name)?.get(partner.id) : undefined
      if (stated === undefined) return { key: '', count: undefined, through: [] }
      const inForce = countInForce(stated, quarter)
      const through = later.flatMap(({ change, place }) => (concerns(change, name, partner.id, quarter) ? [place] : []))
      return { key: `${inForce ? periodName(inForce.period) : ''} ${through.join()}`, count: inForce?.count.value, through }
    })
    return {
      key: JSON.stringify(partners.map(({ key }) => key)),
      counts: run => partners.map(({ count, through }) => through.reduce((now, place) => counted(now, run[place] as ChangeOf<'counts'>), count) ?? zero),
    }
  }
}

const concerns = ({ driver, partner, span }: ChangeOf<'counts'>, name: string, of: string, quarter: Quarter): boolean =>
  isDriverMeant(driver, name) && (partner === undefined || partner === of) && isWithin(span, quarter)

/** What is not counted yet can only be set. */
function counted(count: Ratio | undefined, { adjustment }: ChangeOf<'counts'>): Ratio | undefined {
  if (count === undefined && adjustment.how !== 'set') return undefined
  const now = adjusted(count ?? zero, adjustment)
  return isNegative(now) ? zero : now
}
