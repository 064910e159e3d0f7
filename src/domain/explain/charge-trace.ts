/**
 * What a line's charge was reckoned from: the runs in which its budget and its cost are borne, live or as they were known
 * when the quarter was issued.
 */
import type { ChargeableLine } from '../chargeable.ts'
import type { ChargedLine, KnownQuarter } from '../charged.ts'
import { driverName } from '../drivers/driver.ts'
import { type Weights, weights as weightsOf } from '../drivers/weights.ts'
import { groupBy } from '../group.ts'
import type { Model, PartnerId } from '../model.ts'
import type { Money } from '../money.ts'
import { placeInYear, type Quarter, yearOf } from '../period.ts'
import { equal, zero } from '../ratio.ts'
import { type Run, runsThrough } from '../run.ts'
import type { AmountSource, SharedLine } from './derivation.ts'

export interface TracedLine {
  readonly line: SharedLine
  readonly partners: readonly PartnerId[]
  readonly runs: Readonly<Record<'budget' | 'cost', readonly Run[]>>
  /** Where the quarter's budget or cost comes from. */
  readonly sourceOf: (of: 'budget' | 'cost', quarter: Quarter) => AmountSource
}

export function liveTrace({ line, budget, spent, quarters, budgetRuns, costRuns }: ChargeableLine, { partners }: Model): TracedLine {
  const closed = new Set(quarters.filter(({ basis }) => basis === 'actual').map(({ quarter }) => quarter))
  const budgetSource = (quarter: Quarter): AmountSource => {
    const year = budget?.years.get(yearOf(quarter))
    return year ? { kind: 'budget', year, place: placeInYear(quarter), profile: line.profile } : { kind: 'none' }
  }
  return {
    line: { id: line.id, category: line.category, rule: line.rule, driver: driverName(line.driver) },
    partners: partners.map(({ id }) => id),
    runs: { budget: budgetRuns, cost: costRuns },
    sourceOf: (of, quarter) => (of === 'cost' && closed.has(quarter) ? { kind: 'actual', spends: spent.get(quarter) ?? [] } : budgetSource(quarter)),
  }
}

/**
 * The runs of a record are made anew from what it holds, by the same steps.
 *
 * @param live the line as it is now, for the cells of whatever has not changed since
 */
export function frozenTrace({ line, category, rule, driver, known }: ChargedLine, issued: Quarter, live: TracedLine | undefined): TracedLine {
  const partners = [...new Set(known.flatMap(({ weights }) => [...weights.keys()]))]
  const unchanged = (of: 'budget' | 'cost', { quarter, [of]: amount }: KnownQuarter): boolean => live !== undefined && amountIn(live.runs[of], quarter) === amount
  const weighed = known.map(of => ({ of, weights: live && sameCounts(live, driver, of, partners) ? runOf(live.runs.cost, of.quarter)!.weights : frozenWeights(driver, of, partners) }))
  const years = [...groupBy(weighed, ({ of }) => yearOf(of.quarter)).values()]
  const runsOf = (measure: 'budget' | 'cost'): Run[] =>
    years.flatMap(year => runsThrough(year.map(({ of, weights }) => ({ quarter: of.quarter, amount: of[measure], weights }))))
  const knownOf = new Map(known.map(of => [of.quarter, of]))
  return {
    line: { id: line, category, rule, driver },
    partners,
    runs: { budget: runsOf('budget'), cost: runsOf('cost') },
    sourceOf: (measure, quarter) => {
      const then = knownOf.get(quarter)!
      const of = measure === 'cost' && then.basis === 'budget' ? 'budget' : measure
      const now = live?.sourceOf(of, quarter)
      const isSame = now && unchanged(of, then) && (of === 'budget' || now.kind === 'actual')
      return isSame ? now : { kind: 'record', issued, basis: of === 'budget' ? 'budget' : then.basis }
    },
  }
}

const runOf = (runs: readonly Run[], quarter: Quarter): Run | undefined => runs.find(({ quarters }) => quarters.some(of => of.quarter === quarter))

const amountIn = (runs: readonly Run[], quarter: Quarter): Money | undefined => runOf(runs, quarter)?.quarters.find(of => of.quarter === quarter)?.amount

/** Whether the same is counted of every partner still. */
function sameCounts(live: TracedLine, driver: string, { quarter, weights }: KnownQuarter, partners: readonly PartnerId[]): boolean {
  const now = runOf(live.runs.cost, quarter)?.weights.each
  return now !== undefined && live.line.driver === driver && live.partners.join() === partners.join() && partners.every((partner, place) => equal(weights.get(partner)!, now[place]!.value))
}

const frozenWeights = (driver: string, { weights }: KnownQuarter, partners: readonly PartnerId[]): Weights =>
  weightsOf({ kind: 'counted', name: driver }, partners.map(partner => ({ value: weights.get(partner) ?? zero, sources: [] })))
