/**
 * The appraisal of a plan: saving less capital spending and running cost, year by year and in present values, of each
 * partner and in all, with optimism bias and without. £50 in year 0 for £30 in years 1 and 2 at 10% is £27.27 and £24.79
 * less £50.00: a net present value of £2.06, a benefit-cost ratio of 52.06 to 50, paid back in year 2.
 */
import { groupBy } from '../group.ts'
import type { PartnerId } from '../model.ts'
import { less, type Money, nil, plus, sum } from '../money.ts'
import type { Year } from '../period.ts'
import { type Ratio, ratio } from '../ratio.ts'
import { type CashFlow, type Element, elements } from './cash-flow.ts'
import { paybackOf } from './payback.ts'

/** Money by element, and what the saving leaves after all but the optimism bias: the net. */
export type Worth = Readonly<Record<Element | 'net', Money>>

export interface AppraisedYear {
  readonly year: Year
  readonly cash: Worth
  readonly presentValue: Worth
  /** Of the net, since the first year of the plan. */
  readonly cumulativeCash: Money
  readonly cumulativePresentValue: Money
}

export interface Verdict {
  /** In present values; capital with its optimism bias where that counts. */
  readonly saving: Money
  readonly capital: Money
  readonly runningCost: Money
  readonly netPresentValue: Money
  /** Of saving to capital and running cost; none where there is no cost. */
  readonly benefitCostRatio?: Ratio
  /** None where it is not within the plan. */
  readonly payback?: Year
  readonly discountedPayback?: Year
}

export interface Appraised {
  readonly years: readonly AppraisedYear[]
  readonly asStated: Verdict
  readonly withBias: Verdict
}

export interface Appraisal {
  readonly partners: readonly (Appraised & { readonly partner: PartnerId })[]
  readonly whole: Appraised
}

export function appraise(flows: readonly CashFlow[], partners: readonly PartnerId[]): Appraisal {
  const byPartner = groupBy(flows, ({ partner }) => partner)
  return { partners: partners.map(partner => ({ partner, ...appraised(byPartner.get(partner)!) })), whole: appraised(flows) }
}

function appraised(flows: readonly CashFlow[]): Appraised {
  let [cumulativeCash, cumulativePresentValue] = [nil, nil]
  const years = [...groupBy(flows, ({ year }) => year)].map(([year, of]): AppraisedYear => {
    const [cash, presentValue] = [worth(of, flow => flow.amount), worth(of, flow => flow.presentValue)]
    cumulativeCash = plus(cumulativeCash, cash.net)
    cumulativePresentValue = plus(cumulativePresentValue, presentValue.net)
    return { year, cash, presentValue, cumulativeCash, cumulativePresentValue }
  })
  return { years, asStated: verdict(years, () => nil), withBias: verdict(years, of => of['optimism-bias']) }
}

function worth(flows: readonly CashFlow[], amountOf: (flow: CashFlow) => Money): Worth {
  const [saving, capital, running, bias] = elements.map(element => sum(flows.filter(flow => flow.element === element).map(amountOf))) as [Money, Money, Money, Money]
  return { 'saving': saving, 'capital': capital, 'running-cost': running, 'optimism-bias': bias, 'net': less(less(saving, capital), running) }
}

/** @param extra what capital spending takes beyond what is stated */
function verdict(years: readonly AppraisedYear[], extra: (of: Worth) => Money): Verdict {
  const total = (of: (present: Worth) => Money): Money => sum(years.map(({ presentValue }) => of(presentValue)))
  const [saving, capital, runningCost] = [total(of => of.saving), total(of => plus(of.capital, extra(of))), total(of => of['running-cost'])]
  const cost = plus(capital, runningCost)
  const payback = paybackOf(soFar(years, ({ cash }) => less(cash.net, extra(cash))))
  const discountedPayback = paybackOf(soFar(years, ({ presentValue }) => less(presentValue.net, extra(presentValue))))
  return {
    saving, capital, runningCost, netPresentValue: less(saving, cost),
    ...(cost > 0n && { benefitCostRatio: ratio(saving, cost) }),
    ...(payback !== undefined && { payback }),
    ...(discountedPayback !== undefined && { discountedPayback }),
  }
}

function soFar(years: readonly AppraisedYear[], net: (of: AppraisedYear) => Money): { year: Year; cumulative: Money }[] {
  let cumulative = nil
  return years.map(of => {
    cumulative = plus(cumulative, net(of))
    return { year: of.year, cumulative }
  })
}
