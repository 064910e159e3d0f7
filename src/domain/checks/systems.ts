/** The systems that are counted, and the drivers behind a driver: a blend of users and population is both of them. */
import { type Driver, driverName, type SystemCount } from '../drivers/driver.ts'
import type { Model } from '../model.ts'

export interface CountOfSystem {
  readonly count: SystemCount
  readonly system: string
}

/** `users:waste` is the users of waste; none for another driver. */
export function systemOf(driver: Driver): CountOfSystem | undefined {
  return driver.kind === 'counted' ? systemNamed(driver.name) : undefined
}

export function systemNamed(counted: string): CountOfSystem | undefined {
  const [, count, system] = /^(users|expected):(.*)$/s.exec(counted) ?? []
  return count === undefined ? undefined : { count: count as SystemCount, system: system! }
}

/** What a driver comes down to once its blends are undone. */
export function driversBehind(driver: Driver, model: Model): Driver[] {
  if (driver.kind !== 'blend') return [driver]
  return (model.blends.get(driver.name) ?? []).flatMap(part => driversBehind(part.driver, model))
}

/** How many drivers of a kind the budget goes by. */
export const countDrivers = (model: Model, isMeant: (driver: Driver) => boolean): number =>
  new Set(model.budget.flatMap(({ driver }) => driversBehind(driver, model)).filter(isMeant).map(driverName)).size
