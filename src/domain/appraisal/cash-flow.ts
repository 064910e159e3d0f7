/**
 * Cash flows: what each partner saves and spends in each year, and what that is worth in the base year. An amount is
 * rounded to pence once as cash and once as a present value, and all that is reported of an appraisal is a sum of these:
 * £100.00 of year 1 at 3.5% is £96.62; with 2% of inflation taken out it is £98.04 in prices of year 0, and worth £94.72.
 */
import type { PartnerId } from '../model.ts'
import { less, type Money, nil, sum, toPence } from '../money.ts'
import type { Year } from '../period.ts'
import type { Plan } from '../plan.ts'
import { multiply, type Ratio, ratio, zero } from '../ratio.ts'
import { savings } from '../savings.ts'
import type { CapitalKind, CapitalLine } from './capital.ts'
import { discountFactors, everyYearAt } from './discounting.ts'
import type { Terms } from './terms.ts'

/** A saving is to the good, and all the others to the bad. Optimism bias is what capital spending, without what is received, may come to beyond what is stated. */
export const elements = ['saving', 'capital', 'running-cost', 'optimism-bias'] as const
export type Element = (typeof elements)[number]

export interface CashFlow {
  readonly partner: PartnerId
  readonly year: Year
  readonly element: Element
  /** In prices of the base year where inflation is taken out. */
  readonly amount: Money
  readonly presentValue: Money
}

/** What one partner saves and spends in one year, as it is planned and stated. */
export interface Cash {
  readonly partner: PartnerId
  readonly year: Year
  readonly saving: Money
  readonly capital: Money
  /** The part of it that is received, as for something sold: below nil. */
  readonly receipts?: Money
  readonly runningCost: Money
}

/** Of every year of the plan and every partner chosen. */
export function cashIn(plan: Plan, capital: readonly CapitalLine[], chosen: (partner: PartnerId) => boolean): Cash[] {
  const stated = (kind: CapitalKind, of: PartnerId, year: Year): Money[] => capital
    .filter(line => line.kind === kind && line.partner === of)
    .flatMap(({ amounts }) => amounts.get(year)?.value ?? [])
  return savings(plan, chosen).flatMap(({ year, partners }) => partners.map(({ partner, saving }) =>
    ({
      partner, year, saving, capital: sum(stated('capex', partner, year)), receipts: sum(stated('capex', partner, year).filter(amount => amount < 0n)),
      runningCost: sum(stated('opex', partner, year)),
    })))
}

/** One flow of every element, in the order of the cash: by year and partner. */
export function cashFlows(cash: readonly Cash[], terms: Terms): CashFlow[] {
  const years = [...new Set(cash.map(({ year }) => year))]
  const discounting = discountFactors(terms.discountTable, terms.baseYear, years)
  const deflating = discountFactors(everyYearAt(terms.deflator ?? zero), terms.baseYear, years)
  return cash.flatMap(({ partner, year, saving, capital, receipts = nil, runningCost }) => {
    const exact: Readonly<Record<Element, Ratio>> = {
      'saving': ratio(saving), 'capital': ratio(capital), 'running-cost': ratio(runningCost), 'optimism-bias': multiply(ratio(less(capital, receipts)), terms.optimismBias ?? zero),
    }
    return elements.map((element): CashFlow => {
      const real = multiply(exact[element], deflating.get(year)!)
      return { partner, year, element, amount: toPence(real), presentValue: toPence(multiply(real, discounting.get(year)!)) }
    })
  })
}
