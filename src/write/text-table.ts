/** A table for a terminal, in plain characters; one that is too wide is split, its years shared out evenly. */
import type { ChalkInstance } from 'chalk'
import type { Table } from '../report/table.ts'
import { cellText, isNegativeFigure, printable } from './cell-text.ts'
import { layOut } from './layout.ts'
import { wrap } from './wrap.ts'

export function writeTable(table: Table, width: number, paint: ChalkInstance): string[] {
  const figures = table.columns.length - 1
  for (let parts = 1; ; parts++) {
    const each = Math.ceil(figures / parts)
    const written = Array.from({ length: Math.ceil(figures / each) }, (_, part) => writePart(table, part * each, (part + 1) * each, paint))
    if (each > 1 && written.some(part => part.width > width)) continue
    return written.map(({ lines }, part) => [
      paint.bold(part === 0 ? table.title : `${table.title} (continued)`),
      ...lines,
      ...(part === written.length - 1 ? table.notes.flatMap(note => wrap(printable(note), width)).map(note => paint.dim(note)) : []),
    ].join('\n'))
  }
}

/** The labels, and the figures from one column up to another. */
function writePart({ columns, rows, unit }: Table, from: number, to: number, paint: ChalkInstance): { lines: string[]; width: number } {
  const titles = columns.slice(1).slice(from, to).map(({ title }) => title)
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
