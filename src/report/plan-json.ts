/** The plan as plain data for JSON. Money is a decimal string in pounds and pence, whatever unit is shown elsewhere. */
import { inPounds } from '../domain/money.ts'
import { yearName } from '../domain/period.ts'
import type { Plan } from '../domain/plan.ts'
import { decimal, multiply, type Ratio, ratio } from '../domain/ratio.ts'
import { type Progress, savings, type Standing } from '../domain/savings.ts'
import type { PlanView } from './plan-tables.ts'

const hundred = ratio(100n)

export function planJson(plan: Plan, { partners, years, by }: PlanView): object {
  const { name, currency } = plan.model
  return {
    report: 'plan',
    model: name,
    currency,
    years: savings(plan, partner => partners.includes(partner)).filter(({ year }) => years.includes(year)).map(of => ({
      year: yearName(of.year),
      ...progress(of),
      categories: of.categories.map(category => ({ category: category.category, ...standing(category) })),
      partners: of.partners.map(partner => ({
        partner: partner.partner,
        ...progress(partner),
        staffShare: of.staffShares ? decimal(of.staffShares.get(partner.partner)!, 12) : null,
        rules: partner.rules.map(({ rule, cost }) => ({ rule, cost: inPounds(cost) })),
        ...(by === 'line' && { lines: partner.lines.map(({ line, cost }) => ({ line, cost: inPounds(cost) })) }),
      })),
    })),
  }
}

const standing = ({ baseline, cost, saving }: Standing) => ({ baseline: inPounds(baseline), cost: inPounds(cost), saving: inPounds(saving) })

const progress = (of: Progress) => ({ ...standing(of), savingPercent: percent(of.savingShare), cumulativeSaving: inPounds(of.cumulativeSaving) })

/** In percent to two places; null where there is no baseline to save on. */
const percent = (share: Ratio | undefined): string | null => (share ? decimal(multiply(share, hundred), 2) : null)
