/** Every target with what the plan comes to, the difference, and its colour. */
import { inPounds } from '../domain/money.ts'
import { yearName } from '../domain/period.ts'
import type { Reached } from '../domain/targets.ts'
import { inPence, type Table, text } from './table.ts'
import { units } from './unit.ts'

export function targetsTable(reached: readonly Reached[]): Table {
  return {
    kind: 'table', title: 'Targets', unit: units.pence, notes: [],
    columns: [{ title: '', kind: 'label' }, ...['target', 'plan', 'difference'].map(title => ({ title, kind: 'figure' }) as const), { title: 'standing', kind: 'label' }],
    rows: reached.map(({ called, partner, year, amount, figure, difference, colour }) => ({
      kind: 'item', cells: [text(`${yearName(year)} ${called}${partner === undefined ? '' : `, ${partner}`}`), inPence(amount), inPence(figure), inPence(difference), text(colour)],
    })),
  }
}

export const targetJson = ({ called, partner, year, amount, figure, difference, colour }: Reached): object => ({
  measure: called, year: yearName(year), partner: partner ?? null, target: inPounds(amount), figure: inPounds(figure), difference: inPounds(difference), standing: colour,
})
