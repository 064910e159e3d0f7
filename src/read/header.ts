/** The header of a table: which column is which, and what of it is amiss. Columns that start with `note` are free text. */
import { fault } from '../domain/diagnostic.ts'
import { type Period, periodName } from '../domain/period.ts'
import { readPeriod } from './scalar.ts'
import type { Shape } from './shape.ts'
import type { Cell } from './source.ts'
import type { Tell } from './tell.ts'

export type Column =
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'note' }
  | { readonly kind: 'unnamed' }

/** None where a column is unknown, doubled or missing: its cells could not be read for what they are. */
export function readHeader(header: readonly Cell[], shape: Shape, tell: Tell): Column[] | undefined {
  let sound = true
  const refuse: Tell = diagnostic => {
    sound = false
    tell(diagnostic)
  }
  const columns = header.map(cell => readColumn(cell, shape, refuse))
  refuseDoubles(header, columns, refuse)
  refuseMissing(header, columns, shape, refuse)
  return sound ? columns : undefined
}

function readColumn(cell: Cell, shape: Shape, refuse: Tell): Column {
  if (cell.text === '') return { kind: 'unnamed' }
  if (/^note/i.test(cell.text)) return { kind: 'note' }
  if (shape.value.includes(cell.text)) return { kind: 'named', name: 'value' }
  const named = [...shape.key, ...shape.required, ...shape.optional, 'period']
  if (named.includes(cell.text)) return { kind: 'named', name: cell.text }
  const period = readPeriod(cell)
  if ('value' in period) return { kind: 'period', period: period.value }
  const meantAsPeriod = /\d{2}|Q\d/.test(cell.text)
  refuse(meantAsPeriod ? period.wrong : fault('unknown-column', cell.at, { column: cell.text, known: [...named, ...shape.value], periods: true }))
  return { kind: 'note' }
}

const nameOf = (column: Column): string | undefined =>
  column.kind === 'named' ? column.name : column.kind === 'period' ? periodName(column.period) : undefined

function refuseDoubles(header: readonly Cell[], columns: readonly Column[], refuse: Tell): void {
  const seen = new Map<string, number>()
  for (const [place, column] of columns.entries()) {
    const name = nameOf(column)
    if (name === undefined) continue
    const first = seen.get(name)
    if (first === undefined) seen.set(name, place)
    else refuse(fault('duplicate-column', header[place]!.at, { column: header[place]!.text, first: header[first]!.at.column }))
  }
}

function refuseMissing(header: readonly Cell[], columns: readonly Column[], { key, required, value }: Shape, refuse: Tell): void {
  const present = columns.flatMap(column => nameOf(column) ?? [])
  const { at } = header[0]!
  for (const column of [...key, ...required]) {
    if (!present.includes(column)) refuse(fault('missing-column', at, { column, present: header.map(({ text }) => text) }))
  }
  const period = columns.findIndex(column => column.kind === 'period')
  const long = present.includes('period') || present.includes('value')
  if (!long && period < 0) refuse(fault('no-periods', at, { value: value[0]! }))
  if (long && period >= 0) refuse(fault('mixed-layout', header[period]!.at, { column: header[period]!.text }))
  if (present.includes('period') !== present.includes('value')) {
    refuse(fault('missing-column', at, { column: present.includes('period') ? value[0]! : 'period', present: header.map(({ text }) => text) }))
  }
}
