/** The plan as facts, a row each, for a pivot table: what each line costs each partner each year, and its baselines. */
import { factsOf } from '../domain/fact.ts'
import { yearName } from '../domain/period.ts'
import type { Plan } from '../domain/plan.ts'
import type { PlanView } from './plan-tables.ts'
import { type Column, type Table, text } from './table.ts'
import { units } from './unit.ts'

const columns: Column[] = [
  ...['year', 'partner', 'category', 'rule', 'line', 'measure'].map((title): Column => ({ title, kind: 'label' })),
  { title: 'amount', kind: 'figure' },
]

export function planFacts(plan: Plan, { partners, years }: PlanView): Table {
  const facts = factsOf(plan).filter(({ year, partner }) => years.includes(year) && partners.includes(partner))
  return {
    kind: 'table', title: 'Facts', unit: units.pence, columns, notes: [],
    rows: facts.map(({ year, partner, category, rule, line, measure, amount }) => ({
      kind: 'item',
      cells: [...[yearName(year), partner, category, rule ?? '', line, measure].map(text), { kind: 'money', exact: amount, shown: amount }],
    })),
  }
}
