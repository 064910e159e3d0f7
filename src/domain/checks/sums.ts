/** Sums: leaves to lines, partners to totals, quarters to the year that is stated, charges to date to the cost to date. */
import { sum, type Money } from '../money.ts'
import type { Line } from '../model.ts'
import { placeInYear, yearOf } from '../period.ts'
import { checkSums } from '../sums.ts'
import type { Check } from './check.ts'
import type { Planned } from './context.ts'
import { notice, type Notice } from './notice.ts'
import { quartersIn } from './stretch.ts'

export const sums = {
  name: 'sums',
  asks: 'Is every total the sum of its parts?',
  severity: 'error',
  claims: ({ diagnostic }) => diagnostic.code === 'year-overridden',
  needs: 'plan',
  examine: context => {
    const { plan, years, model } = context
    const checked = checkSums(plan, years)
    const charges = checkCharges(context)
    return {
      compared: sumOf(checked.map(({ compared }) => compared)) + sumOf([...model.budget, ...model.baseline].map(overriddenYears)) + charges.compared,
      notices: [...checked.flatMap(({ faults }) => faults.map(of => notice('sum-differs', undefined, of))), ...charges.notices],
    }
  },
} as const satisfies Check

const sumOf = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0)

/** How many years are stated beside quarters of their own. */
const overriddenYears = ({ amounts: { years, quarters } }: Line): number =>
  years.size === 0 || quarters.size === 0 ? 0 : new Set([...quarters.keys()].map(yearOf).filter(year => years.has(year))).size

/** What was charged to date against what was spent in the quarters with actuals and is budgeted in those without. */
function checkCharges({ plan, charged, actuals, model }: Planned): { compared: number; notices: Notice[] } {
  if (charged === undefined) return { compared: 0, notices: [] }
  const { quarter, lines } = charged
  const toDate = sum(lines.flatMap(({ parts }) => parts.map(part => part.toDate)))
  const known = new Set(actuals.spend.map(of => of.quarter))
  const open = quartersIn(model).filter(each => each <= quarter && !known.has(each))
  const budget = open.flatMap(each => plan.costs.filter(({ year }) => year === yearOf(each)).map(({ amount }): Money => amount.quarters[placeInYear(each)]!.amount))
  const cost = sum([...actuals.spend.map(({ amount }) => amount), ...budget])
  return { compared: 1, notices: toDate === cost ? [] : [notice('charges-differ', undefined, { quarter, cost, charged: toDate })] }
}
