/**
 * Capital as it is stated: by activity and by partner for every year that has any, and activity by partner, where a
 * partner that an activity has no row for takes no part in it. Rows and columns add up as shown.
 */
import { capitalKinds, type CapitalKind, type CapitalLine } from '../domain/appraisal/capital.ts'
import { inCodePointOrder, type PartnerId } from '../domain/model.ts'
import { type Money, nil, sum } from '../domain/money.ts'
import { type Year, yearName } from '../domain/period.ts'
import { type GridRow, showGrid } from './grid.ts'
import { type Cell, none, type Row, type Table, text } from './table.ts'
import type { Unit } from './unit.ts'

const kindNames: Readonly<Record<CapitalKind, string>> = { capex: 'Capital spending', opex: 'Running cost' }

/** A column of the table: what the lines of a row state for it, or nothing. */
interface CapitalColumn {
  readonly title: string
  readonly statedBy: (line: CapitalLine) => readonly Money[]
}

/** No tables where no capital is stated. */
export function capitalTables(lines: readonly CapitalLine[], partners: readonly PartnerId[], plan: readonly Year[], unit: Unit): Table[] {
  if (lines.length === 0) return []
  const years = [...new Set(lines.flatMap(({ amounts }) => [...amounts.keys()]))].sort((a, b) => a - b)
  const byYear = years.map((year): CapitalColumn => ({ title: yearName(year), statedBy: ({ amounts }) => amounts.has(year) ? [amounts.get(year)!.value] : [] }))
  const byPartner = partners.map((partner): CapitalColumn =>
    ({ title: partner, statedBy: line => line.partner === partner ? [sum([...line.amounts.values()].map(({ value }) => value))] : [] }))
  const outside = years.filter(year => !plan.includes(year)).map(year => `${yearName(year)} is outside the plan and does not count in the appraisal.`)
  return [
    capitalTable('Capital by activity', lines, ({ activity }) => activity, byYear, none, unit, outside),
    ...(partners.length === 1 ? [] : [
      capitalTable('Capital by partner', lines, ({ partner }) => partner, byYear, none, unit, []),
      capitalTable('Capital by activity and partner', lines, ({ activity }) => activity, byPartner, text('no part'), unit, []),
    ]),
  ]
}

/** Kinds are apart where there are both. */
function capitalTable(
  title: string, lines: readonly CapitalLine[], nameOf: (line: CapitalLine) => string, columns: readonly CapitalColumn[], blank: Cell, unit: Unit, notes: readonly string[],
): Table {
  const kinds = capitalKinds.filter(kind => lines.some(line => line.kind === kind))
  const groups = kinds.map(kind => {
    const own = lines.filter(line => line.kind === kind)
    const names = [...new Set(own.map(nameOf))].sort(inCodePointOrder)
    return { name: kind, rows: names.map(name => ({ name, cells: statedIn(own.filter(line => nameOf(line) === name), columns) })) }
  })
  const grid = showGrid(groups.map(({ name, rows }) => ({ name, rows: rows.map(row => ({ name: row.name, amounts: row.cells.map(cell => cell ?? nil) })) })), unit.size, 'reconciled')
  const rows = groups.flatMap(({ name: kind, rows: own }): Row[] => [
    ...(kinds.length > 1 ? [gridRow('item', kindNames[kind], grid.group(kind))] : []),
    ...own.map(({ name, cells }) => gridRow(kinds.length > 1 ? 'detail' : 'item', name, grid.row(kind, name), place => (cells[place] === undefined && place < cells.length ? blank : undefined))),
  ])
  return {
    kind: 'table', title, unit, notes, rows: [...rows, gridRow('total', 'Total', grid.whole)],
    columns: [{ title: '', kind: 'label' }, ...[...columns.map(column => column.title), 'Total'].map(heading => ({ title: heading, kind: 'figure' }) as const)],
  }
}

const statedIn = (lines: readonly CapitalLine[], columns: readonly CapitalColumn[]): (Money | undefined)[] =>
  columns.map(({ statedBy }) => {
    const stated = lines.flatMap(statedBy)
    return stated.length === 0 ? undefined : sum(stated)
  })

const gridRow = (kind: Row['kind'], label: string, { exact, shown }: GridRow, instead: (place: number) => Cell | undefined = () => undefined): Row =>
  ({ kind, cells: [text(label), ...exact.map((amount, place): Cell => instead(place) ?? { kind: 'money', exact: amount, shown: shown[place]! })] })
