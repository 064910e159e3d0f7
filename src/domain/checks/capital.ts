/** Capital: what the partners invest can be read, so that an appraisal will not stumble over it. */
import { placeOf } from '../diagnostic.ts'
import type { Check } from './check.ts'
import { notice } from './notice.ts'

export const capital = {
  name: 'capital',
  asks: 'Can capital spending be read?',
  severity: 'error',
  needs: 'model',
  examine: ({ capital: { count, amiss } }) => ({ compared: count, notices: amiss.map(diagnostic => notice('diagnosed', placeOf(diagnostic), { diagnostic })) }),
} as const satisfies Check
