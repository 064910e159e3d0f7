/** Rates: every index has a rate for every year that a line needs one. */
import type { Check } from './check.ts'

export const rates = {
  name: 'rates',
  asks: 'Has every index the rates that lines need?',
  severity: 'error',
  claims: ({ diagnostic }) => diagnostic.code === 'no-rate',
  needs: 'model',
  examine: ({ model }) => ({ compared: [...model.budget, ...model.baseline].filter(({ index }) => index !== undefined).length, notices: [] }),
} as const satisfies Check
