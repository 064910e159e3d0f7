/** Zero drivers: a cost by a driver other than a system that counts nothing for anybody cannot be borne. */
import type { Driver } from '../drivers/driver.ts'
import { driverName } from '../drivers/driver.ts'
import type { Model } from '../model.ts'
import type { Check } from './check.ts'
import { driversBehind, systemOf } from './systems.ts'

export const zeroDriver = {
  name: 'zero-driver',
  asks: 'Is something counted of every driver?',
  severity: 'error',
  claims: ({ diagnostic: { code, args } }) => code === 'no-weights' && systemOf(args.driver) === undefined,
  needs: 'model',
  examine: ({ model }) => ({ compared: driversOf(model, driver => driver.kind !== 'direct' && systemOf(driver) === undefined), notices: [] }),
} as const satisfies Check

/** How many drivers of a kind the budget goes by. */
export const driversOf = (model: Model, counts: (driver: Driver) => boolean): number =>
  new Set(model.budget.flatMap(({ driver }) => driversBehind(driver, model)).filter(counts).map(driverName)).size
