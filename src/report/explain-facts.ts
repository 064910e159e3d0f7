/** A derivation as facts, a row for each share, baseline and issued charge that the figure adds up. */
import type { AmountSource, Derivation, Term } from '../domain/explain/derivation.ts'
import { cellsBehind, shareOf } from '../domain/drivers/weights.ts'
import { cellsOf } from '../domain/index-linking.ts'
import { pence } from '../domain/money.ts'
import { quarterName, quartersOf, type Quarter } from '../domain/period.ts'
import { placeName } from '../domain/stated.ts'
import { fraction } from './issued-record.ts'
import { type Column, inPence, type Row, type Table, text } from './table.ts'
import { units } from './unit.ts'

const columns: readonly Column[] = [
  ...['from', 'to', 'partner', 'category', 'rule', 'line', 'measure', 'driver', 'share', 'cells'].map((title): Column => ({ title, kind: 'label' })),
  { title: 'amount', kind: 'figure' },
]

export const explainFacts = (derivation: Derivation): Table =>
  ({ kind: 'table', title: 'Facts', unit: units.pence, notes: [], columns, rows: rowsOf({ taken: false, derivation }, 1n) })

/** @param sign whether all of it is added to the figure or taken from it */
function rowsOf({ taken, derivation: of }: Term, sign: 1n | -1n): Row[] {
  const signed = taken ? (sign === 1n ? -1n : 1n) : sign
  switch (of.kind) {
    case 'sum':
      return of.terms.flatMap(term => rowsOf(term, signed))
    case 'share': {
      const { line, partners, place, weights, quarters, from, basis } = of
      const cells = [...quarters.slice(from).flatMap(({ source }) => placesOf(source)), ...weights.each.flatMap(cellsBehind).map(placeName)]
      return [row([quarters[from]!.quarter, quarters.at(-1)!.quarter], [partners[place]!, line.category, line.rule, line.id, basis, line.driver, weights.flaw ? '' : fraction(shareOf(weights, place)), listed(cells)], signed * of.amount)]
    }
    case 'own': {
      const meant = of.counted.map(place => quartersOf(of.year)[place]!)
      const cells = of.counted.flatMap(place => cellsOf(of.from.quarters[place]!.origin)).map(placeName)
      return [row([meant[0]!, meant.at(-1)!], [of.line.partner, of.line.category, '', of.line.id, 'baseline', '', '1', listed(cells)], signed * of.amount)]
    }
    case 'issued':
      return [row([of.quarter, of.quarter], [of.partner, '', '', of.line, 'issued', '', '', ''], signed * of.amount)]
  }
}

const row = ([first, last]: readonly [Quarter, Quarter], labels: readonly string[], amount: bigint): Row =>
  ({ kind: 'item', cells: [...[quarterName(first), quarterName(last), ...labels].map(text), inPence(pence(amount))] })

/** The cells of a budget; of what was spent, the files that hold its rows. */
function placesOf(source: AmountSource): string[] {
  switch (source.kind) {
    case 'budget':
      return cellsOf(source.year.quarters[source.place]!.origin).map(placeName)
    case 'actual':
      return source.spends.map(({ at }) => at.file)
    case 'record':
    case 'none':
      return []
  }
}

const listed = (cells: readonly string[]): string => [...new Set(cells)].join(' ')
