/**
 * What is chargeable: the cost of every line for every quarter from the plan's first to the one charged, its actual once
 * the quarter is closed and its budget instalment before, with the weights it goes by and what each partner bears.
 */
import { type Actuals, amountSpent, type Spend, type SpentLine, spentLines } from './actuals.ts'
import { type Diagnostic, warning } from './diagnostic.ts'
import type { Weights } from './drivers/weights.ts'
import type { LinkedCost } from './index-linking.ts'
import type { CostLine } from './model.ts'
import { type Money, nil } from './money.ts'
import { placeInYear, quarter as quarterOf, type Quarter, yearOf } from './period.ts'
import type { Prepared } from './prepare.ts'
import { groupBy } from './group.ts'
import { type Run, runsThrough } from './run.ts'
import { unbearable } from './unbearable.ts'

export type Basis = 'budget' | 'actual'

export interface QuarterCost {
  readonly quarter: Quarter
  readonly basis: Basis
  readonly budget: Money
  /** The actual or the budget, by the basis. */
  readonly cost: Money
  readonly weights: Weights
  /** What each partner bears of the budget and of the cost, in the order of the model's partners. */
  readonly budgetParts: readonly Money[]
  readonly costParts: readonly Money[]
}

export interface ChargeableLine {
  readonly line: CostLine
  /** Where its budget comes from; none where there is none. */
  readonly budget: LinkedCost | undefined
  readonly spent: ReadonlyMap<Quarter, readonly Spend[]>
  readonly quarters: readonly QuarterCost[]
  /** The runs in which the partners bear the budget, and the cost. */
  readonly budgetRuns: readonly Run[]
  readonly costRuns: readonly Run[]
}

export interface Chargeable {
  readonly lines: readonly ChargeableLine[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The quarters from the plan's first to this one. */
export const quartersTo = (last: Quarter, { model }: Prepared): Quarter[] => {
  const first = quarterOf(model.years[0]!, 0)
  return Array.from({ length: last - first + 1 }, (_, place) => (first + place) as Quarter)
}

export function chargeable(prepared: Prepared, actuals: Actuals, closed: (quarter: Quarter) => boolean, last: Quarter): Chargeable {
  const quarters = quartersTo(last, prepared)
  const lines = spentLines(prepared.model, actuals).map(spent => costLine(spent, quarters, closed, prepared))
  return { lines: lines.flatMap(({ line }) => line ?? []), diagnostics: lines.flatMap(({ diagnostics }) => diagnostics) }
}

function costLine({ line, spent }: SpentLine, quarters: readonly Quarter[], closed: (quarter: Quarter) => boolean, { model, budget, weigh }: Prepared) {
  const linked = budget.find(of => of.line === line)
  const known = quarters.map(quarter => {
    const instalment = linked?.years.get(yearOf(quarter))?.quarters[placeInYear(quarter)]!.amount ?? nil
    const basis: Basis = closed(quarter) ? 'actual' : 'budget'
    return { quarter, basis, budget: instalment, cost: basis === 'actual' ? amountSpent(spent.get(quarter) ?? []) : instalment, weights: weigh(line.driver, quarter) }
  })
  const faults = ['budget' as const, 'cost' as const].flatMap(of => unbearable(line, known.map(({ quarter, weights, [of]: amount }) => ({ quarter, weights, amount })), model))
  if (faults.length > 0) return { diagnostics: faults.slice(0, 1) }
  const silent = known.filter(({ quarter, basis, budget: instalment }) => basis === 'actual' && instalment !== 0n && !spent.has(quarter))
  const byYear = [...groupBy(known, ({ quarter }) => yearOf(quarter)).values()]
  const runsOf = (of: 'budget' | 'cost'): Run[] =>
    byYear.flatMap(year => runsThrough(year.map(({ quarter, weights, [of]: amount }) => ({ quarter, weights, amount }))))
  const [budgetRuns, costRuns] = [runsOf('budget'), runsOf('cost')]
  const [budgetParts, costParts] = [budgetRuns, costRuns].map(runs => runs.flatMap(run => run.quarters.map(({ parts }) => parts)))
  return {
    line: { line, budget: linked, spent, quarters: known.map((each, place): QuarterCost => ({ ...each, budgetParts: budgetParts![place]!, costParts: costParts![place]! })), budgetRuns, costRuns },
    diagnostics: silent.length > 0 ? [warning('no-actual', line.at, { line: line.id, quarters: silent.map(({ quarter }) => quarter) })] : [],
  }
}
