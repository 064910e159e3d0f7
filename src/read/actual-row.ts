/** A row of actuals: what its columns are, what its texts mean, and, of a row that cannot be read, why. */
import { fault } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import { quarter as quarterOf, type Quarter, yearName, yearOf } from '../domain/period.ts'
import { readDate, readQuarter } from './date.ts'
import { readAmount } from './scalar.ts'
import type { Cell } from './source.ts'
import type { ActualColumns, Meaning } from './tally.ts'
import type { Tell } from './tell.ts'

const names = ['date', 'period', 'line', 'amount', 'partner', 'supplier', 'reference', 'paid_by']

export interface ActualHeader extends ActualColumns {
  readonly dated: boolean
  readonly width: number
  /** Places of columns without a name. */
  readonly unnamed: readonly number[]
}

/** None, and told, where a column is unknown, doubled or missing. */
export function readActualHeader(header: readonly Cell[], tell: Tell): ActualHeader | undefined {
  let sound = true
  const refuse: Tell = diagnostic => {
    sound = false
    tell(diagnostic)
  }
  const texts = header.map(({ text }) => text)
  for (const [place, { text, at }] of header.entries()) {
    const first = texts.indexOf(text)
    if (text !== '' && !/^note/i.test(text) && !names.includes(text)) refuse(fault('unknown-column', at, { column: text, known: names, periods: false }))
    else if (names.includes(text) && first < place) refuse(fault('duplicate-column', at, { column: text, first: header[first]!.at.column }))
  }
  const at = header[0]!.at
  for (const column of ['line', 'amount']) if (!texts.includes(column)) refuse(fault('missing-column', at, { column, present: texts }))
  if (!texts.includes('date') && !texts.includes('period')) refuse(fault('missing-column', at, { column: 'date', present: texts }))
  if (texts.includes('date') && texts.includes('period')) refuse(fault('two-dates', header[texts.indexOf('period')]!.at, { column: 'period' }))
  if (!sound) return undefined
  const dated = texts.includes('date')
  return {
    dated, width: header.length, unnamed: texts.flatMap((text, place) => (text === '' ? [place] : [])),
    when: texts.indexOf(dated ? 'date' : 'period'), line: texts.indexOf('line'), amount: texts.indexOf('amount'),
    partner: texts.indexOf('partner'), paidBy: texts.indexOf('paid_by'),
  }
}

const cell = (text: string): Cell => ({ text, at: { file: '', line: 0, column: 0, length: 0 } })

/** What texts mean to a model; the row's own reader says why where they mean nothing. */
export function meaningIn(model: Model, dated: boolean): Meaning {
  const [lines, partners] = [new Set(model.budget.map(({ id }) => id)), new Set(model.partners.map(({ id }) => id))]
  return {
    first: quarterOf(model.years[0]!, 0),
    quarter: text => {
      const read = dated ? readDate(cell(text), model.yearStarts) : readQuarter(cell(text))
      return 'value' in read && isInPlan(read.value, model) ? read.value : undefined
    },
    isLine: text => lines.has(text),
    isPartner: text => partners.has(text),
    amount: text => {
      const read = readAmount(cell(text.trim()), model.currency)
      return 'value' in read ? read.value : undefined
    },
  }
}

const isInPlan = (quarter: Quarter, { years }: Model): boolean => yearOf(quarter) >= years[0]! && yearOf(quarter) <= years.at(-1)!

/** Tells all that is amiss with a row. */
export function tellOfRow(cells: readonly Cell[], columns: ActualHeader, model: Model, tell: Tell): void {
  const end = cells.at(-1)!.at
  const cellAt = (place: number): Cell => cells[place] ?? { text: '', at: { ...end, column: end.column + end.length, length: 0 } }
  for (const [place, { text, at }] of cells.entries()) {
    if (place === columns.width) tell(fault('extra-cell', at, { text, columns: columns.width }))
    if (text !== '' && columns.unnamed.includes(place)) tell(fault('unnamed-column', at, { text }))
  }
  const [when, line, amount] = [cellAt(columns.when), cellAt(columns.line), cellAt(columns.amount)]
  const blank = [[when, columns.dated ? 'date' : 'period'], [line, 'line'], [amount, 'amount']] as const
  for (const [{ text, at }, column] of blank) if (text === '') tell(fault('missing-value', at, { column }))
  if (when.text !== '') tellOfDate(when, columns.dated, model, tell)
  if (amount.text !== '') {
    const read = readAmount(amount, model.currency)
    if ('wrong' in read) tell(read.wrong)
  }
  tellOfNames(line, columns.partner < 0 ? undefined : cellAt(columns.partner), columns.paidBy < 0 ? undefined : cellAt(columns.paidBy), model, tell)
}

function tellOfDate(when: Cell, dated: boolean, model: Model, tell: Tell): void {
  const read = dated ? readDate(when, model.yearStarts) : readQuarter(when)
  const [first, last] = [model.years[0]!, model.years.at(-1)!]
  if ('wrong' in read) tell(read.wrong)
  else if (!isInPlan(read.value, model)) tell(fault('outside-the-plan', when.at, { text: `${when.text} is in ${yearName(yearOf(read.value))}`, first, last }))
}

function tellOfNames(line: Cell, partner: Cell | undefined, paidBy: Cell | undefined, { budget, partners }: Model, tell: Tell): void {
  const lines = budget.map(({ id }) => id)
  const known = partners.map(({ id }) => id)
  if (line.text !== '' && !partner?.text && !lines.includes(line.text)) tell(fault('unknown-line', line.at, { line: line.text, known: lines }))
  for (const cell of [partner, paidBy]) {
    if (cell?.text && !known.includes(cell.text)) tell(fault('unknown-partner', cell.at, { partner: cell.text, known }))
  }
}
