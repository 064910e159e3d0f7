/** Scenarios beside the model as it is: what each partner would pay and save, year by year, and by how much that differs. */
import { inCodePointOrder, type PartnerId } from '../domain/model.ts'
import { pence } from '../domain/money.ts'
import { type Year, yearName } from '../domain/period.ts'
import type { Plan } from '../domain/plan.ts'
import { ruleNames } from '../domain/rules/registry.ts'
import type { Breakdown } from './plan-figures.ts'
import type { RoundingMode } from './shown.ts'
import { type Cell, type Column, type Prose, type Report, type Row, type Table, text } from './table.ts'
import { type Unit, unitLabel } from './unit.ts'
import type { Supposed } from './supposed.ts'
import { type Figure, figuresOf, type PlanFigures, type WhatifMeasure } from './whatif-figures.ts'
import { whatifNotes } from './whatif-notes.ts'

export interface WhatifView {
  readonly partners: readonly PartnerId[]
  readonly years: readonly Year[]
  readonly by: Breakdown
  readonly unit: Unit
  readonly rounding: RoundingMode
}

const measures: readonly (readonly [WhatifMeasure, string])[] = [['cost', 'Cost'], ['saving', 'Saving'], ['cumulativeSaving', 'Cumulative saving']]

/** @param base the model as it is */
export function whatifReport(base: Plan, scenarios: readonly Supposed[], view: WhatifView): Report {
  const { model } = base
  const figures = (plan: Plan): PlanFigures => figuresOf(plan, partner => view.partners.includes(partner), view.by, view.unit, view.rounding)
  const ours = figures(base)
  const theirs = scenarios.map(({ id, plan }) => ({ id, plan, figures: figures(plan) }))
  const byPartner = measures.map(([measure, title]): Table =>
    table(title, view, [...view.partners, undefined].flatMap(partner =>
      partner === undefined && view.partners.length === 1 ? [] : compared(partner ?? 'Total', view, ours, theirs.filter(({ plan }) => isIn(partner, base, plan)), (of, year) => of.of(measure, year, partner)))))
  const details = view.by === 'partner' ? [] : [detailTable(view, ours, theirs)]
  return { title: `${model.name}: what if, ${unitLabel(view.unit, model.currency)}`, parts: [prose(scenarios), ...byPartner, ...details], conclusion: whatifNotes(base, scenarios) }
}

/** A partner that neither plan has says nothing. */
const isIn = (partner: PartnerId | undefined, ...plans: readonly Plan[]): boolean =>
  partner === undefined || plans.some(({ model }) => model.partners.some(({ id }) => id === partner))

const prose = (scenarios: readonly Supposed[]): Prose =>
  ({ kind: 'prose', title: 'Scenarios', paragraphs: scenarios.map(({ id, name }) => `${id}: ${name}`) })

type Theirs = readonly { readonly id: string; readonly figures: PlanFigures }[]

/** A row as it is, then for each scenario a row of its own and the difference. */
function compared(label: string, { years }: WhatifView, ours: PlanFigures, theirs: Theirs, figure: (of: PlanFigures, year: Year) => Figure): Row[] {
  const row = (kind: Row['kind'], title: string, cell: (year: Year) => Figure): Row =>
    ({ kind, cells: [text(title), ...years.map((year): Cell => ({ kind: 'money', ...cell(year) }))] })
  return [
    row(label === 'Total' ? 'total' : 'item', label, year => figure(ours, year)),
    ...theirs.flatMap(({ id, figures }) => [
      row('detail', id, year => figure(figures, year)),
      row('detail', '  difference', year => difference(figure(figures, year), figure(ours, year))),
    ]),
  ]
}

const difference = (then: Figure, now: Figure): Figure => ({ exact: pence(then.exact - now.exact), shown: then.shown - now.shown })

/** Rules, or lines that differ: the rest say nothing. */
function detailTable(view: WhatifView, ours: PlanFigures, theirs: Theirs): Table {
  const names = [...new Set([ours, ...theirs.map(({ figures }) => figures)].flatMap(({ details }) => [...details]))]
  const differs = (name: string): boolean => theirs.some(({ figures }) => view.years.some(year => figures.detail(name, year).exact !== ours.detail(name, year).exact))
  const shown = view.by === 'rule' ? ruleNames.filter(rule => names.includes(rule)) : names.filter(differs).sort(inCodePointOrder)
  const rows = shown.flatMap(name => compared(name, view, ours, theirs, (of, year) => of.detail(name, year)))
  return table(`Cost by ${view.by}`, view, rows, view.by === 'line' ? ['Lines that no scenario changes are left out.'] : [])
}

function table(title: string, { years, unit }: WhatifView, rows: readonly Row[], notes: readonly string[] = []): Table {
  const columns: Column[] = [{ title: '', kind: 'label' }, ...years.map((year): Column => ({ title: yearName(year), kind: 'figure' }))]
  return { kind: 'table', title, unit, columns, rows, notes }
}
