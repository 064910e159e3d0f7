/** Reports as GitHub-flavoured markdown: tables, outlines as nested lists, tornados as they are drawn, and paragraphs. */
import { Chalk } from 'chalk'
import { inReadablePounds } from '../domain/money.ts'
import type { Item } from '../report/outline.ts'
import type { Prose, Report, Row, Table } from '../report/table.ts'
import { cellText, printable } from './cell-text.ts'
import { writeRemarks } from './remark.ts'
import { tornadoLines } from './text-tornado.ts'

export const writeMarkdown = ({ title, parts, conclusion }: Report): string =>
  [`# ${escaped(title)}`, ...parts.flatMap(writePart), ...(conclusion ? [conclusion.map(escaped).join(' ')] : [])].join('\n\n') + '\n'

function writePart(part: Report['parts'][number]): string[] {
  switch (part.kind) {
    case 'table':
      return writeTable(part)
    case 'outline':
      return [`## ${escaped(part.title)}`, part.items.flatMap(item => writeItem(item, '')).join('\n')]
    case 'remarks':
      return part.remarks.map(remark => fenced(writeRemarks([remark])))
    case 'tornado':
      return [`## ${escaped(part.title)}`, tornadoLines(part, 76, new Chalk({ level: 0 })).map(each => `    ${each}`).join('\n'), ...part.notes.map(escaped)]
    case 'prose':
      return [heading(part), ...part.paragraphs.map(escaped)]
  }
}

const heading = ({ title, level = 2 }: Table | Prose): string => `${'#'.repeat(level)} ${escaped(title)}`

const writeItem = ({ label, amount, remarks, items }: Item, indent: string): string[] => [
  `${indent}- **${escaped(label)}**: ${inReadablePounds(amount)}`,
  ...remarks.map(remark => `${indent}  - ${escaped(remark)}`),
  ...items.flatMap(item => writeItem(item, `${indent}  `)),
]

function writeTable(table: Table): string[] {
  const header = line(table.columns.map(({ title }) => escaped(title)))
  const rule = line(table.columns.map(({ kind }) => (kind === 'label' ? ':--' : '--:')))
  const rows = table.rows.map(row => line(row.cells.map((_, place) => rowCell(row, place, table))))
  return [heading(table), [header, rule, ...rows].join('\n'), ...table.notes.map(escaped)]
}

function rowCell(row: Row, place: number, { unit, columns }: Table): string {
  const text = escaped(cellText(row.cells[place]!, unit))
  if (row.kind === 'total' && text !== '') return `**${text}**`
  return row.kind === 'detail' && columns[place]!.kind === 'label' ? `&emsp;${text}` : text
}

/** As it stands, between rows of backticks longer than any in it. */
function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)))
  return `${fence}text\n${text}${fence}`
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** So that it reads as it is named: `&amp;` as five characters, not as one. */
const escaped = (text: string): string => printable(text).replaceAll(/[\\|*_<>`[\]&]/g, '\\$&').replaceAll(/\s+/g, ' ')
