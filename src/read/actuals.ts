/** `actuals.csv`, or every CSV in `actuals/`: summed as they stream by; rows that cannot be read are read again to say why. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Actuals } from '../domain/actuals.ts'
import { fault } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import type { At } from '../domain/stated.ts'
import { type ActualHeader, meaningIn, readActualHeader, tellOfRow } from './actual-row.ts'
import { readCells } from './csv.ts'
import { listFolder } from './folder.ts'
import { eachRawRow, eachRow, type LedgerText, sniff } from './ledger.ts'
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
  const many = (listFolder(join(folder, 'actuals')) ?? []).filter(file => file.endsWith('.csv')).map(file => `actuals/${file}`)
  if (one && many.length > 0) tell(fault('actuals-twice', undefined, { file: 'actuals.csv', folder: 'actuals' }))
  return one ? ['actuals.csv'] : many
}

function readFile(folder: string, file: string, model: Model, tell: Tell, progress: (part: number) => void): ActualsRead {
  const none: ActualsRead = { spend: [], payments: [], files: [file], sources: [] }
  const path = join(folder, file)
  const ledger = sniffed(path, file, tell)
  if (ledger === undefined) return none

  let first: { readonly number: number; readonly header: Header | undefined; readonly tally: Tally | undefined } | undefined
  const unread = new Set<number>()
  const broken = eachRow(path, ledger, (row, number) => {
    if (first === undefined) {
      if (isBlank(row)) return true
      const header = readHeader(row, file, tell)
      first = { number, header, tally: header && new Tally(meaningIn(model, header.columns.dated)) }
      return header !== undefined
    }
    const { header, tally } = first
    const added = tally!.add(row, header!.columns)
    if ((!added || isOutside(row, header!.columns)) && !isBlank(row)) unread.add(number)
    return true
  }, progress)

  if (broken) tell(fault('broken-quotes', { file, line: linesIn(path, ledger, broken.rows) + broken.line, column: 1, length: 1 }, { file }))
  else if (first === undefined) tell(fault('empty-file', undefined, { file }))
  if (!first?.header || !first.tally) return none
  const { header, tally } = first
  const quoted = tellOfRows(path, file, ledger, unread, header.columns, model, tell)
  return { spend: tally.spend(header.at), payments: tally.payments(), files: [file], sources: [{ file, lineAt: line => quoted.get(line) }] }
}

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
  readonly columns: ActualHeader
  /** Where the column of direct partners is named, or the first column. */
  readonly at: At
}

/** A header is written plainly, so its cells stand where they would if it were written anew. */
function readHeader(row: readonly string[], file: string, tell: Tell): Header | undefined {
  const cells = readCells({ file, text: row.join(',') }, tell)[0]!
  const columns = readActualHeader(cells, tell)
  return columns && { columns, at: (cells[columns.partner] ?? cells[0]!).at }
}

const isBlank = (row: readonly string[]): boolean => row.every(cell => cell.trim() === '')

/** Whether something stands right of the header or under a column without a name. */
const isOutside = (row: readonly string[], { width, unnamed }: ActualHeader): boolean =>
  (row.length > width || unnamed.length > 0) && row.some((cell, place) => cell.trim() !== '' && (place >= width || unnamed.includes(place)))

/** The lines that so many rows take. */
function linesIn(path: string, ledger: LedgerText, rows: number): number {
  let lines = 0
  eachRawRow(path, ledger, (raw, number) => {
    if (number < rows) lines += raw.split(/\r\n|\n|\r/).length - 1
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
  let line = 1
  let told = 0
  eachRawRow(path, ledger, (raw, number) => {
    const lines = raw.split(/\r\n|\n|\r/)
    if (unread.has(number)) {
      const before = told
      for (const [place, text] of lines.entries()) quoted.set(line + place, text)
      const cells = readCells({ file, text: raw }, tell)[0]!.map(({ text, at }) => ({ text, at: { ...at, line: at.line + line - 1 } }))
      tellOfRow(cells, columns, model, diagnostic => {
        told++
        tell(diagnostic)
      })
      if (told === before) throw new Error(`${file}: row ${number} was refused without a reason`)
    }
    line += lines.length - 1
    return told < tellAtMost
  })
  if (unread.size > told) tell(fault('more-rows', undefined, { file, count: unread.size - told }))
  return quoted
}
