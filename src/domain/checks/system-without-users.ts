/** Systems without users: a system that is budgeted for in a quarter in which nobody uses it, or is expected to. */
import type { Check } from './check.ts'
import { systemOf } from './systems.ts'
import { driversOf } from './zero-driver.ts'

export const systemWithoutUsers = {
  name: 'system-without-users',
  asks: 'Has every system with a cost users?',
  severity: 'error',
  claims: ({ by, diagnostic: { code, args } }) => code === 'no-weights' && by !== 'actuals' && systemOf(args.driver) !== undefined,
  needs: 'model',
  examine: ({ model }) => ({ compared: driversOf(model, driver => systemOf(driver) !== undefined), notices: [] }),
} as const satisfies Check
