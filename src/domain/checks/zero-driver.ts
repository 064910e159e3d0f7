/** Zero drivers: a cost by a driver other than a system that counts nothing for anybody cannot be borne. */
import type { Check } from './check.ts'
import { countDrivers, systemOf } from './systems.ts'

export const zeroDriver = {
  name: 'zero-driver',
  asks: 'Is something counted of every driver?',
  severity: 'error',
  claims: ({ diagnostic: { code, args } }) => code === 'no-weights' && systemOf(args.driver) === undefined,
  needs: 'model',
  examine: ({ model }) => ({ compared: countDrivers(model, driver => driver.kind !== 'direct' && systemOf(driver) === undefined), notices: [] }),
} as const satisfies Check
