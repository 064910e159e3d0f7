/**
 * What model.yaml and drivers.csv state and no line needs, be it the line of a scenario: a driver, a blend or an index that
 * nothing goes by, and the rate of 2016/17 of an index from which nothing is raised before 2017/18.
 */
import { type Driver, driverName } from '../drivers/driver.ts'
import type { Index, Line, Model } from '../model.ts'
import type { Change } from '../scenario/change.ts'
import { type Year, yearOf } from '../period.ts'
import { wholeFile } from '../stated.ts'
import { notice, type Notice } from './notice.ts'
import { firstPlace } from './places.ts'
import { systemNamed } from './systems.ts'

const settings = wholeFile('model.yaml')

export function unusedIn(model: Model, changes: readonly Change[]): Notice[] {
  const drivers = [...model.budget, ...[...model.blends.values()].flat()].map(({ driver }) => driver).concat(changes.flatMap(driversOfChange))
  return [...unusedDrivers(model, drivers), ...unusedBlends(model, drivers), ...unusedRates(model, [...model.budget, ...model.baseline, ...changes.flatMap(linesOfChange)])]
}

const driversOfChange = (change: Change): Driver[] => (change.kind === 'move' ? [change.to.driver] : change.kind === 'line' ? [change.line.driver] : [])

const linesOfChange = (change: Change): readonly Line[] => (change.kind === 'line' ? [change.line] : change.kind === 'join' ? change.baseline : [])

/** How many of them there are. */
export const couldBeUnused = (model: Model): number => driversOf(model).length + model.blends.size + [...model.indexation.values()].reduce((count, index) => count + ratesOf(index).length, 0)

/** The drivers of drivers.csv; systems have checks of their own. */
const driversOf = ({ counts }: Model): string[] => [...counts.keys()].filter(name => systemNamed(name) === undefined)

function unusedDrivers(model: Model, drivers: readonly Driver[]): Notice[] {
  const used = new Set(drivers.map(driverName))
  return driversOf(model).filter(name => !used.has(name)).map(driver => {
    const cells = [...model.counts.get(driver)!.values()].flatMap(({ years, quarters }) => [...years.values(), ...quarters.values()])
    return notice('driver-unused', firstPlace(cells.map(({ at }) => at)), { driver })
  })
}

function unusedBlends({ blends }: Model, drivers: readonly Driver[]): Notice[] {
  const used = new Set(drivers.map(driverName))
  return [...blends.keys()].filter(name => !used.has(name)).map(blend => notice('blend-unused', settings, { blend }))
}

function unusedRates({ indexation, years }: Model, all: readonly Line[]): Notice[] {
  return [...indexation].flatMap(([id, index]) => {
    const lines = all.filter(line => line.index === id)
    if (lines.length === 0) return [notice('index-unused', ratesOf(index)[0]?.at ?? settings, { index: id })]
    return [...index.byYear].filter(([year]) => !years.includes(year) && !lines.some(line => isRaised(line, year, years[0]!)))
      .map(([year, { at }]) => notice('rate-unused', at, { index: id, year }))
  })
}

const ratesOf = ({ everyYear, byYear }: Index) => [...(everyYear ? [everyYear] : []), ...byYear.values()]

/** Whether a year before the plan is raised from one that is stated before it, to be raised in turn. */
function isRaised({ amounts: { years, quarters } }: Line, year: Year, first: Year): boolean {
  const stated = [...years.keys(), ...[...quarters.keys()].map(yearOf)]
  return year < first && !years.has(year) && stated.some(before => before < year)
}
