/**
 * A file of actuals, as large as it may be: first sniffed for its encoding, then read row by row, a piece at a time, so
 * that memory stays flat. A piece without a quotation mark is split where it stands; any other goes through csv-parse.
 */
import { isUtf8 } from 'node:buffer'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { CsvError, parse } from 'csv-parse/sync'
import { delimiterOf } from './csv.ts'
import { decoderOf, encodingOf } from './decode.ts'

const pieceSize = 1 << 16

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

/** How much of a text is whole rows: up to the last line end before which the quotation marks pair. */
function wholeRows(text: string): number {
  const plain = lineEndBefore(text, text.length)
  if (!text.includes('"')) return plain
  let whole = 0
  let from = 0
  for (let open = text.indexOf('"'); open >= 0; ) {
    const close = text.indexOf('"', open + 1)
    whole = Math.max(whole, lineEndBefore(text, open, from))
    if (close < 0) return whole
    from = close + 1
    open = text.indexOf('"', from)
  }
  return Math.max(whole, lineEndBefore(text, text.length, from))
}

/** After the last line end in a stretch; a carriage return at the very end of the text may yet be followed by its line feed. */
function lineEndBefore(text: string, before: number, from = 0): number {
  const stretch = text.slice(from, Math.min(before, text.length))
  const feed = stretch.lastIndexOf('\n')
  const back = (before >= text.length ? stretch.slice(0, -1) : stretch).lastIndexOf('\r')
  const end = Math.max(feed, back)
  return end < 0 ? 0 : from + end + 1
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
