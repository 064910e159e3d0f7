/** The host's position: the cost of the year, what is charged to the others of it, and what is left: the host's own share. */
import type { Methodology } from '../../domain/method/methodology.ts'
import { inPence, type Table, text } from '../table.ts'
import { units } from '../unit.ts'

export function hostPart({ host: { host, cost, others, charged, left, ownShare } }: Methodology, title: string): Table {
  const figures = [
    ['The cost of the year', cost],
    ...others.filter(of => of.charged !== 0n).map(of => [`Charged to ${of.partner}`, of.charged] as const),
    ['Charged to the others together', charged],
    [`Left to ${host}: the cost less what is charged`, left],
    [`${host}'s own share, added up line by line`, ownShare],
  ] as const
  return {
    kind: 'table', title, unit: units.pence,
    columns: [{ title: '', kind: 'label' }, { title: 'amount', kind: 'figure' }],
    rows: figures.map(([label, amount]) => ({ kind: 'item', cells: [text(label), inPence(amount)] })),
    notes: [
      `What is left to ${host} is its own share: it bears that and nothing else.`,
      'These are figures of the budget. What a cost turns out to be above or below it is shared in the same way.',
    ],
  }
}
