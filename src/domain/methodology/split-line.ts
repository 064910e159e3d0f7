/**
 * How a line's cost of a year is split: each partner's share is what it would bear if pence could be divided, over what
 * the line costs. £100 by 1 and 1 for two quarters and by 3 and 1 for two more, £25 each, is 62.50 and 37.50: 5/8 and 3/8.
 */
import { shareOf } from '../drivers/weights.ts'
import type { CostLine, Model } from '../model.ts'
import { type Money, sum } from '../money.ts'
import type { Quarter, Year } from '../period.ts'
import type { CostYear, Plan } from '../plan.ts'
import { divide, multiply, type Ratio, ratio, total } from '../ratio.ts'
import { ruleNamed, ruleNames } from '../rules/registry.ts'
import type { Run } from '../run.ts'

export interface SplitLine {
  readonly line: CostLine
  readonly cost: Money
  /** Each partner's share of the cost in pence, not rounded, in the order of the model's partners. */
  readonly exact: readonly Ratio[]
  /** What each bears. */
  readonly parts: readonly Money[]
  /** None where costs and credits of the year come to nil. */
  readonly shares?: readonly Ratio[]
  /** The stretches of quarters with cost that each go by weights of their own, with the first quarter of each. */
  readonly stretches: readonly Quarter[]
  /** Whether any quarter is below nil. */
  readonly isCredited: boolean
}

/** The lines that cost anything in a year, by rule and then by id. */
export function splitLines({ model, costs }: Plan, year: Year): SplitLine[] {
  const ofYear = costs.filter(cost => cost.year === year && costsAnything(cost))
  return ruleNames.flatMap(rule => ofYear.filter(({ line }) => line.rule === rule)).map(cost => splitLine(cost, model))
}

/** Whether any quarter has a cost, though they may come to nil together. */
export const costsAnything = ({ amount: { quarters } }: CostYear): boolean => quarters.some(({ amount }) => amount !== 0n)

function splitLine({ line, amount: { total: cost, quarters: amounts }, runs: all }: CostYear, { partners }: Model): SplitLine {
  const runs = all.filter(({ quarters }) => quarters.some(({ amount }) => amount !== 0n))
  const exact = partners.map((_, place) => total(runs.map(run => multiply(ratio(costOf(run)), shareOf(run.weights, place)))))
  return {
    line, cost, exact,
    parts: partners.map((_, place) => sum(runs.flatMap(({ quarters }) => quarters.map(({ parts }) => parts[place]!)))),
    ...(cost !== 0n && { shares: exact.map(pence => divide(pence, ratio(cost))) }),
    stretches: runs.map(({ quarters }) => quarters[0]!.quarter),
    isCredited: amounts.some(({ amount }) => amount < 0n),
  }
}

const costOf = ({ quarters }: Run): Money => sum(quarters.map(({ amount }) => amount))

/** Whether a line goes by another driver than those its rule is described by: staff costs by users, or pooled ones by a part of the baseline. */
export function departsFromItsRule({ rule: name, category, driver }: CostLine): boolean {
  const rule = ruleNamed(name)!
  if (driver.kind === 'direct') return false
  if (rule.systemCount !== undefined) return driver.kind !== 'counted' || !driver.name.startsWith(`${rule.systemCount}:`)
  const usual = rule.driverOf({ category })
  return driver.kind !== 'baseline' || driver.category !== ('category' in usual ? usual.category : undefined)
}
