/** A baseline without a cost: a category that would be spent on without the service, and is not budgeted for in it. */
import { groupBy } from '../group.ts'
import { sum } from '../money.ts'
import { yearName } from '../period.ts'
import type { Check } from './check.ts'
import { notice } from './notice.ts'
import { firstPlace, statedAt } from './places.ts'
import { stretches } from './stretch.ts'

export const baselineWithoutCost = {
  name: 'baseline-without-cost',
  asks: 'Has every category with a baseline a cost?',
  severity: 'error',
  needs: 'plan',
  examine: ({ plan: { baseline, costs } }) => {
    const costed = new Set(costs.filter(({ amount }) => amount.quarters.some(quarter => quarter.amount !== 0n)).map(({ line, year }) => keyOf(line.category, yearName(year))))
    const counted = baseline.filter(of => of.counted !== 0n)
    const standing = [...groupBy(counted, ({ line }) => line.category)].map(([category, of]) => ({ category, years: [...groupBy(of, ({ year }) => year)].sort(([a], [b]) => a - b) }))
    return {
      compared: standing.reduce((count, { years }) => count + years.length, 0),
      notices: standing.flatMap(({ category, years }) => {
        const without = years.filter(([year]) => !costed.has(keyOf(category, yearName(year))))
        return stretches(without, ([year]) => year).map(stretch => {
          const of = stretch.flatMap(([, lines]) => lines)
          const at = firstPlace(stretch[0]![1].map(statedAt))
          return notice('baseline-without-cost', at, { category, years: stretch.map(([year]) => year), baseline: sum(of.map(each => each.counted)) })
        })
      }),
    }
  },
} as const satisfies Check

const keyOf = (category: string, year: string): string => JSON.stringify([category, year])
