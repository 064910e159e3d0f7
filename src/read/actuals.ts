/** `actuals.csv`, or every CSV in `actuals/`: summed as they stream by; rows that cannot be read are read again to say why. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Actuals, Payment, Spend } from '../domain/actuals.ts'
import { fault, warning } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import type { At } from '../domain/stated.ts'
import { cellsOf, eachPlacedRow, linesOf, type PlacedRows, placeRows } from './actual-places.ts'
import { type ActualHeader, meaningIn, readActualHeader, tellOfRow } from './actual-row.ts'
import { listFolder } from './folder.ts'
import { eachRow, type LedgerText, sniff } from './ledger.ts'
import type { Quotable } from './source.ts'
import { Tally } from './tally.ts'
import type { Tell } from './tell.ts'

export interface ActualsRead extends Actuals {
  readonly files: readonly string[]
  readonly sources: readonly Quotable[]
}

/** Rows that cannot be read are told one by one up to here, and then counted. */
const tellAtMost = 100

/** @param progress called with the part of all files that is read, from 0 to 1 */
export function readActuals(folder: string, model: Model, tell: Tell, progress: (part: number) => void): ActualsRead {
  const files = listActuals(folder, tell)
  const read: ActualsRead[] = []
  for (const [place, file] of files.entries()) {
    read.push(readFile(folder, file, model, tell, part => progress((place + part) / files.length)))
  }
  return {
    files,
    spend: read.flatMap(({ spend }) => spend),
    payments: read.flatMap(({ payments }) => payments),
    sources: read.flatMap(({ sources }) => sources),
  }
}

export function listActuals(folder: string, tell: Tell): string[] {
  const one = existsSync(join(folder, 'actuals.csv'))
  const present = (listFolder(join(folder, 'actuals')) ?? []).filter(file => !file.startsWith('.')).map(file => `actuals/${file}`)
  const many = present.filter(file => /\.csv$/i.test(file))
  for (const file of present.filter(each => !many.includes(each) && !each.endsWith('.md'))) tell(warning('unknown-file', undefined, { file, known: ['actuals/*.csv'] }))
  if (one && many.length > 0) tell(fault('actuals-twice', undefined, { file: 'actuals.csv', folder: 'actuals' }))
  return one ? ['actuals.csv'] : many
}

function readFile(folder: string, file: string, model: Model, tell: Tell, progress: (part: number) => void): ActualsRead {
  const none: ActualsRead = { spend: [], payments: [], files: [file], sources: [] }
  const path = join(folder, file)
  const ledger = sniffed(path, file, tell)
  if (ledger === undefined) return none

  const header = readHeader(path, file, ledger, tell)
  if (header === undefined) return none
  const { columns, number: headerNumber, sources } = header
  if (columns === undefined) return { ...none, sources }

  const tally = new Tally(meaningIn(model, columns.dated))
  const unread = new Set<number>()
  const broken = eachRow(path, ledger, (row, number) => {
    if (number <= headerNumber || isBlank(row)) return true
    if (!tally.add(row, number, columns) || isOutside(row, columns)) unread.add(number)
    return true
  }, progress)

  if (broken) tell(fault('broken-quotes', { file, line: linesIn(path, ledger, broken.rows) + broken.line, column: 1, length: 1 }, { file }))
  const quoted = tellOfRows(path, file, ledger, unread, columns, model, tell)
  const { spend, payments, lines } = atTheirRows(tally.spend(header.at), tally.payments(header.at), columns, path, file, ledger)
  return { spend, payments, files: [file], sources: [...sources, { file, lineAt: line => quoted.get(line) ?? lines.get(line) }] }
}

/** What is charged direct, and what partners paid, each at the cell of its first row that names the partner. */
function atTheirRows(spend: readonly Spend[], payments: readonly Payment[], columns: ActualHeader, path: string, file: string, ledger: LedgerText): Actuals & Pick<PlacedRows, 'lines'> {
  const rows = [...spend.filter(({ partner }) => partner !== undefined), ...payments].map(numberOf)
  const { cells, lines } = placeRows(path, file, ledger, new Set(rows))
  const at = (of: Spend | Payment, column: number): At => cells.get(numberOf(of))?.[column]?.at ?? of.at
  return {
    spend: spend.map(of => (of.partner === undefined ? of : { ...of, at: at(of, columns.partner) })),
    payments: payments.map(of => ({ ...of, at: at(of, columns.paidBy) })),
    lines,
  }
}

/** Of its first row, from 0. */
const numberOf = ({ rows }: Pick<Spend, 'rows'>): number => rows.first - 1

function sniffed(path: string, file: string, tell: Tell): LedgerText | undefined {
  try {
    const ledger = sniff(path)
    if (ledger === undefined) tell(fault('not-text', undefined, { file }))
    return ledger
  } catch (error) {
    tell(fault('unreadable-file', undefined, { file, reason: (error as NodeJS.ErrnoException).code ?? 'unknown' }))
    return undefined
  }
}

interface Header {
  /** None, and told, where they cannot be read. */
  readonly columns: ActualHeader | undefined
  readonly number: number
  /** Where its first column is named. */
  readonly at: At
  readonly sources: readonly Quotable[]
}

/** None, and told, where nothing stands in the file. */
function readHeader(path: string, file: string, ledger: LedgerText, tell: Tell): Header | undefined {
  let header: Header | undefined
  const broken = eachPlacedRow(path, ledger, (raw, number, line) => {
    const [first, ...others] = cellsOf(raw, file, ledger, line, tell)
    if (first !== undefined) {
      const quoted = linesOf(raw)
      header = { columns: readActualHeader([first, ...others], tell), number, at: first.at, sources: [{ file, lineAt: at => quoted[at - line] || undefined }] }
    }
    return header === undefined
  })
  if (header === undefined && !broken) tell(fault('empty-file', undefined, { file }))
  if (header === undefined && broken) tell(fault('broken-quotes', { file, line: broken.line, column: 1, length: 1 }, { file }))
  return header
}

const isBlank = (row: readonly string[]): boolean => row.every(cell => cell.trim() === '')

/** Whether a row is longer than the header, or something stands under a column without a name. */
const isOutside = (row: readonly string[], { width, unnamed }: ActualHeader): boolean =>
  row.length > width || unnamed.some(place => (row[place] ?? '').trim() !== '')

/** The lines that so many rows take. */
function linesIn(path: string, ledger: LedgerText, rows: number): number {
  let lines = 0
  eachPlacedRow(path, ledger, (raw, number, line) => {
    if (number < rows) lines = line + linesOf(raw).length - 2
    return number < rows
  })
  return lines
}

/** Reads the rows again that could not be read, says why, and keeps their lines for the messages. */
function tellOfRows(
  path: string, file: string, ledger: LedgerText, unread: ReadonlySet<number>, columns: ActualHeader, model: Model, tell: Tell,
): Map<number, string> {
  const quoted = new Map<number, string>()
  if (unread.size === 0) return quoted
  let rows = 0
  let after = 1
  eachPlacedRow(path, ledger, (raw, number, line) => {
    const lines = linesOf(raw)
    if (unread.has(number)) {
      let told = 0
      for (const [place, text] of lines.entries()) quoted.set(line + place, text)
      tellOfRow(cellsOf(raw, file, ledger, line, tell), columns, model, diagnostic => {
        told++
        tell(diagnostic)
      })
      rows++
      if (told === 0) throw new Error(`${file}: row ${number} was refused without a reason`)
    }
    after = line + lines.length - 1
    return rows < Math.min(tellAtMost, unread.size)
  })
  if (rows < unread.size) tell(fault('more-rows', { file, line: after, column: 1, length: 0 }, { file, count: unread.size - rows }))
  return quoted
}
