/** Where an amount comes from as plain data: its cells, each rise with what it comes to, and the instalments of a year. */
import type { AmountSource } from '../domain/explain/derivation.ts'
import type { Origin, YearAmount } from '../domain/index-linking.ts'
import type { Profile } from '../domain/model.ts'
import { inPounds } from '../domain/money.ts'
import { quarterName, yearName } from '../domain/period.ts'
import type { At } from '../domain/stated.ts'
import { cellText } from './explain-text.ts'
import { fraction } from './issued-record.ts'

export const cellsJson = (cells: readonly At[]): string[] => [...new Set(cells.map(cellText))]

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
export const amountJson = ({ origin, quarters }: YearAmount, profile: Profile): object => ({
  origin: originJson(origin),
  profile: profile.map(String),
  quarters: quarters.map(({ amount, origin: own, stated }, place) => ({ quarter: `Q${place + 1}`, amount: inPounds(amount), stated, ...(own !== origin && { origin: originJson(own) }) })),
})

/** Exact amounts are fractions of pence. */
function originJson(origin: Origin): object {
  switch (origin.kind) {
    case 'blank':
    case 'supposed':
      return { kind: origin.kind, pence: fraction(origin.exact) }
    case 'cell':
      return { kind: origin.kind, cell: cellText(origin.at), pence: fraction(origin.exact) }
    case 'raised':
      return { kind: origin.kind, from: originJson(origin.from), year: yearName(origin.year), rate: fraction(origin.rate.value), cell: cellText(origin.rate.at), pence: fraction(origin.exact) }
    case 'quarters':
      return { kind: origin.kind, pence: fraction(origin.exact) }
  }
}
