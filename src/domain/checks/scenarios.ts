/** Scenarios: each can be read, and gives a plan. */
import { placeOf } from '../diagnostic.ts'
import type { Check } from './check.ts'
import { notice } from './notice.ts'

export const scenarios = {
  name: 'scenarios',
  asks: 'Can every scenario be read, and planned?',
  severity: 'error',
  needs: 'plan',
  examine: ({ scenarios: { count, amiss } }) => ({
    compared: count, notices: amiss.map(diagnostic => notice('diagnosed', placeOf(diagnostic), { diagnostic }, diagnostic.severity)),
  }),
} as const satisfies Check
