/**
 * The tables of `expected/`: published figures, laid out as they were printed. A column `tolerance` may say by how much
 * a row may differ. Money is taken as printed to the pound, or to the penny where the table prints any pence.
 */
import { basename, join } from 'node:path'
import { fault } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import type { PublishedFigure } from '../domain/published.ts'
import { isLess, isNegative, one, type Ratio, ratio, zero } from '../domain/ratio.ts'
import { listFolder, readSource } from './folder.ts'
import { readNumber, type Unread } from './number.ts'
import { type Entry, readPeriodTable } from './period-table.ts'
import { readRowName, rowNames, type TableName, tableNames } from './published-row.ts'
import { readPercent } from './scalar.ts'
import { type Cell, type Quotable, quotable } from './source.ts'
import type { Tell } from './tell.ts'
import { refuseQuarters } from './whole-years.ts'

export interface Published {
  readonly figures: readonly PublishedFigure[]
  /** Figures of years that the plan does not have, by file: they are not compared. */
  readonly beyond: readonly { readonly file: string; readonly count: number }[]
  readonly sources: readonly Quotable[]
}

/** @param tolerance for rows that state none, in pounds */
export function readPublished(folder: string, model: Model, tolerance: Ratio, tell: Tell): Published {
  const files = (listFolder(join(folder, 'expected')) ?? []).filter(file => file.endsWith('.csv'))
  const tables = files.map(file => readTable(folder, join('expected', file), model, tolerance, tell))
  return {
    figures: tables.flatMap(({ figures }) => figures),
    beyond: tables.flatMap(({ beyond }) => beyond),
    sources: tables.flatMap(({ sources }) => sources),
  }
}

const nothing: Published = { figures: [], beyond: [], sources: [] }

function readTable(folder: string, file: string, model: Model, tolerance: Ratio, tell: Tell): Published {
  const name = tableNames.find(table => basename(file, '.csv') === table)
  if (name === undefined) {
    tell(fault('unknown-published-table', undefined, { file, known: tableNames.map(table => `expected/${table}.csv`) }))
    return nothing
  }
  const source = readSource(folder, file, tell)
  if (source === undefined) return nothing
  const label = name === 'budget' ? 'row' : 'partner'
  const entries = readPeriodTable(source, { key: [label], required: [], optional: ['tolerance'], value: ['amount'], mayBeEmpty: false }, tell)
  refuseQuarters(entries ?? [], tell)
  refuseSameFigures((entries ?? []).map(entry => entry.cell(label)), name, model, tell)
  const figures = (entries ?? []).flatMap(entry => readRow(entry, entry.cell(label), name, model, tolerance, tell))
  const compared = figures.filter(({ year }) => model.years.includes(year))
  if (entries && compared.length === 0 && figures.length === entries.reduce((count, { values }) => count + values.length, 0)) tell(fault('nothing-to-compare', undefined, { file }))
  const count = figures.length - compared.length
  return { figures: atTheFinest(compared), beyond: count > 0 ? [{ file, count }] : [], sources: [quotable(source)] }
}

/** Two rows that read as one figure show that one of them was not understood. */
function refuseSameFigures(labels: readonly Cell[], table: TableName, model: Model, tell: Tell): void {
  const seen = new Map<string, Cell>()
  for (const label of labels) {
    const figure = JSON.stringify(readRowName(label.text, table, model)?.figure)
    const first = seen.get(figure)
    if (figure !== undefined && first) tell(fault('same-figure', label.at, { row: label.text, before: first.text, first: first.at }))
    else seen.set(figure, label)
  }
}

function readRow(entry: Entry, label: Cell, table: TableName, model: Model, tolerance: Ratio, tell: Tell): PublishedFigure[] {
  const row = readRowName(label.text, table, model)
  if (row === undefined) {
    tell(fault('unknown-published-row', label.at, { row: label.text, known: rowNames(table, model) }))
    return []
  }
  const figures = entry.values.flatMap(([period, cell]) => {
    const printed = readFigure(cell.text, model.currency)
    const isShare = !['standing', 'cumulativeSaving'].includes(row.figure.kind)
    const otherKind = !('why' in printed) && printed.percent !== isShare
    if ('why' in printed) tell(fault('bad-amount', cell.at, { text: cell.text, why: printed.why, currency: model.currency }))
    else if (otherKind) tell(isShare ? fault('bad-percent', cell.at, { text: cell.text }) : fault('bad-amount', cell.at, { text: cell.text, why: 'percent', currency: model.currency }))
    return period.kind === 'quarter' || 'why' in printed || otherKind ? [] : [{ ...printed, year: period.year, at: cell.at }]
  })
  const allowed = readTolerance(entry.cell('tolerance'), figures[0]?.percent ?? false, tolerance, model, tell)
  return figures.map(figure => ({ ...row, ...figure, file: figure.at.file, row: label.text, tolerance: allowed }))
}

/** What the row says, or else the tolerance for amounts; a percentage that says nothing has none. */
function readTolerance(stated: Cell, percent: boolean, otherwise: Ratio, { currency }: Model, tell: Tell): Ratio {
  if (stated.text === '') return percent ? zero : otherwise
  const figure = readFigure(stated.text, currency)
  if (isToleranceFor(figure, percent) && 'value' in figure) return figure.value
  tell(fault('bad-tolerance', stated.at, { text: stated.text, percent }))
  return zero
}

/** A tolerance is not below nil, and of the kind that it is for: an amount for amounts, a percentage for percentages. */
export const isToleranceFor = (figure: ReadFigure, percent: boolean): boolean => 'value' in figure && figure.percent === percent && !isNegative(figure.value)

export type ReadFigure = Pick<PublishedFigure, 'value' | 'precision' | 'percent'> | Unread

/** An amount in pounds or a percentage as a fraction, and what it is printed to. */
export function readFigure(text: string, currency: string): ReadFigure {
  const share = readPercent({ text, at: { file: '', line: 0, column: 0, length: 0 } })
  if ('value' in share) {
    const places = /\.(\d+)/.exec(text)?.[1]?.length ?? 0
    return { value: share.value, precision: ratio(1n, 10n ** BigInt(places + 2)), percent: true }
  }
  const number = readNumber(text, currency)
  if ('why' in number) return number
  const precision = number.places > 0 ? ratio(1n, 100n) : ratio(10n ** BigInt(-number.places))
  return { value: number.value, precision, percent: false }
}

/** A table prints its amounts to one precision, and its percentages: `100%` beside `44.8%` is 100.0%. */
function atTheFinest(figures: readonly PublishedFigure[]): PublishedFigure[] {
  const finest = (percent: boolean): Ratio =>
    figures.filter(figure => figure.percent === percent).reduce((least, { precision }) => (isLess(precision, least) ? precision : least), one)
  const [ofMoney, ofPercent] = [finest(false), finest(true)]
  return figures.map(figure => {
    const roundThousands = isLess(one, figure.precision)
    return { ...figure, precision: figure.percent ? ofPercent : roundThousands ? figure.precision : ofMoney }
  })
}
