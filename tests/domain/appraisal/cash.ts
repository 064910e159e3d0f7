/** Appraisals by hand: what each partner saves, spends and pays to run, a figure a year from 2017/18, in pence. */
import { appraise, type Appraisal } from '../../../src/domain/appraisal/appraisal.ts'
import { type CashFlow, cashFlows } from '../../../src/domain/appraisal/cash-flow.ts'
import { everyYearAt } from '../../../src/domain/appraisal/discounting.ts'
import type { Terms } from '../../../src/domain/appraisal/terms.ts'
import { pence } from '../../../src/domain/money.ts'
import { year } from '../../../src/domain/period.ts'
import { ratio } from '../../../src/domain/ratio.ts'

export interface Figures {
  readonly saving: readonly bigint[]
  readonly capital?: readonly bigint[]
  readonly running?: readonly bigint[]
}

const first = year(2017)

/** @param rate in tenths of a percent */
export const terms = (rate: number, others: Partial<Terms> = {}): Terms =>
  ({ discountTable: everyYearAt(ratio(BigInt(rate), 1000n)), nominal: false, baseYear: first, ...others })

export function flowsOf(of: Readonly<Record<string, Figures>>, on: Terms): CashFlow[] {
  const length = Object.values(of)[0]!.saving.length
  return cashFlows(Array.from({ length }, (_, place) => Object.entries(of).map(([partner, { saving, capital, running }]) => ({
    partner, year: year(first + place), saving: pence(saving[place]!), capital: pence(capital?.[place] ?? 0n), runningCost: pence(running?.[place] ?? 0n),
  }))).flat(), on)
}

export const appraisalOf = (of: Readonly<Record<string, Figures>>, on: Terms): Appraisal => appraise(flowsOf(of, on), Object.keys(of))

export const inFull = (...pounds: number[]): bigint[] => pounds.map(of => BigInt(of) * 100n)
