/** The appraisal as plain data for JSON. Money is a decimal string in pounds and pence, rates are in percent. */
import type { Appraised as AppraisedPart, Verdict, Worth } from '../domain/appraisal/appraisal.ts'
import type { CapitalLine } from '../domain/appraisal/capital.ts'
import { discountFactors } from '../domain/appraisal/discounting.ts'
import type { Terms } from '../domain/appraisal/terms.ts'
import { inPounds } from '../domain/money.ts'
import { type Year, yearName } from '../domain/period.ts'
import { decimal, type Ratio } from '../domain/ratio.ts'
import { factorPlaces } from './appraisal-facts.ts'
import type { Appraised } from './appraisal-report.ts'
import { percentNumber } from './percent-text.ts'

export function appraisalJson({ model: { name, currency, years }, terms, appraisal, capital }: Appraised): object {
  const factors = discountFactors(terms.discountTable, terms.baseYear, years)
  const part = (of: AppraisedPart): object => partJson(of, terms, factors)
  return {
    report: 'appraise', model: name, currency, baseYear: yearName(terms.baseYear),
    discounting: {
      table: terms.discountTable.name ?? null, nominal: terms.nominal,
      rates: terms.discountTable.rates.map(({ fromYear, rate }) => ({ fromYear, percent: percentNumber(rate) })),
    },
    deflatorPercent: percentOrNull(terms.deflator), optimismBiasPercent: percentOrNull(terms.optimismBias),
    partners: appraisal.partners.map(({ partner, ...of }) => ({ partner, ...part(of) })),
    total: part(appraisal.whole),
    capital: capital.map(capitalJson),
  }
}

const percentOrNull = (rate: Ratio | undefined): string | null => (rate ? percentNumber(rate) : null)

const partJson = ({ years, asStated, withBias }: AppraisedPart, { optimismBias }: Terms, factors: ReadonlyMap<Year, Ratio>): object => ({
  ...verdictJson(asStated),
  withOptimismBias: optimismBias ? verdictJson(withBias) : null,
  years: years.map(({ year, cash, presentValue, cumulativeCash, cumulativePresentValue }) => ({
    year: yearName(year), ...worthJson(cash), cumulative: inPounds(cumulativeCash),
    discountFactor: decimal(factors.get(year)!, factorPlaces),
    presentValue: { ...worthJson(presentValue), cumulative: inPounds(cumulativePresentValue) },
  })),
})

const worthJson = (of: Worth) =>
  ({ saving: inPounds(of.saving), capital: inPounds(of.capital), runningCost: inPounds(of['running-cost']), optimismBias: inPounds(of['optimism-bias']), net: inPounds(of.net) })

const verdictJson = ({ saving, capital, runningCost, netPresentValue, benefitCostRatio, payback, discountedPayback }: Verdict) => ({
  netPresentValue: inPounds(netPresentValue),
  presentValue: { saving: inPounds(saving), capital: inPounds(capital), runningCost: inPounds(runningCost) },
  benefitCostRatio: benefitCostRatio ? decimal(benefitCostRatio, 4) : null,
  payback: yearOrNull(payback), discountedPayback: yearOrNull(discountedPayback),
})

/** Null where it is not within the plan. */
const yearOrNull = (year: Year | undefined): string | null => (year === undefined ? null : yearName(year))

const capitalJson = ({ partner, activity, kind, amounts }: CapitalLine): object =>
  ({ partner, activity, kind, years: [...amounts].map(([year, { value }]) => ({ year: yearName(year), amount: inPounds(value) })) })
