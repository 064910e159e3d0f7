/**
 * The plan: every line of the budget apportioned for every quarter of every year, and every partner's baseline beside
 * it. Costs are split here and nowhere else; all that follows only adds.
 */
import { type Diagnostic, fault, type Outcome, isFault } from './diagnostic.ts'
import type { Driver } from './drivers/driver.ts'
import { type Weigher, weigher } from './drivers/weigher.ts'
import { type LinkedBaseline, type LinkedCost, linkToIndex, type YearAmount } from './index-linking.ts'
import { type BaselineLine, type CostLine, type Model, type Partner, takesPart } from './model.ts'
import { type Money, sum } from './money.ts'
import { quartersOf, type Year } from './period.ts'
import { type Run, runsThrough, type Weighed } from './run.ts'

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
  const baseline = model.baseline.map(line => linkToIndex(line, model))
  const budget = model.budget.map(line => linkToIndex(line, model))
  const weigh = weigher(model, baseline.map(({ linked }) => linked))
  const costs = budget.map(({ linked }) => apportionLine(linked, weigh, model))

  const diagnostics = [...baseline, ...budget, ...costs].flatMap(step => step.diagnostics)
  if (diagnostics.some(isFault)) return { diagnostics }
  return {
    value: {
      model,
      costs: costs.flatMap(({ years }) => years),
      baseline: baseline.flatMap(({ linked }) => countBaseline(linked, model)),
    },
    diagnostics,
  }
}

function apportionLine({ line, years }: LinkedCost, weigh: Weigher, model: Model): { years: CostYear[]; diagnostics: Diagnostic[] } {
  const weighed = [...years].map(([year, amount]) => ({ year, amount, quarters: weighQuarters(line.driver, year, amount, weigh) }))
  const diagnostics = unbearable(line, weighed.flatMap(({ quarters }) => quarters), model)
  if (diagnostics.length > 0) return { years: [], diagnostics }
  return {
    years: weighed.map(({ year, amount, quarters }) => ({ line, year, amount, runs: runsThrough(quarters) })),
    diagnostics,
  }
}

const weighQuarters = (driver: Driver, year: Year, { quarters }: YearAmount, weigh: Weigher): Weighed[] =>
  quartersOf(year).map((quarter, place) => ({ quarter, amount: quarters[place]!.amount, weights: weigh(driver, quarter) }))

/** Quarters with a cost that nobody can be charged for, each stretch of them told once. */
function unbearable(line: CostLine, quarters: readonly Weighed[], { partners }: Model): Diagnostic[] {
  const flawed = quarters.filter(({ amount, weights }) => amount !== 0n && weights.flaw)
  return consecutive(flawed).map(stretch => {
    const { flaw } = stretch[0]!.weights
    const where = { line: line.id, first: stretch[0]!.quarter, last: stretch.at(-1)!.quarter, amount: sum(stretch.map(({ amount }) => amount)) }
    if (line.driver.kind === 'direct') return fault('partner-absent', line.at, { ...where, partner: line.driver.partner })
    return flaw!.kind === 'negative'
      ? fault('negative-weight', line.at, { ...where, driver: flaw!.driver, partner: partners[flaw!.place]!.id })
      : fault('no-weights', line.at, { ...where, driver: flaw!.driver })
  })
}

function consecutive(quarters: readonly Weighed[]): Weighed[][] {
  const stretches: Weighed[][] = []
  for (const next of quarters) {
    const stretch = stretches.at(-1)
    if (stretch && stretch.at(-1)!.quarter + 1 === next.quarter) stretch.push(next)
    else stretches.push([next])
  }
  return stretches
}

function countBaseline({ line, years }: LinkedBaseline, { partners }: Model): BaselineYear[] {
  const partner = partners.find(({ id }) => id === line.partner)!
  return [...years].map(([year, amount]) => ({ line, year, amount, counted: whileIn(partner, year, amount) }))
}

const whileIn = (partner: Partner, year: Year, { quarters }: YearAmount): Money =>
  sum(quartersOf(year).flatMap((quarter, place) => (takesPart(partner, quarter) ? [quarters[place]!.amount] : [])))
