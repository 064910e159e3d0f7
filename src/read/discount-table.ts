/**
 * A table of discount rates: columns `from_year`, counted from the base year, and `rate`; each rate holds until the next
 * row. The first text in a column that starts with `note` names the table: what it is, and of when.
 */
import { basename, dirname } from 'node:path'
import type { DiscountRate, DiscountTable } from '../domain/appraisal/discounting.ts'
import { type Diagnostic, fault, isFault } from '../domain/diagnostic.ts'
import { isNegative } from '../domain/ratio.ts'
import { readCells } from './csv.ts'
import { readSource } from './folder.ts'
import { readPercent } from './scalar.ts'
import { type Cell, type Quotable, quotable, type Source } from './source.ts'
import type { Tell } from './tell.ts'

export interface DiscountTableRead {
  /** None, and told, where it cannot be read. */
  readonly table?: DiscountTable
  readonly sources: readonly Quotable[]
}

/** @param called how messages speak of the file */
export function readDiscountTable(path: string, called: string, tell: Tell): DiscountTableRead {
  const read = readSource(dirname(path), basename(path), tell)
  if (read === undefined) return { sources: [] }
  const source = { ...read, file: called }
  const told: Diagnostic[] = []
  const table = readTable(source, diagnostic => void told.push(diagnostic))
  for (const diagnostic of told) tell(diagnostic)
  return { ...(table && !told.some(isFault) && { table }), sources: [quotable(source)] }
}

const columns = ['from_year', 'rate'] as const

/** None, and told, where the header cannot be read. */
function readTable(source: Source, tell: Tell): DiscountTable | undefined {
  const cells = readCells(source, tell)
  const [header, ...rows] = cells ?? []
  if (cells?.length === 0) tell(fault('empty-file', undefined, { file: source.file }))
  if (header === undefined || !isSound(header, tell)) return undefined

  const places = columns.map(name => header.findIndex(({ text }) => text === name))
  const rates: DiscountRate[] = []
  for (const row of rows) {
    const [year, rate] = places.map(place => row[place] ?? { ...row.at(-1)!, text: '' }) as [Cell, Cell]
    if (row.length > header.length) tell(fault('extra-cell', row[header.length]!.at, { text: row[header.length]!.text, columns: header.length }))
    const [fromYear, value] = [readYear(year, rates.at(-1)?.fromYear, tell), readRate(rate, tell)]
    if (fromYear !== undefined && value !== undefined) rates.push({ fromYear, rate: value })
  }
  const firstYear = rows[0]?.[places[0]!]
  if (firstYear?.text !== '0') tell(fault('no-first-rate', (firstYear ?? header[0]!).at, { ...(firstYear && { first: firstYear.text }) }))
  const [note] = rows.flatMap(row => row.filter(({ text }, place) => text !== '' && header[place] !== undefined && isNote(header[place])))
  return { name: note?.text ?? source.file, rates }
}

const isNote = ({ text }: Cell): boolean => /^note/i.test(text)

/** Whether each column is known, there, and there once. */
function isSound(header: readonly Cell[], tell: Tell): boolean {
  const texts = header.map(({ text }) => text)
  const amiss = header.flatMap((cell, place) => {
    const { text, at } = cell
    const first = texts.indexOf(text)
    if (text === '' || isNote(cell)) return []
    if (!(columns as readonly string[]).includes(text)) return [fault('unknown-column', at, { column: text, known: columns, periods: false })]
    return first < place ? [fault('duplicate-column', at, { column: text, first: header[first]!.at.column })] : []
  })
  const missing = columns.filter(column => !texts.includes(column)).map(column => fault('missing-column', header[0]!.at, { column, present: texts }))
  for (const diagnostic of [...amiss, ...missing]) tell(diagnostic)
  return amiss.length + missing.length === 0
}

/** A whole number above that of the row before. */
function readYear({ text, at }: Cell, before: number | undefined, tell: Tell): number | undefined {
  const year = /^(0|[1-9]\d{0,2})$/.test(text) ? parseInt(text, 10) : undefined
  if (year !== undefined && (before === undefined || year > before)) return year
  tell(fault('bad-from-year', at, { text, ...(year !== undefined && { after: before! }) }))
  return undefined
}

function readRate(cell: Cell, tell: Tell): DiscountRate['rate'] | undefined {
  const rate = readPercent(cell)
  if ('value' in rate && !isNegative(rate.value)) return rate.value
  tell(fault('bad-rate', cell.at, { text: cell.text }))
  return undefined
}
