/**
 * Tables with a row a thing and a column a word about it, without periods as columns: `targets.csv`. Columns that start
 * with `note` are free text.
 */
import { fault } from '../domain/diagnostic.ts'
import { readCells } from './csv.ts'
import type { Cell, Source } from './source.ts'
import type { Tell } from './tell.ts'

export interface FlatShape {
  /** Columns that must be there and filled in. */
  readonly required: readonly string[]
  readonly optional: readonly string[]
}

/** The cell of a column; empty where the table lacks the column or the row ends before it. */
export type FlatRow = (column: string) => Cell

/** The rows that are filled in; none, and told, where the header cannot be read. */
export function readFlatTable(source: Source, { required, optional }: FlatShape, tell: Tell): FlatRow[] {
  const [header, ...rows] = readCells(source, tell) ?? [[]]
  if (header === undefined) tell(fault('empty-file', undefined, { file: source.file }))
  if (header === undefined || header.length === 0 || !isSound(header, required, optional, tell)) return []
  const columns = header.map(({ text }) => text)
  return rows.map(row => readRow(row, columns, tell)).filter(row => {
    const blank = required.filter(column => row(column).text === '')
    for (const column of blank) tell(fault('missing-value', row(column).at, { column }))
    return blank.length === 0
  })
}

function isSound(header: readonly Cell[], required: readonly string[], optional: readonly string[], tell: Tell): boolean {
  const [known, texts] = [[...required, ...optional], header.map(({ text }) => text)]
  const unknown = header.filter(({ text }) => text !== '' && !known.includes(text) && !/^note/i.test(text))
  const doubled = header.filter(({ text }, place) => known.includes(text) && texts.indexOf(text) < place)
  const missing = required.filter(column => !texts.includes(column))
  for (const { text, at } of unknown) tell(fault('unknown-column', at, { column: text, known, periods: false }))
  for (const { text, at } of doubled) tell(fault('duplicate-column', at, { column: text, first: header[texts.indexOf(text)]!.at.column }))
  for (const column of missing) tell(fault('missing-column', header[0]!.at, { column, present: texts }))
  return unknown.length + doubled.length + missing.length === 0
}

function readRow(cells: readonly Cell[], columns: readonly string[], tell: Tell): FlatRow {
  const end = cells.at(-1)!.at
  if (cells.length > columns.length) tell(fault('extra-cell', cells[columns.length]!.at, { text: cells[columns.length]!.text, columns: columns.length }))
  for (const [place, { text, at }] of cells.entries()) if (text !== '' && columns[place] === '') tell(fault('unnamed-column', at, { text }))
  return column => cells[columns.indexOf(column)] ?? { text: '', at: { ...end, column: end.column + end.length, length: 0 } }
}
