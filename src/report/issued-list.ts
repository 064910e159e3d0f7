/** What was issued, when and for how much. */
import { chargeOf, partOf } from '../domain/charged.ts'
import type { IssuedRecord } from '../domain/issued.ts'
import { inCodePointOrder, type Model } from '../domain/model.ts'
import { inPounds, sum } from '../domain/money.ts'
import { quarterName } from '../domain/period.ts'
import { inPence, type Report, type Table, text } from './table.ts'
import { unitLabel, units } from './unit.ts'

const partnersIn = (records: readonly IssuedRecord[]): string[] =>
  [...new Set(records.flatMap(({ partnership }) => partnership.partners.map(({ id }) => id)))].sort(inCodePointOrder)

export function issuedTable(records: readonly IssuedRecord[]): Table {
  const partners = partnersIn(records)
  return {
    kind: 'table', title: 'Issued quarters', unit: units.pence, notes: [],
    columns: [{ title: 'quarter', kind: 'label' }, { title: 'issued', kind: 'figure' }, ...[...partners, 'total'].map(title => ({ title, kind: 'figure' }) as const)],
    rows: records.map(({ quarter, issuedAt, lines }) => {
      const charges = partners.map(partner => chargeOf(partOf(partner, lines)))
      return { kind: 'item', cells: [text(quarterName(quarter)), text(issuedAt.slice(0, 10)), ...charges.map(inPence), inPence(sum(charges))] }
    }),
  }
}

export function issuedReport({ name, currency }: Model, records: readonly IssuedRecord[]): Report {
  return {
    title: `${name}: issued quarters, ${unitLabel(units.pence, currency)}`,
    parts: records.length > 0 ? [issuedTable(records)] : [],
    ...(records.length === 0 && { conclusion: ['Nothing is issued yet.'] }),
  }
}

export const issuedJson = ({ name, currency }: Model, records: readonly IssuedRecord[]): object => ({
  report: 'issued', model: name, currency,
  quarters: records.map(({ partnership, quarter, issuedAt, version, digest, lines }) => {
    const charges = partnership.partners.map(({ id: partner }) => ({ partner, amount: chargeOf(partOf(partner, lines)) }))
    return {
      quarter: quarterName(quarter), issuedAt, version, digest,
      partners: charges.map(({ partner, amount }) => ({ partner, charge: inPounds(amount) })),
      total: inPounds(sum(charges.map(({ amount }) => amount))),
    }
  }),
})
