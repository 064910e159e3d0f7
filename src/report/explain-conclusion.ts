/** The percentages of the plan that go with a figure: of a saving its part of the baseline, and staff shares. */
import type { Asked } from '../domain/explain/asked.ts'
import type { PartnerId } from '../domain/model.ts'
import { inReadablePounds, type Money } from '../domain/money.ts'
import { type Year, yearName } from '../domain/period.ts'
import type { Plan } from '../domain/plan.ts'
import { decimal, multiply, type Ratio, ratio } from '../domain/ratio.ts'
import { savings } from '../domain/savings.ts'
import { staffShares } from '../domain/staff-share.ts'
import { percentText } from './explain-text.ts'
import { fraction } from './issued-record.ts'

export type PlanShare =
  | { readonly kind: 'saving'; readonly year: Year; readonly share: Ratio; readonly saving: Money; readonly baseline: Money }
  | { readonly kind: 'staff'; readonly year: Year; readonly partner: PartnerId; readonly share: Ratio }
  /** A year without staff costs, or whose staff costs come to nil. */
  | { readonly kind: 'no-staff'; readonly year: Year }

export function planShares(plan: Plan, { called, question: { partners, years, quarter, category } }: Extract<Asked, { figure: 'plan' }>): PlanShare[] {
  if (called === 'staff-share') return years.flatMap(year => sharesIn(plan, year, partners))
  if (called !== 'saving' || quarter !== undefined || category !== undefined) return []
  return savings(plan, partner => partners.includes(partner)).filter(({ year }) => years.includes(year))
    .flatMap(({ year, savingShare, saving, baseline }): PlanShare[] => (savingShare ? [{ kind: 'saving', year, share: savingShare, saving, baseline }] : []))
}

function sharesIn(plan: Plan, year: Year, partners: readonly PartnerId[]): PlanShare[] {
  const shares = staffShares(plan, year)
  return shares ? partners.map(partner => ({ kind: 'staff', year, partner, share: shares.get(partner)! })) : [{ kind: 'no-staff', year }]
}

export function shareText(of: PlanShare): string {
  switch (of.kind) {
    case 'saving':
      return `${yearName(of.year)}: ${inReadablePounds(of.saving)} is ${percentText(of.share)} of the baseline of ${inReadablePounds(of.baseline)}.`
    case 'staff':
      return `${yearName(of.year)}: the staff share of ${of.partner} is ${fraction(of.share)}, ${percentText(of.share)}: its exact share of every staff line, over what they all cost.`
    case 'no-staff':
      return `${yearName(of.year)}: staff costs come to nil, so there are no staff shares.`
  }
}

export function shareJson(of: PlanShare): object {
  const year = yearName(of.year)
  if (of.kind === 'no-staff') return { year, share: null }
  return { year, ...(of.kind === 'staff' ? { staffShareOf: of.partner } : { savingShareOf: 'baseline' }), share: fraction(of.share), percent: decimal(multiply(of.share, ratio(100n)), 2) }
}
