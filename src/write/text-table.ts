/** A table for a terminal, in plain characters; one that is too wide is split, its years shared out evenly. */
import type { ChalkInstance } from 'chalk'
import { type Row, type Table, text } from '../report/table.ts'
import { cellText, isNegativeFigure, printable } from './cell-text.ts'
import { layOut } from './layout.ts'
import { wrap } from './wrap.ts'

export function writeTable(given: Table, width: number, paint: ChalkInstance): string[] {
  const table = { ...given, rows: given.rows.flatMap(row => wrapped(row, width)) }
  const figures = table.columns.length - 1
  for (let parts = 1; ; parts++) {
    const each = Math.ceil(figures / parts)
    const written = Array.from({ length: Math.ceil(figures / each) }, (_, part) => writePart(table, part * each, (part + 1) * each, paint))
    if (each > 1 && written.some(part => part.width > width)) continue
    return written.map(({ lines }, part) => [
      paint.bold(printable(part === 0 ? table.title : `${table.title} (continued)`)),
      ...lines,
      ...(part === written.length - 1 ? table.notes.flatMap(note => wrap(printable(note), width)).map(note => paint.dim(note)) : []),
    ].join('\n'))
  }
}

/** Words that stand alone in their row are broken where they are too wide. */
function wrapped(row: Row, width: number): Row[] {
  const [label, ...figures] = row.cells
  if (label?.kind !== 'text' || figures.some(({ kind }) => kind !== 'none')) return [row]
  const room = row.kind === 'detail' ? width - 2 : width
  return wrap(label.text, room).map(line => ({ ...row, cells: [text(line), ...figures] }))
}

/** The labels, and the figures from one column up to another. */
function writePart({ columns, rows, unit }: Table, from: number, to: number, paint: ChalkInstance): { lines: string[]; width: number } {
  const titles = columns.slice(1).slice(from, to).map(({ title }) => printable(title))
  const cells = rows.map(row => row.cells.slice(1).slice(from, to))
  const labels = rows.map(({ kind, cells: [label] }) => (kind === 'detail' ? '  ' : '') + cellText(label!, unit))
  const figures = cells.map(row => row.map(cell => cellText(cell, unit)))
  const words = columns.slice(1).slice(from, to).map(({ kind }) => kind === 'label')
  return layOut({ titles, labels, figures, words }, (text, row, column) => {
    if (row < 0) return paint.dim(text)
    const weighted = rows[row]!.kind === 'total' ? paint.bold(text) : text
    return column >= 0 && isNegativeFigure(cells[row]![column]!) ? paint.red(weighted) : weighted
  })
}
