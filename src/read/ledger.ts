/**
 * A file of actuals, as large as it may be: first sniffed for its encoding, then streamed row by row, so that memory
 * stays flat.
 */
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs'
import { isUtf8 } from 'node:buffer'
import { Transform } from 'node:stream'
import { CsvError, type Options, parse } from 'csv-parse'
import { delimiterOf } from './csv.ts'
import { encodingOf } from './decode.ts'

const chunkSize = 1 << 20

export interface LedgerText {
  readonly encoding: string
  readonly delimiter: string
}

/** None for what is no text. */
export function sniff(file: string): LedgerText | undefined {
  const handle = openSync(file, 'r')
  try {
    const chunk = Buffer.alloc(chunkSize)
    const head = chunk.subarray(0, readSync(handle, chunk))
    let encoding = encodingOf(head.subarray(0, lastLineEnd(head)))
    if (encoding === undefined) return undefined
    const delimiter = delimiterOf(new TextDecoder(encoding).decode(head.subarray(0, 65_536)))
    for (let at = lastLineEnd(head), read = head.length; encoding === 'utf-8' && read > 0; ) {
      read = readSync(handle, chunk, 0, chunkSize, at)
      const lines = chunk.subarray(0, read < chunkSize ? read : lastLineEnd(chunk))
      if (lines.includes(0)) return undefined
      if (!isUtf8(lines)) encoding = 'windows-1252'
      if (read < chunkSize) break
      at += lines.length
    }
    return { encoding, delimiter }
  } finally {
    closeSync(handle)
  }
}

/** Up to and with the last line feed, so that no character is cut; all of it where there is none. */
const lastLineEnd = (bytes: Buffer): number => bytes.lastIndexOf(0x0a) + 1 || bytes.length

/** Takes a row and its number from 0, the header's; false where it has seen enough. */
export type TakeRow = (cells: string[], number: number) => boolean

/** @returns why the file could not be read to its end, where its quotes do not pair */
export async function eachRow(file: string, ledger: LedgerText, take: TakeRow, progress: (part: number) => void): Promise<CsvError | undefined> {
  let number = 0
  return await stream<string[]>(file, ledger, {}, cells => take(cells, number++), progress)
}

/** The same, slower, with the text of each row as it stands in the file. */
export async function eachRawRow(file: string, ledger: LedgerText, take: (raw: string, number: number) => boolean): Promise<CsvError | undefined> {
  let number = 0
  return await stream<{ raw: string }>(file, ledger, { raw: true }, ({ raw }) => take(raw, number++), () => {})
}

async function stream<T>(
  file: string, { encoding, delimiter }: LedgerText, options: Options, take: (row: T) => boolean, progress: (part: number) => void,
): Promise<CsvError | undefined> {
  const size = statSync(file).size
  let read = 0
  const bytes = createReadStream(file, { highWaterMark: 1 << 18 })
  bytes.on('data', chunk => progress((read += chunk.length) / size))
  const text = encoding === 'utf-8' ? bytes : bytes.pipe(recoded(encoding))
  const rows = parse({ bom: true, delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, ...options })
  rows.on('data', (row: T) => {
    if (!rows.destroyed && !take(row)) rows.destroy()
  })
  try {
    await new Promise<void>((resolve, reject) => {
      rows.on('close', resolve)
      for (const each of [bytes, text, rows]) each.on('error', reject)
      text.pipe(rows)
    })
    return undefined
  } catch (error) {
    if (error instanceof CsvError) return error
    throw error
  } finally {
    bytes.destroy()
  }
}

/** The bytes of another encoding as UTF-8. */
function recoded(encoding: string): Transform {
  const decoder = new TextDecoder(encoding)
  return new Transform({
    transform: (chunk: Buffer, _, done) => done(null, decoder.decode(chunk, { stream: true })),
    flush: done => done(null, decoder.decode()),
  })
}
