/** Tables as GitHub-flavoured markdown. */
import type { Report, Row, Table } from '../report/table.ts'
import { cellText } from './cell-text.ts'

export const writeMarkdown = ({ title, tables, conclusion }: Report): string =>
  [`# ${escaped(title)}`, ...tables.flatMap(writeTable), ...(conclusion ? [conclusion.map(escaped).join(' ')] : [])].join('\n\n') + '\n'

function writeTable(table: Table): string[] {
  const header = line(table.columns.map(({ title }) => escaped(title)))
  const rule = line(table.columns.map(({ kind }) => (kind === 'label' ? ':--' : '--:')))
  const rows = table.rows.map(row => line(row.cells.map((_, place) => rowCell(row, place, table))))
  return [`## ${escaped(table.title)}`, [header, rule, ...rows].join('\n'), ...table.notes.map(escaped)]
}

function rowCell(row: Row, place: number, { unit, columns }: Table): string {
  const text = escaped(cellText(row.cells[place]!, unit))
  if (row.kind === 'total' && text !== '') return `**${text}**`
  return row.kind === 'detail' && columns[place]!.kind === 'label' ? `&emsp;${text}` : text
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const escaped = (text: string): string => text.replaceAll(/[\\|*_<>`[\]]/g, '\\$&').replaceAll(/\s+/g, ' ')
