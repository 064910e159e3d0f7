/**
 * The quick way to what a run comes to: whatever no range touches is reckoned once, and of the rest only what the totals of a
 * year need. A line whose weights hold all year is apportioned once for the year, not once a quarter: the parts to the end of
 * a run of quarters are those of its cumulative amount, and the year is the sum of its runs.
 *
 * Ranges of rates, counts and amounts go this way. Where the changes delay, split or rescale lines, or let a partner leave,
 * there is none; and a run that meets a cost that nobody can bear, or a rate that is missing, gives none.
 */
import { weigher } from '../../drivers/weigher.ts'
import type { Line, Model } from '../../model.ts'
import { type Money, nil, plus } from '../../money.ts'
import { linkAll, type LinkedLines } from '../../prepare.ts'
import type { Change } from '../../scenario/change.ts'
import { withAmounts } from '../../scenario/line-changes.ts'
import { isBaselineMeant, isCostMeant, isDriverMeant, type Target } from '../../scenario/target.ts'
import { emptyStanding, type Layout, placeOf, type Standing } from '../standing.ts'
import { varies as doesVary } from '../varying.ts'
import { baselineWays } from './baseline.ts'
import { bear } from './cost.ts'
import { countWays } from './counts.ts'
import { lineWay, type Way } from './line.ts'
import { ratesUnder } from './rates.ts'
import { numberedWeights, type Weighing } from './weights.ts'

/** None where a run has to be planned in full. */
export type QuickWay = (run: readonly Change[]) => Standing | undefined

/** @param base the model with the changes at their centre */
export function quickWay(model: Model, changes: readonly Change[], base: Model, layout: Layout): QuickWay | undefined {
  const varies = new Set([...changes.keys()].filter(place => doesVary(changes[place]!)))
  const countWay = isPlain(changes, varies) ? countWays(model, base, changes, varies) : undefined
  if (countWay === undefined) return undefined
  const waysOf = <L extends Line>(lines: readonly L[], of: 'budget' | 'baseline', isMeant: (line: L, target: Target) => boolean): Way<L>[] => lines.map(line => {
    const touching = [...changes.entries()].flatMap(([place, change]) => (change.kind === 'amounts' && change.of === of && isMeant(line, change.target) ? [place] : []))
    const isRaised = [...varies].some(place => isRateOf(changes[place]!, line))
    return { line, category: layout.categories.indexOf(line.category), amounts: lineWay(line, touching, changes, base), varies: isRaised || touching.some(place => varies.has(place)) }
  })
  const rates = ratesUnder(model, changes)
  const baseline = baselineWays(waysOf(base.baseline, 'baseline', isBaselineMeant), base, layout, changes, rates)
  const weights = numberedWeights({
    base, central: weigher(base, linkedUnder(changes, base).baseline), baselineVaries: baseline.varies, countWay,
    countVaries: name => [...varies].some(place => isCountOf(changes[place]!, name)),
  })
  const costs = waysOf(base.budget, 'budget', isCostMeant).map(way => ({ ...way, varies: way.varies || weights.varies(way.line.driver), numbers: weights.numbersOf(way.line.driver) }))

  const bearAll = (of: typeof costs, cost: Money[], weighing: Weighing, now: typeof rates): boolean => of.every(({ amounts, numbers, category }) => {
    const known = amounts(weighing.changes, now)
    return known !== undefined && bear(known, numbers, base.years, weighing, weights, (year, parts) => {
      const first = placeOf(layout, category, year, 0)
      for (const [partner, part] of parts.entries()) cost[first + partner] = plus(cost[first + partner]!, part)
    })
  })
  const fixed = emptyStanding(layout)
  bearAll(costs.filter(way => !way.varies), fixed.cost, { changes, baseline: () => nil, kept: [] }, rates)
  const varying = costs.filter(way => way.varies)

  return run => {
    const now = ratesUnder(model, run)
    const known = baseline.under(run, now)
    const cost = [...fixed.cost]
    return known && bearAll(varying, cost, { changes: run, baseline: known.of, kept: [] }, now) ? { baseline: known.counted, cost } : undefined
  }
}

/** Whether nothing but figures can differ from run to run, each of one line or driver: a count that varies before a partner joins, who has it too, is not. */
function isPlain(changes: readonly Change[], varies: ReadonlySet<number>): boolean {
  const counted = changes.findIndex(({ kind }, place) => kind === 'counts' && varies.has(place))
  return changes.every((change, place) => {
    switch (change.kind) {
      case 'amounts':
      case 'counts':
      case 'rates':
      case 'line':
        return true
      case 'move':
        return change.from === undefined
      case 'join':
        return counted < 0 || place < counted
      case 'delay':
      case 'leave':
      case 'start':
        return false
    }
  })
}

const isRateOf = (change: Change, { index }: Line): boolean => change.kind === 'rates' && change.index === index

const isCountOf = (change: Change, name: string): boolean => change.kind === 'counts' && isDriverMeant(change.driver, name)

/** Lines as they are at the centre, where every change is known to be possible. */
const linkedUnder = (changes: readonly Change[], base: Model): LinkedLines =>
  changes.reduce((lines, change) => (withAmounts(lines, change, base) as { lines: LinkedLines }).lines, linkAll(base).lines)
