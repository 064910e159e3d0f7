/** A comparison as facts, a row each, for a pivot table: a year's baseline of a partner, and its cost and gain under each method. */
import { type Comparison, gains } from '../domain/comparison.ts'
import { yearName } from '../domain/period.ts'
import type { CompareView } from './compare-figures.ts'
import { inPence, type Row, type Table, text } from './table.ts'
import { units } from './unit.ts'

export function compareFacts({ model: { partners }, methods, from, baseline }: Comparison, { years }: CompareView): Table {
  return {
    kind: 'table', title: 'Facts', unit: units.pence, notes: [],
    columns: [...['year', 'partner', 'method', 'measure'].map(title => ({ title, kind: 'label' }) as const), { title: 'amount', kind: 'figure' }],
    rows: years.flatMap(year => partners.flatMap(({ id }, place): Row[] => [
      fact([yearName(year), id, '', 'baseline'], baseline.get(year)![place]!),
      ...methods.flatMap(({ method: { name }, costs }) => [
        fact([yearName(year), id, name, 'cost'], costs.get(year)![place]!),
        fact([yearName(year), id, name, 'gain'], gains(from.costs.get(year)!, costs.get(year)!)[place]!),
      ]),
    ])),
  }
}

const fact = (of: readonly string[], amount: Parameters<typeof inPence>[0]): Row => ({ kind: 'item', cells: [...of.map(text), inPence(amount)] })
