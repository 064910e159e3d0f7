/** The percentages of the plan that go with a figure: of a saving its part of the baseline, and staff shares. */
import type { Asked } from '../domain/explain/asked.ts'
import type { PartnerId } from '../domain/model.ts'
import { inReadablePounds, type Money } from '../domain/money.ts'
import { type Year, yearName } from '../domain/period.ts'
import type { Plan } from '../domain/plan.ts'
import type { Ratio } from '../domain/ratio.ts'
import { savings } from '../domain/savings.ts'
import { staffShares } from '../domain/staff-share.ts'
import { percentText } from './explain-text.ts'
import { fraction } from './issued-record.ts'

export type PlanShare =
  | { readonly kind: 'saving'; readonly year: Year; readonly share: Ratio; readonly saving: Money; readonly baseline: Money }
  | { readonly kind: 'staff'; readonly year: Year; readonly partner: PartnerId; readonly share: Ratio }

export function planShares(plan: Plan, { called, question: { partners, years, quarter, category } }: Extract<Asked, { figure: 'plan' }>): PlanShare[] {
  if (called === 'staff-share') {
    return years.flatMap(year => [...(staffShares(plan, year) ?? [])].filter(([partner]) => partners.includes(partner)).map(([partner, share]): PlanShare => ({ kind: 'staff', year, partner, share })))
  }
  if (called !== 'saving' || quarter !== undefined || category !== undefined) return []
  return savings(plan, partner => partners.includes(partner)).filter(({ year }) => years.includes(year))
    .flatMap(({ year, savingShare, saving, baseline }): PlanShare[] => (savingShare ? [{ kind: 'saving', year, share: savingShare, saving, baseline }] : []))
}

export const shareText = (of: PlanShare): string =>
  of.kind === 'saving'
    ? `${yearName(of.year)}: ${inReadablePounds(of.saving)} is ${percentText(of.share)} of the baseline of ${inReadablePounds(of.baseline)}.`
    : `${yearName(of.year)}: the staff share of ${of.partner} is ${fraction(of.share)}, ${percentText(of.share)}: its exact share of every staff line, over what they all cost.`

export const shareJson = (of: PlanShare): object => ({
  year: yearName(of.year), ...(of.kind === 'staff' ? { staffShareOf: of.partner } : { savingShareOf: 'baseline' }), share: fraction(of.share), percent: percentText(of.share),
})
