/** Above the baseline: a partner that pays more in a year than it would alone. A model without a baseline cannot tell. */
import type { Check } from './check.ts'
import { notice } from './notice.ts'
import { firstPlace, statedAt } from './places.ts'

export const aboveBaseline = {
  name: 'above-baseline',
  asks: 'Does no partner pay more than it would alone?',
  severity: 'warning',
  needs: 'plan',
  examine: ({ plan, years }) => {
    const standing = plan.baseline.length === 0 ? [] : years.flatMap(({ year, partners }) => partners.map(of => ({ year, ...of })))
    return {
      compared: standing.length,
      notices: standing.filter(({ baseline, cost }) => cost > baseline).map(({ year, partner, baseline, cost }) => {
        const own = plan.baseline.filter(of => of.year === year && of.line.partner === partner)
        return notice('above-baseline', firstPlace(own.map(statedAt)), { partner, year, baseline, cost })
      }),
    }
  },
} as const satisfies Check
