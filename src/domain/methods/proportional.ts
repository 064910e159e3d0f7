/** The method of the original business case of 2015: every line pooled by contribution to the whole baseline. */
import type { Method } from './method.ts'

export const proportional = {
  name: 'proportional',
  borne: "by each partner's contribution to the whole baseline",
  driverOf: () => () => ({ kind: 'baseline' }),
} as const satisfies Method
