/** Systems without users: a system that is budgeted for in a quarter in which nobody uses it, or is expected to. */
import type { Check } from './check.ts'
import { countDrivers, systemOf } from './systems.ts'

export const systemWithoutUsers = {
  name: 'system-without-users',
  asks: 'Has every system with a cost users?',
  severity: 'error',
  claims: ({ by, diagnostic: { code, args } }) => code === 'no-weights' && by !== 'actuals' && systemOf(args.driver) !== undefined,
  needs: 'model',
  examine: ({ model }) => ({ compared: countDrivers(model, driver => systemOf(driver) !== undefined), notices: [] }),
} as const satisfies Check
