/** Tables whose figures are of whole years: a quarter among them is told once a table, by its name. */
import { fault } from '../domain/diagnostic.ts'
import { periodName } from '../domain/period.ts'
import type { Entry } from './period-table.ts'
import type { Tell } from './tell.ts'

export function refuseQuarters(entries: readonly Entry[], tell: Tell): void {
  const told = new Set<string>()
  for (const [period, cell] of entries.flatMap(({ values }) => values)) {
    const name = periodName(period)
    if (period.kind === 'quarter' && !told.has(name)) tell(fault('bad-period', cell.at, { text: name, wanted: 'year' }))
    told.add(name)
  }
}
