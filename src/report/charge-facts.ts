/** Charges as leaf facts, a row each, and as plain data for JSON. */
import { addUp, type ChargedAmounts, chargeOf, isAnything, partOf } from '../domain/charged.ts'
import type { PartnerId } from '../domain/model.ts'
import { inPounds } from '../domain/money.ts'
import { quarterName } from '../domain/period.ts'
import { reasonJson } from './issued-record.ts'
import type { Stated } from './stated.ts'
import { type Column, type Table, text } from './table.ts'
import { units } from './unit.ts'

const columns: Column[] = [
  ...['quarter', 'partner', 'category', 'rule', 'line', 'measure'].map((title): Column => ({ title, kind: 'label' })),
  { title: 'amount', kind: 'figure' },
]

/** The instalment, overspend and adjustment of every line and partner that is not nil. */
export function chargeFacts({ quarter, lines }: Stated, partners: readonly PartnerId[]): Table {
  const facts = lines.flatMap(({ line, category, rule, parts }) => parts.filter(({ partner }) => partners.includes(partner))
    .flatMap(part => (['instalment', 'overspend', 'adjustment'] as const).map(measure => ({ line, category, rule, partner: part.partner, measure, amount: part[measure] }))))
  return {
    kind: 'table', title: 'Facts', unit: units.pence, columns, notes: [],
    rows: facts.filter(({ amount }) => amount !== 0n).map(({ line, category, rule, partner, measure, amount }) => ({
      kind: 'item',
      cells: [...[quarterName(quarter), partner, category, rule, line, measure].map(text), { kind: 'money', exact: amount, shown: amount }],
    })),
  }
}

export function chargeJson({ partnership: { name, currency }, quarter, lines, issuedAt }: Stated, partners: readonly PartnerId[]): object {
  const parts = partners.map(partner => partOf(partner, lines))
  return {
    report: 'charge', model: name, currency, quarter: quarterName(quarter), issued: issuedAt ?? null,
    partners: parts.map(part => ({
      partner: part.partner, ...amounts(part),
      lines: lines.map(line => ({ ...line, part: partOf(part.partner, [line]) }))
        .filter(({ part: own }) => isAnything(own))
        .map(({ line, rule, driver, part: own, reasons }) => ({ line, rule, driver, ...amounts(own), reasons: own.adjustment === 0n ? [] : reasons.map(reasonJson) })),
    })),
    total: amounts(addUp(parts)),
  }
}

const amounts = (part: ChargedAmounts) => ({
  instalment: inPounds(part.instalment), overspend: inPounds(part.overspend), adjustment: inPounds(part.adjustment),
  charge: inPounds(chargeOf(part)), chargedToDate: inPounds(part.toDate),
})
