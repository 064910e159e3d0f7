/** The figures of a plan as shown, by partner and in total, for plans that stand side by side; the same as `plan` shows. */
import type { PartnerId } from '../domain/model.ts'
import { type Money, nil } from '../domain/money.ts'
import type { Year } from '../domain/period.ts'
import type { Plan } from '../domain/plan.ts'
import { ratio } from '../domain/ratio.ts'
import { savings, type YearSavings } from '../domain/savings.ts'
import { type Breakdown, detailsOf, detailTotals, showPlan } from './plan-figures.ts'
import { type RoundingMode, showAlone, showParts } from './shown.ts'
import type { Unit } from './unit.ts'

export type WhatifMeasure = 'cost' | 'saving' | 'cumulativeSaving'

/** A figure as it is and as shown; nil of a partner that the plan does not have. */
export interface Figure {
  readonly exact: Money
  readonly shown: bigint
}

export interface PlanFigures {
  readonly of: (measure: WhatifMeasure, year: Year, partner: PartnerId | undefined) => Figure
  /** The cost by rule or line of the partners together. */
  readonly detail: (name: string, year: Year) => Figure
  readonly details: ReadonlySet<string>
}

const nothing: Figure = { exact: nil, shown: 0n }

export function figuresOf(plan: Plan, chosen: (partner: PartnerId) => boolean, by: Breakdown, unit: Unit, rounding: RoundingMode): PlanFigures {
  const years = savings(plan, chosen)
  const shown = showPlan(years, by, unit, rounding)
  const cumulative = new Map(years.map(of => [of.year, showCumulative(of, shown(of.year, ['cumulative']), unit, rounding)]))
  const yearOf = (year: Year): YearSavings | undefined => years.find(of => of.year === year)
  return {
    of: (measure, year, partner) => {
      const ofYear = yearOf(year)
      const standing = partner === undefined ? ofYear : ofYear?.partners.find(of => of.partner === partner)
      if (standing === undefined) return nothing
      const exact = standing[measure]
      if (measure === 'cumulativeSaving') return { exact, shown: partner === undefined ? shown(year, ['cumulative']) : cumulative.get(year)!.get(partner)! }
      return { exact, shown: partner === undefined ? shown(year, [measure, 'total']) : shown(year, [measure, 'partner', partner]) }
    },
    detail: (name, year) => {
      const exact = detailTotals(yearOf(year)?.partners ?? [], by).get(name)
      return exact === undefined ? nothing : { exact, shown: shown(year, ['cost', 'detail', name]) }
    },
    details: new Set(years.flatMap(({ partners }) => partners.flatMap(partner => [...detailsOf(partner, by).keys()]))),
  }
}

function showCumulative({ partners }: YearSavings, whole: bigint, { size }: Unit, rounding: RoundingMode): ReadonlyMap<PartnerId, bigint> {
  const amounts = partners.map(({ cumulativeSaving }) => cumulativeSaving)
  const shown = rounding === 'reconciled' ? showParts(amounts.map(amount => ratio(amount, size)), whole) : amounts.map(amount => showAlone(amount, size))
  return new Map(partners.map(({ partner }, place) => [partner, shown[place]!]))
}
