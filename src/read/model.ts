/** A model folder to a model: all its files are read, all that is amiss in any of them is told, and then they are joined. */
import { type Diagnostic, fault, isFault, type Outcome } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import { resolveBlends } from './blends.ts'
import { driverShape, readCounts, systemShape } from './counts.ts'
import { listModel, readSource } from './folder.ts'
import { baselineShape, budgetShape, readBaseline, readBudget } from './lines.ts'
import { readModelFile } from './model-file.ts'
import type { Names } from './names.ts'
import { type Entry, readPeriodTable } from './period-table.ts'
import type { Shape } from './shape.ts'
import { type Quotable, quotable, type Source } from './source.ts'
import { withoutBlanks } from './without-blanks.ts'

export interface ModelRead extends Outcome<Model> {
  /** The files that were read, for the excerpts of messages. */
  readonly sources: readonly Quotable[]
}

/** @param called how messages speak of the folder */
export function readModel(folder: string, called: string): ModelRead {
  const diagnostics: Diagnostic[] = []
  const sources: Quotable[] = []
  const tell = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)

  const present = listModel(folder, called, tell)
  if (present === undefined) return { diagnostics, sources }
  const source = (file: string): Source | undefined => {
    const read = present.includes(file) ? readSource(folder, file, tell) : undefined
    if (read) sources.push(quotable(read))
    return read
  }
  const table = (file: string, shape: Shape): Entry[] | undefined => {
    if (!present.includes(file)) return []
    const read = source(file)
    return read && readPeriodTable(read, shape, tell)
  }

  const modelSource = source('model.yaml')
  const written = modelSource && readModelFile(modelSource, tell)
  if (!present.includes('budget.csv')) tell(fault('missing-file', undefined, { file: 'budget.csv', present }))
  const [baselineEntries, budgetEntries] = [table('baseline.csv', baselineShape), table('budget.csv', budgetShape)]
  const counted = { users: table('users.csv', systemShape), expected: table('expected-users.csv', systemShape), drivers: table('drivers.csv', driverShape) }

  const names: Names = {
    currency: written?.currency ?? 'GBP',
    ...withoutBlanks({
      years: written?.years,
      partners: written?.partners?.map(({ id }) => id),
      indices: written?.indexation && [...written.indexation.keys()],
      blends: written?.blends?.map(({ name }) => name.text),
      categories: textsIn(baselineEntries, 'category'),
      users: textsIn(counted.users, 'system'),
      expected: textsIn(counted.expected, 'system'),
      counted: textsIn(counted.drivers, 'driver'),
    }),
  }
  const blends = resolveBlends(written?.blends ?? [], names, tell)
  const baseline = readBaseline(baselineEntries ?? [], names, tell)
  const budget = readBudget(budgetEntries ?? [], names, tell)
  const counts = readCounts(counted, names, tell)

  const { name, currency, years, host, partners } = written ?? {}
  if (diagnostics.some(isFault) || name === undefined || currency === undefined || years === undefined || host === undefined || partners === undefined) {
    return { diagnostics, sources }
  }
  const { yearStarts, indexation = new Map() } = written!
  const value: Model = { name, currency, years, yearStarts, host, partners, indexation, baseline, budget, counts, blends }
  return { value, diagnostics, sources }
}

const textsIn = (entries: readonly Entry[] | undefined, column: string): string[] | undefined =>
  entries && [...new Set(entries.map(entry => entry.cell(column).text))]
