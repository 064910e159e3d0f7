/** `users.csv`, `expected-users.csv` and `drivers.csv`: what was counted of each driver, by partner and period. */
import { fault } from '../domain/diagnostic.ts'
import { systemDriver, driverName } from '../domain/drivers/driver.ts'
import type { Model } from '../domain/model.ts'
import type { Ratio } from '../domain/ratio.ts'
import type { Stated } from '../domain/stated.ts'
import { type Names, partnerIn } from './names.ts'
import type { Entry } from './period-table.ts'
import { readCount } from './scalar.ts'
import type { Shape } from './shape.ts'
import type { Tell } from './tell.ts'
import { valueReader } from './values.ts'

const shape = (subject: string): Shape => ({ key: [subject, 'partner'], required: [], optional: [], value: ['count', 'amount'], mayBeEmpty: true })

export const systemShape = shape('system')
export const driverShape = shape('driver')

/** The entries of the three tables; none of one that could not be read. */
export interface CountEntries {
  readonly users: readonly Entry[] | undefined
  readonly expected: readonly Entry[] | undefined
  readonly drivers: readonly Entry[] | undefined
}

export function readCounts({ users = [], expected = [], drivers = [] }: CountEntries, names: Names, tell: Tell): Model['counts'] {
  const counts = new Map<string, Map<string, Stated<Ratio>>>()
  const add = (entries: readonly Entry[], nameOf: (entry: Entry) => string): void => {
    const read = valueReader(readCount, names, tell)
    for (const entry of entries) {
      const partner = partnerIn(entry.cell('partner'), names, tell)
      const values = read(entry)
      if (partner === undefined) continue
      const name = nameOf(entry)
      counts.set(name, (counts.get(name) ?? new Map<string, Stated<Ratio>>()).set(partner, values))
    }
  }
  add(users, entry => driverName(systemDriver('users', entry.cell('system').text)))
  add(expected, entry => driverName(systemDriver('expected', entry.cell('system').text)))
  refuseReserved(drivers, tell)
  add(drivers, entry => entry.cell('driver').text)
  return counts
}

/** A driver must not look like one that is written with a prefix. */
function refuseReserved(drivers: readonly Entry[], tell: Tell): void {
  const told = new Set<string>()
  for (const entry of drivers) {
    const { text, at } = entry.cell('driver')
    if (told.has(text)) continue
    told.add(text)
    if (text === 'baseline' || text.includes(':')) tell(fault('reserved-name', at, { name: text }))
  }
}
