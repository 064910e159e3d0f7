/**
 * CSV text to rows of cells that know their line and column. Commas, semicolons or tabs, as the header has them;
 * any line ending; rows without anything in them are passed over.
 */
import { CsvError, parse } from 'csv-parse/sync'
import { fault } from '../domain/diagnostic.ts'
import type { At } from '../domain/stated.ts'
import type { Cell, Source } from './source.ts'
import type { Tell } from './tell.ts'

/** The rows, header first; undefined, and told, where the quotes of the file do not pair. */
export function readCells({ file, text }: Source, tell: Tell, delimiter = delimiterOf(text)): Cell[][] | undefined {
  const bytes = Buffer.from(text, 'utf8')
  const place = placesIn(bytes, file)
  let end = -1
  try {
    const rows = parse(bytes, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      cast: (value, field) => {
        const start = field.index === 0 && end >= 0 ? afterLineEnd(bytes, end) : end + 1
        end = field.bytes
        return { text: value.trim(), at: place(start, end) } satisfies Cell
      },
    })
    return (rows as unknown as Cell[][]).filter(cells => cells.some(cell => cell.text !== ''))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    tell(fault('broken-quotes', place(afterLineEnd(bytes, end), bytes.length), { file }))
    return undefined
  }
}

/** What parts the cells, by the first line. */
export function delimiterOf(text: string): string {
  const header = text.split(/[\r\n]/, 1)[0]!
  return header.includes('\t') ? '\t' : header.includes(';') && !header.includes(',') ? ';' : ','
}

/** The first byte after the delimiter or line ending that stands at `end`. */
function afterLineEnd(bytes: Buffer, end: number): number {
  const crlf = bytes[end] === 0x0d && bytes[end + 1] === 0x0a
  return end + (crlf ? 2 : 1)
}

/** Places for byte ranges that are asked for in rising order, trimmed of white space, up to the end of their line. */
function placesIn(bytes: Buffer, file: string): (start: number, end: number) => At {
  let line = 1
  let lineStart = 0
  let scanned = 0
  return (from, to) => {
    let start = Math.max(from, 0)
    while (start < to && (bytes[start] === 0x20 || bytes[start] === 0x09)) start++
    for (; scanned < start; scanned++) {
      const lineEnds = bytes[scanned] === 0x0a || (bytes[scanned] === 0x0d && bytes[scanned + 1] !== 0x0a)
      if (lineEnds) {
        line++
        lineStart = scanned + 1
      }
    }
    const written = bytes.toString('utf8', start, Math.max(start, to)).split(/[\r\n]/, 1)[0]!.trimEnd()
    return { file, line, column: bytes.toString('utf8', lineStart, start).length + 1, length: written.length }
  }
}
