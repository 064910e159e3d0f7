/** Scenarios beside the model as it is, for other programs: facts with the difference of each, and plain data. */
import { type Fact, factsOf } from '../domain/fact.ts'
import { inPounds, less, type Money, nil } from '../domain/money.ts'
import { yearName } from '../domain/period.ts'
import type { Plan } from '../domain/plan.ts'
import { type Progress, savings, type YearSavings } from '../domain/savings.ts'
import { type Column, inPence, type Table, text } from './table.ts'
import { units } from './unit.ts'
import type { Supposed } from './supposed.ts'
import type { WhatifView } from './whatif-report.ts'

const columns: readonly Column[] = [
  ...['scenario', 'year', 'partner', 'category', 'rule', 'line', 'measure'].map((title): Column => ({ title, kind: 'label' })),
  ...['amount', 'difference'].map((title): Column => ({ title, kind: 'figure' })),
]

/** Every fact of every scenario, and of the model as it is under the name `base`; one that is gone has an amount of nil. */
export function whatifFacts(base: Plan, scenarios: readonly Supposed[], view: WhatifView): Table {
  const ours = meant(base, view)
  const rows = [
    ...[...ours.values()].map(fact => factRow('base', fact, fact.amount, nil)),
    ...scenarios.flatMap(({ id, plan }) => {
      const theirs = meant(plan, view)
      const gone = [...ours].filter(([key]) => !theirs.has(key)).map(([key, fact]) => [key, { ...fact, amount: nil }] as const)
      return [...theirs, ...gone].map(([key, fact]) => factRow(id, fact, fact.amount, less(fact.amount, ours.get(key)?.amount ?? nil)))
    }),
  ]
  return { kind: 'table', title: 'Facts', unit: units.pence, notes: [], columns, rows }
}

function meant(plan: Plan, { partners, years }: WhatifView): ReadonlyMap<string, Fact> {
  const facts = factsOf(plan).filter(({ year, partner }) => years.includes(year) && partners.includes(partner))
  return new Map(facts.map(fact => [JSON.stringify([fact.year, fact.partner, fact.category, fact.rule, fact.line, fact.measure]), fact]))
}

const factRow = (scenario: string, { year, partner, category, rule, line, measure }: Fact, amount: Money, difference: Money): Table['rows'][number] =>
  ({ kind: 'item', cells: [...[scenario, yearName(year), partner, category, rule ?? '', line, measure].map(text), inPence(amount), inPence(difference)] })

export function whatifJson(base: Plan, scenarios: readonly Supposed[], view: WhatifView): object {
  const { name, currency } = base.model
  const yearsOf = (plan: Plan): YearSavings[] => savings(plan, partner => view.partners.includes(partner)).filter(({ year }) => view.years.includes(year))
  const ours = yearsOf(base)
  return {
    report: 'whatif', model: name, currency,
    base: { years: ours.map(of => yearJson(of, undefined)) },
    scenarios: scenarios.map(({ id, name: called, plan, beyond }) => ({
      scenario: id, name: called, beyond: beyond.map(({ line, amount }) => ({ line, amount: inPounds(amount) })), years: yearsOf(plan).map(of => yearJson(of, ours.find(({ year }) => year === of.year))),
    })),
  }
}

const yearJson = (of: YearSavings, base: YearSavings | undefined): object => ({
  year: yearName(of.year), ...amounts(of), ...(base && { difference: differences(of, base) }),
  partners: of.partners.map(partner => ({
    partner: partner.partner, ...amounts(partner), ...(base && { difference: differences(partner, base.partners.find(each => each.partner === partner.partner)) }),
    rules: partner.rules.map(({ rule, cost }) => ({ rule, cost: inPounds(cost) })),
  })),
})

const amounts = ({ baseline, cost, saving, cumulativeSaving }: Progress): object =>
  ({ baseline: inPounds(baseline), cost: inPounds(cost), saving: inPounds(saving), cumulativeSaving: inPounds(cumulativeSaving) })

const differences = (of: Progress, base: Progress | undefined): object =>
  Object.fromEntries((['baseline', 'cost', 'saving', 'cumulativeSaving'] as const).map(measure => [measure, inPounds(less(of[measure], base?.[measure] ?? nil))]))
