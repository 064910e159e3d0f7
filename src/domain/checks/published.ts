/** Published figures: each of the tables in expected/ agrees with the plan. */
import type { Check } from './check.ts'
import { notice } from './notice.ts'

export const published = {
  name: 'published',
  asks: 'Does the plan agree with published tables?',
  severity: 'error',
  needs: 'plan',
  examine: ({ comparisons }) => ({
    compared: comparisons.length,
    notices: comparisons.filter(({ agrees }) => !agrees).map(comparison => notice('published-differs', comparison.at, { comparison })),
  }),
} as const satisfies Check
