/** Equal parts, among the partners that take part in the quarter. */
import type { Method } from './method.ts'

export const equal = {
  name: 'equal',
  borne: 'in equal parts by the partners that take part in the quarter',
  driverOf: () => () => ({ kind: 'equal' }),
} as const satisfies Method
