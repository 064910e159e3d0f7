/** The changes of the inputs in words: what each is of, and what was stated before and is stated now. */
import type { LineName, Said, Subject, Value } from '../domain/changes/change.ts'
import { inPounds } from '../domain/money.ts'
import { monthNames, periodName, quarterName, yearName } from '../domain/period.ts'
import { ratio } from '../domain/ratio.ts'
import { percentText } from './percent-text.ts'
import { countText } from './share-table.ts'
import { type Cell, inPence, none, text } from './table.ts'

export function subjectText(of: Subject): string {
  switch (of.kind) {
    case 'name':
      return 'name'
    case 'host':
      return 'host'
    case 'years':
      return 'years'
    case 'year-starts':
      return 'month that years start in'
    case 'partner':
      return `partner ${of.partner}`
    case 'joins':
    case 'leaves':
      return `${of.partner} ${of.kind}`
    case 'rate':
      return of.year === undefined ? `index ${of.index}` : `index ${of.index}, ${yearName(of.year)}`
    case 'portion':
      return `${of.blend}, part of ${of.driver}`
    case 'line':
      return of.of.baselineOf === undefined ? `line ${of.of.line}` : lineText(of.of)
    case 'field':
      return `${lineText(of.of)}, ${of.field}`
    case 'amount':
      return `${lineText(of.of)}, ${periodName(of.period)}`
    case 'count':
      return `${of.driver} of ${of.partner}, ${periodName(of.period)}`
    case 'cost':
      return `${of.line}, ${quarterName(of.quarter)}`
    case 'file':
      return of.file
  }
}

const lineText = ({ line, baselineOf }: LineName): string => (baselineOf === undefined ? line : `baseline ${line} of ${baselineOf}`)

/** As it stands in a table: money and counts with their thousands apart. */
export function valueCell(said: Said | undefined): Cell {
  if (said === undefined) return none
  if (said.value.kind === 'money') return inPence(said.value.amount)
  return text(said.value.kind === 'count' ? countText(said.value.driver, said.value.count) : valueText(said.value))
}

/** Money in pounds and pence, and that and every count without separators. */
export function valueText(value: Value): string {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'years':
      return value.first === value.last ? yearName(value.first) : `${yearName(value.first)} to ${yearName(value.last)}`
    case 'month':
      return monthNames[value.month - 1]!
    case 'quarter':
      return quarterName(value.quarter)
    case 'percent':
      return percentText(value.rate)
    case 'profile':
      return value.profile.map(part => percentText(ratio(part, value.profile.reduce((a, b) => a + b, 0n)))).join(' ')
    case 'money':
      return inPounds(value.amount)
    case 'count':
      return countText(value.driver, value.count).replaceAll(',', '')
  }
}
