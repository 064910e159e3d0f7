/**
 * Users: how many there are of one count, and the count meant where none is named. A partner with 400 users in two quarters
 * of a year and 430 in the other two has 415 on average.
 */
import { type Driver, systemDriver } from './drivers/driver.ts'
import { weigher } from './drivers/weigher.ts'
import { inCodePointOrder, type Model } from './model.ts'
import { type Money, toPence } from './money.ts'
import { type Quarter, quartersOf, type Year } from './period.ts'
import { divide, isLess, isZero, type Ratio, ratio, total } from './ratio.ts'

const usersOf = 'users:'

/** The system of users.csv with the most users in the plan's first quarter, and of several the first by name; none without users. */
export function mostUsed(model: Model): Driver | undefined {
  const [first] = quartersOf(model.years[0]!)
  const systems = [...model.counts.keys()].filter(name => name.startsWith(usersOf)).sort(inCodePointOrder)
  const counted = systems.map(name => {
    const driver = systemDriver('users', name.slice(usersOf.length))
    return { driver, users: total(usersIn(model, driver, [first])) }
  })
  return counted
    .filter(({ users }) => !isZero(users))
    .reduce<(typeof counted)[number] | undefined>((most, each) => (most === undefined || isLess(most.users, each.users) ? each : most), undefined)?.driver
}

/** Each partner's users on average over the quarters of the years; none in a quarter that it takes no part in. */
export const averageUsers = (model: Model, users: Driver, years: readonly Year[]): Ratio[] =>
  usersIn(model, users, years.flatMap(year => quartersOf(year)))

function usersIn(model: Model, users: Driver, quarters: readonly Quarter[]): Ratio[] {
  const weigh = weigher(model, [])
  return model.partners.map((_, place) =>
    divide(total(quarters.map(quarter => weigh(users, quarter).each[place]!.value)), ratio(BigInt(quarters.length))))
}

/** To the penny, half away from zero; none without users. */
export const costPerUser = (cost: Money, users: Ratio): Money | undefined =>
  isZero(users) ? undefined : toPence(divide(ratio(cost), users))
