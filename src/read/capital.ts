/** `capital.csv`: what partners invest in activities of their own beside the budget, a row a partner, activity and kind. */
import { type CapitalKind, capitalKinds, type CapitalLine } from '../domain/appraisal/capital.ts'
import { fault, warning } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import { firstQuarter, periodName, yearOf } from '../domain/period.ts'
import { listFolder, readSource } from './folder.ts'
import { type Names, partnerIn } from './names.ts'
import { type Entry, readPeriodTable } from './period-table.ts'
import { readAmount } from './scalar.ts'
import type { Shape } from './shape.ts'
import { type Cell, type Quotable, quotable } from './source.ts'
import type { Tell } from './tell.ts'
import { valueReader } from './values.ts'
import { refuseQuarters } from './whole-years.ts'

export interface CapitalRead {
  readonly lines: readonly CapitalLine[]
  readonly sources: readonly Quotable[]
}

const file = 'capital.csv'

const shape: Shape = { key: ['partner', 'activity', 'kind'], required: [], optional: [], value: ['amount'], mayBeEmpty: true }

/** No lines where there is no such file. */
export function readCapital(folder: string, { currency, years, partners }: Model, tell: Tell): CapitalRead {
  const source = listFolder(folder)?.includes(file) ? readSource(folder, file, tell) : undefined
  if (source === undefined) return { lines: [], sources: [] }
  const names: Names = { currency, years, partners: partners.map(({ id }) => id) }
  const entries = readPeriodTable(source, shape, tell) ?? []
  refuseQuarters(entries, tell)
  warnOfEarlier(entries, names, tell)
  const amounts = valueReader(readAmount, names, tell)
  const lines = entries.flatMap(entry => {
    const [partner, kind] = [partnerIn(entry.cell('partner'), names, tell), readKind(entry.cell('kind'), tell)]
    const line = { activity: entry.cell('activity').text, amounts: amounts(entry).years }
    return partner === undefined || kind === undefined ? [] : [{ ...line, partner, kind }]
  })
  return { lines, sources: [quotable(source)] }
}

function readKind({ text, at }: Cell, tell: Tell): CapitalKind | undefined {
  const kind = capitalKinds.find(known => known === text)
  if (kind === undefined) tell(fault('unknown-kind', at, { kind: text, known: capitalKinds }))
  return kind
}

/** What was spent before the plan is spent whatever is decided, and does not count: told once a year. */
function warnOfEarlier(entries: readonly Entry[], { years }: Names, tell: Tell): void {
  const warned = new Set<string>()
  for (const [period, { at }] of entries.flatMap(({ values }) => values)) {
    const [name, first] = [periodName(period), years![0]!]
    if (yearOf(firstQuarter(period)) < first && !warned.has(name)) tell(warning('before-the-plan', at, { period: name, first }))
    warned.add(name)
  }
}
