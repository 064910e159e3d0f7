/**
 * Where rows stand in a file of actuals. A row is one line of it, unless a quoted cell before it holds a line break: the
 * file is walked through again, as far as the last row that is asked for.
 */
import { readCells } from './csv.ts'
import { eachRawRow, type LedgerText } from './ledger.ts'
import type { Cell } from './source.ts'
import type { Tell } from './tell.ts'

/** The cells of some rows, by their numbers from 0, and the lines of the file that they take. */
export interface PlacedRows {
  readonly cells: ReadonlyMap<number, readonly Cell[]>
  readonly lines: ReadonlyMap<number, string>
}

export function placeRows(path: string, file: string, ledger: LedgerText, wanted: ReadonlySet<number>): PlacedRows {
  const cells = new Map<number, readonly Cell[]>()
  const lines = new Map<number, string>()
  const last = Math.max(-1, ...wanted)
  if (last >= 0) {
    eachPlacedRow(path, ledger, (raw, number, line) => {
      if (wanted.has(number)) {
        cells.set(number, cellsOf(raw, file, ledger, line, () => {}))
        for (const [place, text] of linesOf(raw).entries()) lines.set(line + place, text)
      }
      return number < last
    })
  }
  return { cells, lines }
}

/** Every row as it stands in the file, with its number from 0 and the line that it begins on. */
export function eachPlacedRow(path: string, ledger: LedgerText, take: (raw: string, number: number, line: number) => boolean): ReturnType<typeof eachRawRow> {
  let line = 1
  return eachRawRow(path, ledger, (raw, number) => {
    const begins = line
    line += linesOf(raw).length - 1
    return take(raw, number, begins)
  })
}

/** The cells of one row, with their places in the file. */
export function cellsOf(raw: string, file: string, { delimiter }: LedgerText, line: number, tell: Tell): Cell[] {
  const [cells] = readCells({ file, text: raw }, tell, delimiter) ?? []
  return (cells ?? []).map(({ text, at }) => ({ text, at: { ...at, line: at.line + line - 1 } }))
}

export const linesOf = (raw: string): string[] => raw.split(/\r\n|\n|\r/)
