/**
 * Where amounts and weights come from as plain data: their cells, each rise with what it comes to, the instalments of a
 * year, and the portions of a blend. £100 (b.csv:2:9) raised by 2% is pence 10000, rate 1/50, pence 10200.
 */
import { driverName } from '../domain/drivers/driver.ts'
import { cellsBehind, shareOf, type Source, type Weight } from '../domain/drivers/weights.ts'
import type { AmountSource } from '../domain/explain/derivation.ts'
import type { Origin, QuarterAmount, YearAmount } from '../domain/index-linking.ts'
import type { Profile } from '../domain/model.ts'
import { inPounds } from '../domain/money.ts'
import { quarterName, yearName } from '../domain/period.ts'
import { placeName } from '../domain/stated.ts'
import { fraction } from './issued-record.ts'

/** A weight's cells, and what it adds up where that is more than a count: portions of other shares, or baselines. */
export function weightJson(weight: Weight): object {
  const { sources } = weight
  const portions = sources.flatMap(source => (source.kind === 'portion' ? [portionJson(source)] : []))
  const baselines = sources.flatMap(source => (source.kind === 'baseline' ? [{ line: source.line.id, amount: inPounds(source.amount.total), ...amountJson(source.amount, source.line.profile) }] : []))
  return {
    x_Cells: [...new Set(cellsBehind(weight).map(placeName))],
    ...(portions.length > 0 && { x_Portions: portions }),
    ...(baselines.length > 0 && { x_Baselines: baselines }),
  }
}

function portionJson({ portion, weights, place }: Extract<Source, { kind: 'portion' }>): object {
  const weight = weights.each[place]!
  return { portion: fraction(portion), driver: driverName(weights.driver), ratio: fraction(shareOf(weights, place)), quantity: fraction(weight.value), ...weightJson(weight) }
}

export function sourceJson(source: AmountSource): object {
  switch (source.kind) {
    case 'budget':
      return { kind: source.kind, quarter: `Q${source.place + 1}`, ...amountJson(source.year, source.profile) }
    case 'actual':
      return { kind: source.kind, spent: source.spends.map(({ amount, at, rows }) => ({ amount: inPounds(amount), file: at.file, rows: rows.count, firstRow: rows.first })) }
    case 'record':
      return { kind: source.kind, record: quarterName(source.issued), basis: source.basis }
    case 'none':
      return { kind: source.kind }
  }
}

/** A year's amount: where it comes from, the proportions that it falls on its quarters by, and the quarters. */
export const amountJson = ({ origin, quarters }: YearAmount, profile: Profile): object =>
  ({ origin: origin.kind === 'quarters' ? { kind: origin.kind, pence: fraction(origin.exact) } : originJson(origin), profile: profile.map(String), quarters: quarters.map((of, place) => quarterJson(of, origin, place)) })

/** The origin of a quarter is that of its year, unless it is told. */
const quarterJson = ({ amount, origin, stated }: QuarterAmount, ofYear: Origin, place: number): object =>
  ({ quarter: `Q${place + 1}`, amount: inPounds(amount), stated, ...(origin !== ofYear && { origin: originJson(origin) }) })

/** Exact amounts are fractions of pence. */
function originJson(origin: Origin): object {
  switch (origin.kind) {
    case 'blank':
    case 'supposed':
      return { kind: origin.kind, pence: fraction(origin.exact) }
    case 'cell':
      return { kind: origin.kind, cell: placeName(origin.at), pence: fraction(origin.exact) }
    case 'raised':
      return { kind: origin.kind, from: originJson(origin.from), year: yearName(origin.year), rate: fraction(origin.rate.value), cell: placeName(origin.rate.at), pence: fraction(origin.exact) }
    case 'quarters':
      return { kind: origin.kind, pence: fraction(origin.exact), quarters: origin.of.map((of, place) => quarterJson(of, origin, place)) }
  }
}
