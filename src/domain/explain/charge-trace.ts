/**
 * What a line's charge was reckoned from: the runs in which its budget and its cost are borne, live or as they were known
 * when the quarter was issued.
 */
import type { ChargeableLine } from '../chargeable.ts'
import type { ChargedLine, KnownQuarter } from '../charged.ts'
import { type Driver, driverName } from '../drivers/driver.ts'
import { type Weights, weights as weightsOf } from '../drivers/weights.ts'
import { groupBy } from '../group.ts'
import { type Model, type PartnerId, takesPart } from '../model.ts'
import type { Money } from '../money.ts'
import { placeInYear, type Quarter, yearOf } from '../period.ts'
import { equal, isZero, one, type Ratio, zero } from '../ratio.ts'
import { type Run, runsThrough } from '../run.ts'
import type { AmountSource, SharedLine } from './derivation.ts'

export interface TracedLine {
  readonly line: SharedLine
  readonly partners: readonly PartnerId[]
  readonly takesPart: (partner: PartnerId, quarter: Quarter) => boolean
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
    takesPart: (partner, quarter) => !partners.some(of => of.id === partner && !takesPart(of, quarter)),
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
    takesPart: live?.takesPart ?? (() => true),
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
  return now !== undefined && live.line.driver === driver && live.partners.join() === partners.join() && partners.every((partner, place) => equal(weightIn(weights, partner), now[place]!.value))
}

const frozenWeights = (driver: string, { weights }: KnownQuarter, partners: readonly PartnerId[]): Weights =>
  weightsOf(driverNamed(driver, weights), partners.map(partner => ({ value: weightIn(weights, partner), sources: [] })))

/** Whoever the record does not know of in a quarter weighs nothing there. */
const weightIn = (weights: KnownQuarter['weights'], partner: PartnerId): Ratio => weights.get(partner) ?? zero

/** A record has a driver's name alone; that of a line which one partner bears tells who, and nobody else weighs anything. */
function driverNamed(name: string, weights: KnownQuarter['weights']): Driver {
  const weighing = [...weights].filter(([, weight]) => !isZero(weight))
  const alone = weighing.find(([partner, weight]) => weighing.length === 1 && equal(weight, one) && driverName({ kind: 'direct', partner }) === name)
  return alone === undefined ? { kind: 'counted', name } : { kind: 'direct', partner: alone[0] }
}
