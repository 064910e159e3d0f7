/**
 * The plan: every line of the budget apportioned for every quarter of every year, and every partner's baseline beside
 * it. Costs are split here and nowhere else; all that follows only adds.
 */
import { type Diagnostic, isFault, type Outcome } from './diagnostic.ts'
import type { LinkedBaseline, LinkedCost, YearAmount } from './index-linking.ts'
import { type BaselineLine, type CostLine, type Model, type Partner, takesPart } from './model.ts'
import { type Money, sum } from './money.ts'
import { quartersOf, type Year } from './period.ts'
import { prepare, type Prepared } from './prepare.ts'
import { type Run, runsThrough, type Weighed } from './run.ts'
import { unbearable } from './unbearable.ts'

/** One line of the budget in one year: its amount, and the runs in which the partners bear it. */
export interface CostYear {
  readonly line: CostLine
  readonly year: Year
  readonly amount: YearAmount
  readonly runs: readonly Run[]
}

/** One partner's baseline line in one year: its amount in the quarters that the partner takes part in. */
export interface BaselineYear {
  readonly line: BaselineLine
  readonly year: Year
  readonly amount: YearAmount
  readonly counted: Money
}

export interface Plan {
  readonly model: Model
  readonly costs: readonly CostYear[]
  readonly baseline: readonly BaselineYear[]
}

export function plan(model: Model): Outcome<Plan> {
  const { prepared, diagnostics: amiss } = prepare(model)
  const { value, diagnostics } = planOf(prepared)
  const all = [...amiss, ...diagnostics]
  return value === undefined || all.some(isFault) ? { diagnostics: all } : { value, diagnostics: all }
}

/** The plan of lines whose amounts are known. */
export function planOf(prepared: Prepared): Outcome<Plan> {
  const { model } = prepared
  const costs = prepared.budget.map(linked => apportionLine(linked, prepared))
  const diagnostics = costs.flatMap(line => line.diagnostics)
  if (diagnostics.some(isFault)) return { diagnostics }
  return {
    value: {
      model,
      costs: costs.flatMap(({ years }) => years),
      baseline: prepared.baseline.flatMap(linked => countBaseline(linked, model)),
    },
    diagnostics,
  }
}

function apportionLine({ line, years }: LinkedCost, { model, weigh }: Prepared): { years: CostYear[]; diagnostics: Diagnostic[] } {
  const weighed = [...years].map(([year, amount]) => {
    const quarters = quartersOf(year).map((quarter, place): Weighed => ({ quarter, amount: amount.quarters[place]!.amount, weights: weigh(line.driver, quarter) }))
    return { year, amount, quarters }
  })
  const diagnostics = unbearable(line, weighed.flatMap(({ quarters }) => quarters), model)
  if (diagnostics.length > 0) return { years: [], diagnostics }
  return { years: weighed.map(({ year, amount, quarters }) => ({ line, year, amount, runs: runsThrough(quarters) })), diagnostics }
}

function countBaseline({ line, years }: LinkedBaseline, { partners }: Model): BaselineYear[] {
  const partner = partners.find(({ id }) => id === line.partner)!
  return [...years].map(([year, amount]) => ({ line, year, amount, counted: whileIn(partner, year, amount) }))
}

const whileIn = (partner: Partner, year: Year, { quarters }: YearAmount): Money =>
  sum(quartersOf(year).flatMap((quarter, place) => (takesPart(partner, quarter) ? [quarters[place]!.amount] : [])))
