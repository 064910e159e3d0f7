/**
 * Tables of values by period, in the two layouts that people keep: wide, with a column a year or quarter, and long, with
 * a `period` column and one for the value. The header tells which. Either way a table becomes entries: a wide row, or
 * the long rows of one key together.
 */
import { fault } from '../domain/diagnostic.ts'
import { type Period, periodName } from '../domain/period.ts'
import type { At } from '../domain/stated.ts'
import { type Column, readHeader } from './header.ts'
import { readPeriod } from './scalar.ts'
import type { Shape } from './shape.ts'
import type { Cell, Source } from './source.ts'
import { readCells } from './csv.ts'
import type { Tell } from './tell.ts'

export interface Entry {
  readonly at: At
  /** The cell of a column; empty where the table lacks the column. */
  readonly cell: (column: string) => Cell
  /** The cells that are filled in. */
  readonly values: readonly (readonly [Period, Cell])[]
}

/** None, and told, where the header cannot be read. */
export function readPeriodTable(source: Source, shape: Shape, tell: Tell): Entry[] | undefined {
  const cells = readCells(source, tell)
  if (cells === undefined) return undefined
  const [header, ...rows] = cells
  if (header === undefined) {
    tell(fault('empty-file', undefined, { file: source.file }))
    return undefined
  }
  const columns = readHeader(header, shape, tell)
  if (rows.length === 0 && !shape.mayBeEmpty) tell(fault('no-rows', undefined, { file: source.file }))
  if (columns === undefined) return undefined
  const long = columns.some(column => column.kind === 'named' && column.name === 'period')
  const filledIn = [...shape.key, ...shape.required, ...(long ? ['period'] : [])]
  const read = rows.map(row => readRow(row, columns, tell)).filter(row => isFilledIn(row, filledIn, tell))
  return long ? gatherLong(read, shape, tell) : refuseDuplicates(read, shape, tell)
}

/**
 * A row may be shorter than the header, since Excel leaves out the last empty cells of a row, but never longer: the comma
 * of an amount that stands without quotation marks makes it so.
 */
function readRow(cells: readonly Cell[], columns: readonly Column[], tell: Tell): Entry {
  const named = new Map<string, Cell>()
  const values: [Period, Cell][] = []
  const end = cells.at(-1)!.at
  if (cells.length > columns.length) tell(fault('extra-cell', cells[columns.length]!.at, { text: cells[columns.length]!.text, columns: columns.length }))
  for (const [place, cell] of cells.entries()) {
    const column = columns[place]
    if (column?.kind === 'named') named.set(column.name, cell)
    else if (column?.kind === 'period' && cell.text !== '') values.push([column.period, cell])
    else if (column?.kind === 'unnamed' && cell.text !== '') tell(fault('unnamed-column', cell.at, { text: cell.text }))
  }
  const missing: Cell = { text: '', at: { ...end, column: end.column + end.length, length: 0 } }
  return { at: cells[0]!.at, cell: column => named.get(column) ?? missing, values }
}

function isFilledIn(row: Entry, columns: readonly string[], tell: Tell): boolean {
  const blank = columns.filter(column => row.cell(column).text === '')
  for (const column of blank) tell(fault('missing-value', row.cell(column).at, { column }))
  return blank.length === 0
}

const keyOf = (entry: Entry, { key }: Shape): string[] => key.map(column => entry.cell(column).text)

function refuseDuplicates(rows: readonly Entry[], shape: Shape, tell: Tell): Entry[] {
  const seen = new Map<string, Entry>()
  for (const row of rows) {
    const key = keyOf(row, shape)
    const first = seen.get(JSON.stringify(key))
    if (first) tell(fault('duplicate-row', row.at, { key, first: first.at }))
    else seen.set(JSON.stringify(key), row)
  }
  return [...seen.values()]
}

function gatherLong(rows: readonly Entry[], shape: Shape, tell: Tell): Entry[] {
  const entries = new Map<string, { first: Entry; values: Map<string, [Period, Cell]> }>()
  for (const row of rows) {
    const key = keyOf(row, shape)
    const entry = entries.get(JSON.stringify(key)) ?? { first: row, values: new Map() }
    entries.set(JSON.stringify(key), entry)
    refuseConflicts(row, entry.first, [...shape.required, ...shape.optional], tell)
    const period = readPeriod(row.cell('period'))
    if ('wrong' in period) {
      tell(period.wrong)
      continue
    }
    const name = periodName(period.value)
    const before = entry.values.get(name)
    if (before) tell(fault('duplicate-period', row.cell('period').at, { key, period: name, first: before[1].at }))
    else entry.values.set(name, [period.value, row.cell('value')])
  }
  return [...entries.values()].map(({ first, values }) => ({ ...first, values: [...values.values()].filter(([, cell]) => cell.text !== '') }))
}

/** The rows of one entry must say the same of it. */
function refuseConflicts(row: Entry, first: Entry, columns: readonly string[], tell: Tell): void {
  for (const column of columns) {
    const [{ text, at }, before] = [row.cell(column), first.cell(column)]
    if (text !== before.text) tell(fault('conflicting-cell', at, { column, text, before: before.text, first: before.at }))
  }
}
