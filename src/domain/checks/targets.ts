/** Targets: red fails, amber warns. */
import type { Check } from './check.ts'
import { notice } from './notice.ts'

export const targets = {
  name: 'targets',
  asks: 'Is every target met, or missed by little?',
  severity: 'error',
  needs: 'plan',
  examine: ({ reached }) => ({
    compared: reached.length,
    notices: reached.filter(({ colour }) => colour !== 'green').map(of => notice('target-missed', of.at, { reached: of }, of.colour === 'red' ? 'error' : 'warning')),
  }),
} as const satisfies Check
