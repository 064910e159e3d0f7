/**
 * Budget monitoring: for each line its budget and its actual to date, the variance, and the outturn that the year is
 * forecast to come to, actuals of the closed quarters and instalments of the rest.
 */
import { type Actuals, closedQuarters } from './actuals.ts'
import { chargeable, type QuarterCost } from './chargeable.ts'
import { isFault, type Outcome } from './diagnostic.ts'
import type { Model } from './model.ts'
import { less, type Money, sum } from './money.ts'
import { quarter as quarterOf, type Quarter, yearOf } from './period.ts'
import { prepare } from './prepare.ts'
import { isLess, type Ratio, ratio } from './ratio.ts'
import type { RuleName } from './rules/registry.ts'

export interface Monitored {
  readonly line: string
  readonly rule: RuleName
  readonly budgetToDate: Money
  readonly actualToDate: Money
  /** Actual less budget to date: above nil is overspent. */
  readonly variance: Money
  readonly budgetForYear: Money
  readonly forecast: Money
  /** Whether the variance is above the threshold, over or under. */
  readonly flagged: boolean
}

/** @param threshold the part of the budget to date that a variance may come to, 1/20 for 5% */
export function monitor(model: Model, actuals: Actuals, closedTo: Quarter | undefined, quarter: Quarter, threshold: Ratio): Outcome<Monitored[]> {
  const { prepared, diagnostics: amiss } = prepare(model)
  const closed = closedQuarters(actuals, closedTo)
  const year = yearOf(quarter)
  const { lines, diagnostics: ofLines } = chargeable(prepared, actuals, each => each <= quarter && closed(each), quarterOf(year, 3))
  const diagnostics = [...amiss, ...ofLines]
  if (diagnostics.some(isFault)) return { diagnostics }
  const value = lines.map(({ line, quarters }) => {
    const ofYear = quarters.filter(each => yearOf(each.quarter) === year)
    return monitorLine(line.id, line.rule, ofYear, threshold)
  })
  return { value: value.filter(({ budgetForYear, forecast }) => budgetForYear !== 0n || forecast !== 0n), diagnostics }
}

function monitorLine(line: string, rule: RuleName, year: readonly QuarterCost[], threshold: Ratio): Monitored {
  const known = year.filter(({ basis }) => basis === 'actual')
  const budgetToDate = sum(known.map(({ budget }) => budget))
  const actualToDate = sum(known.map(({ cost }) => cost))
  const variance = less(actualToDate, budgetToDate)
  return {
    line, rule, budgetToDate, actualToDate, variance,
    budgetForYear: sum(year.map(({ budget }) => budget)),
    forecast: sum(year.map(({ cost }) => cost)),
    flagged: isAbove(variance, budgetToDate, threshold),
  }
}

function isAbove(variance: Money, budget: Money, threshold: Ratio): boolean {
  if (variance === 0n) return false
  return budget === 0n || isLess(threshold, ratio(size(variance), size(budget)))
}

const size = (amount: Money): bigint => (amount < 0n ? -amount : amount)
