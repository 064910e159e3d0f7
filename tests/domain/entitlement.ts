/**
 * What each partner is entitled to bear, worked out another way than charges are: from the plan's amounts and the rows of
 * actuals as they stand, weights looked up count by count, and every stretch of unchanged weights apportioned at once.
 */
import type { Actuals } from '../../src/domain/actuals.ts'
import { apportion } from '../../src/domain/apportion.ts'
import type { Driver } from '../../src/domain/drivers/driver.ts'
import { type CostLine, type Model, takesPart } from '../../src/domain/model.ts'
import { pence } from '../../src/domain/money.ts'
import { placeInYear, type Quarter, quarter as quarterOf, type Year, yearOf } from '../../src/domain/period.ts'
import type { Plan } from '../../src/domain/plan.ts'
import { planOf } from '../models.ts'
import type { Step } from './histories.ts'

type Fraction = readonly [bigint, bigint]

export interface KnownCost {
  readonly quarter: Quarter
  readonly basis: 'budget' | 'actual'
  readonly budget: bigint
  readonly cost: bigint
  /** In the order of the model's partners. */
  readonly weights: readonly Fraction[]
}

export interface Entitled {
  readonly line: string
  readonly driver: Driver
  readonly known: readonly KnownCost[]
  /** To the end of the quarter, in the order of the model's partners. */
  readonly entitled: readonly bigint[]
}

export function entitlements({ model, actuals, closedTo, quarter }: Pick<Step, 'model' | 'actuals' | 'closedTo' | 'quarter'>): Map<string, Entitled> {
  const plan = planOf(model)
  const isClosed = (of: Quarter): boolean => (closedTo === undefined ? actuals.spend.some(row => row.quarter === of) : of <= closedTo)
  const lines = chargedLines(model, actuals)
  return new Map([...lines].map(([line, driver]) => {
    const known: KnownCost[] = []
    for (let of = quarterOf(model.years[0]!, 0); of <= quarter; of = (of + 1) as Quarter) {
      const budget = plan.costs.find(cost => cost.line.id === line && cost.year === yearOf(of))?.amount.quarters[placeInYear(of)]!.amount ?? 0n
      const spent = actuals.spend.filter(row => row.quarter === of && lineOf(row, model) === line).reduce((sum, row) => sum + row.amount, 0n)
      const basis = isClosed(of) ? 'actual' : 'budget'
      known.push({ quarter: of, basis, budget, cost: basis === 'actual' ? spent : budget, weights: weigh(driver, of, plan) })
    }
    return [line, { line, driver, known, entitled: bear(known, model) }]
  }))
}

const lineOf = ({ line, partner }: Actuals['spend'][number], { budget }: Model): string =>
  partner === undefined || isAlone(budget.find(({ id }) => id === line), partner) ? line : `${line} (${partner})`

const isAlone = (line: CostLine | undefined, partner: string): boolean => line?.driver.kind === 'direct' && line.driver.partner === partner

function chargedLines(model: Model, { spend }: Actuals): Map<string, Driver> {
  const budgeted = model.budget.map(({ id, driver }): [string, Driver] => [id, driver])
  const besides = spend.filter(row => lineOf(row, model) !== row.line).map((row): [string, Driver] => [lineOf(row, model), { kind: 'direct', partner: row.partner! }])
  return new Map([...budgeted, ...besides])
}

/** A stretch ends with the year, or where the weights change. */
function bear(known: readonly KnownCost[], { partners }: Model): bigint[] {
  const stretches: { year: Year; weights: readonly Fraction[]; amount: bigint }[] = []
  for (const { quarter, cost, weights } of known) {
    const last = stretches.at(-1)
    if (last && last.year === yearOf(quarter) && last.weights.every((weight, place) => isSame(weight, weights[place]!))) last.amount += cost
    else stretches.push({ year: yearOf(quarter), weights, amount: cost })
  }
  const borne = stretches.map(({ weights, amount }) => apportion(pence(amount), inWhole(weights)))
  return partners.map((_, place) => borne.reduce((sum, parts) => sum + parts[place]!, 0n))
}

export const isSame = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d === c * b

const inWhole = (weights: readonly Fraction[]): bigint[] => {
  const common = weights.reduce((product, [, denominator]) => product * denominator, 1n)
  return weights.map(([numerator, denominator]) => (numerator * common) / denominator)
}

function weigh(driver: Driver, quarter: Quarter, plan: Plan): Fraction[] {
  const { model } = plan
  if (driver.kind === 'blend') {
    const parts = model.blends.get(driver.name)!.map(({ driver: of, portion }) => ({ weights: weigh(of, quarter, plan), portion }))
    return model.partners.map((_, place) => parts.map(({ weights, portion }): Fraction => {
      const whole = weights.reduce(add, [0n, 1n])
      const [numerator, denominator] = weights[place]!
      return [portion.numerator * numerator * whole[1], portion.denominator * denominator * whole[0]]
    }).reduce(add, [0n, 1n]))
  }
  return model.partners.map((partner): Fraction => {
    if (!takesPart(partner, quarter)) return [0n, 1n]
    switch (driver.kind) {
      case 'direct':
        return [driver.partner === partner.id ? 1n : 0n, 1n]
      case 'equal':
        return [1n, 1n]
      case 'baseline':
        return [plan.baseline.filter(({ line, year }) => line.partner === partner.id && year === yearOf(quarter) && (driver.category ?? line.category) === line.category)
          .reduce((sum, { amount }) => sum + amount.total, 0n), 1n]
      case 'counted':
        return countIn(model, driver.name, partner.id, quarter)
    }
  })
}

const add = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d]

/** Looks back quarter by quarter for a count; a quarter's own goes before its year's. */
function countIn({ counts }: Model, name: string, partner: string, quarter: Quarter): Fraction {
  const of = counts.get(name)?.get(partner)
  if (of === undefined) return [0n, 1n]
  for (let back = quarter; back >= quarter - 40; back = (back - 1) as Quarter) {
    const count = of.quarters.get(back) ?? (placeInYear(back) === 0 ? of.years.get(yearOf(back)) : undefined)
    if (count) return [count.value.numerator, count.value.denominator]
  }
  return [0n, 1n]
}
