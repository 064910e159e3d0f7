/** The model as it is: each line by its own rule. */
import type { Method } from './method.ts'

export const agreed = {
  name: 'agreed',
  borne: 'by its own rule, as the model has it',
  driverOf: () => ({ driver }) => driver,
} as const satisfies Method
