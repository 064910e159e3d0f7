/** The values of an entry, cell by cell; those past the plan's last year are read, and a warning says they do not count. */
import { warning } from '../domain/diagnostic.ts'
import { firstQuarter, type Period, periodName, yearOf } from '../domain/period.ts'
import { type Datum, type Stated, stated } from '../domain/stated.ts'
import type { Names } from './names.ts'
import type { Entry } from './period-table.ts'
import type { Read } from './scalar.ts'
import type { Cell } from './source.ts'
import type { Tell } from './tell.ts'

/** Reads the values of one table after another row, warning once of each period past the plan. */
export function valueReader<T>(read: (cell: Cell, currency: string) => Read<T>, { currency, years }: Names, tell: Tell) {
  const warned = new Set<string>()
  const warnIfLate = (period: Period, cell: Cell): void => {
    const last = years?.at(-1)
    const name = periodName(period)
    if (last === undefined || yearOf(firstQuarter(period)) <= last || warned.has(name)) return
    warned.add(name)
    tell(warning('after-the-plan', cell.at, { period: name, last }))
  }
  return ({ values }: Entry): Stated<T> => {
    const data: [Period, Datum<T>][] = []
    for (const [period, cell] of values) {
      warnIfLate(period, cell)
      const value = read(cell, currency)
      if ('wrong' in value) tell(value.wrong)
      else data.push([period, { value: value.value, at: cell.at }])
    }
    return stated(data)
  }
}
