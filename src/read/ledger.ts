/**
 * A file of actuals, as large as it may be: first sniffed for its encoding, then read row by row, a piece at a time, so
 * that memory stays flat. A piece without a quotation mark is split where it stands; any other goes through csv-parse.
 */
import { isUtf8 } from 'node:buffer'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { CsvError, parse } from 'csv-parse/sync'
import { delimiterOf } from './csv.ts'
import { decoderOf, encodingOf } from './decode.ts'

const pieceSize = 1 << 18

export interface LedgerText {
  readonly encoding: string
  readonly delimiter: string
}

/** None for what is no text. */
export function sniff(file: string): LedgerText | undefined {
  let encoding: string | undefined
  let delimiter = ','
  let rest = Buffer.alloc(0)
  for (const { bytes } of piecesOf(file)) {
    const known = Buffer.concat([rest, bytes])
    if (encoding === undefined) {
      encoding = encodingOf(known.subarray(0, lastLineEnd(known)))
      if (encoding === undefined) return undefined
      delimiter = delimiterOf(decoderOf(encoding).decode(known))
      if (encoding.startsWith('utf-16')) break
    }
    if (bytes.includes(0)) return undefined
    const lines = known.subarray(0, lastLineEnd(known))
    if (encoding === 'utf-8' && !isUtf8(lines)) encoding = 'windows-1252'
    rest = Buffer.from(known.subarray(lines.length))
  }
  if (encoding === 'utf-8' && !isUtf8(rest)) encoding = 'windows-1252'
  return { encoding: encoding ?? 'utf-8', delimiter }
}

/** Up to and with the last line end, so that no character is cut; all of it where there is none. */
const lastLineEnd = (bytes: Buffer): number => Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1 || bytes.length

/** Takes a row and its number from 0, the header's; false where it has seen enough. */
export type TakeRow = (cells: string[], number: number) => boolean

/** Where quotation marks do not pair: so many lines, from 1, into what follows the rows that could be read. */
export interface Broken {
  readonly rows: number
  readonly line: number
}

/** @returns why the file could not be read to its end, if it could not */
export function eachRow(file: string, { encoding, delimiter }: LedgerText, take: TakeRow, progress: (part: number) => void): Broken | undefined {
  const quoted = (text: string): string[][] => parse(text, { ...dialect, delimiter })
  return walk(file, encoding, progress, line => line.split(delimiter), quoted, take)
}

/** The same, slower, with the text of each row as it stands in the file. */
export function eachRawRow(file: string, { encoding, delimiter }: LedgerText, take: (raw: string, number: number) => boolean): Broken | undefined {
  const quoted = (text: string): string[] => (parse(text, { ...dialect, delimiter, raw: true }) as unknown as { raw: string }[]).map(({ raw }) => raw)
  return walk(file, encoding, () => {}, line => `${line}\n`, quoted, take)
}

const dialect = { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true }

function walk<T>(
  file: string, encoding: string, progress: (part: number) => void, plain: (line: string) => T, quoted: (text: string) => T[], take: (row: T, number: number) => boolean,
): Broken | undefined {
  const decoder = decoderOf(encoding)
  let rest = ''
  let number = 0
  for (const { bytes, part, last } of piecesOf(file)) {
    const text = rest + decoder.decode(bytes, { stream: !last })
    const whole = last ? text.length : wholeRows(text)
    rest = text.slice(whole)
    progress(part)
    try {
      for (const row of rowsOf(text.slice(0, whole), plain, quoted)) if (!take(row, number++)) return undefined
    } catch (error) {
      if (error instanceof CsvError) return { rows: number, line: brokenLine(error, text.slice(0, whole)) }
      throw error
    }
    if (rest.length > longestRow) return { rows: number, line: 1 }
  }
  return undefined
}

/** A mark that is never closed is the last of the text. */
function brokenLine(error: CsvError, text: string): number {
  if (error.code !== 'CSV_QUOTE_NOT_CLOSED') return error['lines'] as number
  return text.slice(0, text.lastIndexOf('"')).split(/\r\n|\n|\r/).length
}

/** No row is longer; a quotation mark that is never closed would make one of all that follows. */
const longestRow = 1 << 24

function rowsOf<T>(text: string, plain: (line: string) => T, quoted: (text: string) => T[]): T[] {
  if (text === '') return []
  if (text.includes('"')) return quoted(text)
  const lines = (text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text).split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map(plain)
}

/** How much of a text is whole rows: up to a line end before which the quotation marks pair. */
function wholeRows(text: string): number {
  const isEnd = (at: number): boolean => at > 0 && at < text.length
  for (let end = lineEndBefore(text, text.length); isEnd(end); end = lineEndBefore(text, end - 1)) {
    if (marksPair(text, end)) return end
  }
  return 0
}

/** After the last line end; a carriage return at the very end may yet be followed by its line feed. */
const lineEndBefore = (text: string, before: number): number => Math.max(text.lastIndexOf('\n', before - 1), text.lastIndexOf('\r', Math.min(before - 1, text.length - 2))) + 1

function marksPair(text: string, end: number): boolean {
  let pair = true
  for (let at = text.indexOf('"'); at >= 0 && at < end; at = text.indexOf('"', at + 1)) pair = !pair
  return pair
}

interface Piece {
  readonly bytes: Buffer
  /** Of the file that is read by now, from 0 to 1. */
  readonly part: number
  readonly last: boolean
}

function* piecesOf(file: string): Generator<Piece> {
  const handle = openSync(file, 'r')
  try {
    const { size } = fstatSync(handle)
    let read = 0
    for (;;) {
      const bytes = Buffer.allocUnsafe(pieceSize)
      const length = readSync(handle, bytes)
      read += length
      yield { bytes: bytes.subarray(0, length), part: size === 0 ? 1 : Math.min(1, read / size), last: length === 0 }
      if (length === 0) return
    }
  } finally {
    closeSync(handle)
  }
}
