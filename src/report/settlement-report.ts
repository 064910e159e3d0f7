/** Who pays whom how much. */
import { inPounds, inReadablePounds } from '../domain/money.ts'
import { type Quarter, quarterName } from '../domain/period.ts'
import type { Settlement } from '../domain/settlement.ts'
import { standing, type Stated } from './stated.ts'
import { inPence, none, type Report, type Table, text } from './table.ts'
import { unitLabel, units } from './unit.ts'

export function settlementReport(stated: Stated, { partners, transfers }: Settlement): Report {
  const { partnership: { name, currency, host }, quarter } = stated
  const symbol = unitLabel(units.pence, currency)
  return {
    title: `${name}: settlement of ${quarterName(quarter)}, ${symbol}`,
    parts: [{
      kind: 'table', title: 'By partner', unit: units.pence,
      columns: [{ title: '', kind: 'label' }, ...['charge', 'paid itself', 'to settle'].map(title => ({ title, kind: 'figure' }) as const)],
      rows: partners.map(({ partner, charge, paid, net }) => ({ kind: 'item', cells: [text(partner), inPence(charge), inPence(paid), partner === host ? none : inPence(net)] })),
      notes: [`${host}, the host, paid whatever no other partner paid, and bears its own charge.`, 'A negative amount to settle is owed to the partner.'],
    }],
    conclusion: [standing(stated), ...(transfers.length === 0 ? ['Nobody owes anything.'] : transfers.map(({ from, to, amount }) => `${from} pays ${to} ${symbol}${inReadablePounds(amount)}.`))],
  }
}

export function transferTable(quarter: Quarter, { transfers }: Settlement): Table {
  return {
    kind: 'table', title: 'Transfers', unit: units.pence, notes: [],
    columns: [...['quarter', 'from', 'to'].map(title => ({ title, kind: 'label' }) as const), { title: 'amount', kind: 'figure' }],
    rows: transfers.map(({ from, to, amount }) => ({ kind: 'item', cells: [text(quarterName(quarter)), text(from), text(to), inPence(amount)] })),
  }
}

export const settlementJson = ({ partnership: { name, currency, host }, quarter }: Stated, { partners, transfers }: Settlement): object => ({
  report: 'settle', model: name, currency, quarter: quarterName(quarter), host,
  partners: partners.map(({ partner, charge, paid, net }) => ({ partner, charge: inPounds(charge), paid: inPounds(paid), net: inPounds(net) })),
  transfers: transfers.map(({ from, to, amount }) => ({ from, to, amount: inPounds(amount) })),
})
