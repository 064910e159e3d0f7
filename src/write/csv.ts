/**
 * A table as CSV for a spreadsheet or another program. Money is always in pounds and pence without separators; a text
 * that a spreadsheet would take for a formula is marked with an apostrophe, a figure never is.
 */
import { stringify } from 'csv-stringify/sync'
import { inPounds } from '../domain/money.ts'
import { decimal, multiply, ratio } from '../domain/ratio.ts'
import type { Cell, Column, Table } from '../report/table.ts'

export const writeCsv = ({ columns, rows }: Table): string =>
  stringify([columns.map(({ title }) => title), ...rows.map(({ cells }) => cells.map((cell, place) => plain(cell, columns[place]!)))])

function plain(cell: Cell, { kind }: Column): string {
  switch (cell.kind) {
    case 'text':
      return kind === 'label' && /^[=+\-@\t\r]/.test(cell.text) ? `'${cell.text}` : cell.text
    case 'money':
      return inPounds(cell.exact)
    case 'percent':
      return decimal(multiply(cell.exact, ratio(100n)), 2)
    case 'count':
      return `${cell.count}`
    case 'none':
      return ''
  }
}
