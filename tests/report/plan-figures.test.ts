import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Plan } from '../../src/domain/plan.ts'
import { savings } from '../../src/domain/savings.ts'
import { type Breakdown, showPlan } from '../../src/report/plan-figures.ts'
import { planReport, type PlanView } from '../../src/report/plan-tables.ts'
import type { Cell, Row, Table } from '../../src/report/table.ts'
import { units } from '../../src/report/unit.ts'
import { baselineLine, costLine, model, planOf, yearNamed } from '../models.ts'
import { forAll, holds, same, size, total } from '../properties.ts'
import { models } from '../random-models.ts'

const shownIn = (cell: Cell): bigint => (cell.kind === 'money' || cell.kind === 'percent' ? cell.shown : 0n)

/** The figures of a row, a column a year. */
const figures = ({ cells }: Row): bigint[] => cells.slice(1).map(shownIn)

const labelOf = ({ cells }: Row): string => (cells[0]!.kind === 'text' ? cells[0]!.text : '')

const sumOf = (rows: readonly Row[], years: number): bigint[] =>
  Array.from({ length: years }, (_, year) => total(rows.map(row => figures(row)[year]!)))

/** Each item or total with the details that stand under it. */
const withDetails = ({ rows }: Table): { row: Row; details: Row[] }[] =>
  rows.flatMap((row, place) => {
    const next = rows.findIndex(({ kind }, later) => later > place && kind !== 'detail')
    return row.kind === 'detail' ? [] : [{ row, details: rows.slice(place + 1, next < 0 ? undefined : next) }]
  })

const report = (of: Plan, view: PlanView): Table[] => planReport(of, view).parts.filter((part): part is Table => part.kind === 'table')

function addsUp(tables: readonly Table[], years: number, everyone: boolean): void {
  const [budget, costs, saved] = [tables[0]!, ...tables.slice(-2)] as [Table, Table, Table]
  const rows = new Map(budget.rows.map(row => [labelOf(row), row]))
  for (const measure of ['Baseline', 'Cost', 'Saving']) {
    const parts = budget.rows.filter(row => labelOf(row).startsWith(`${measure} `) && row.kind === 'item')
    same(sumOf(parts, years), figures(rows.get(`${measure} total`)!))
  }
  for (const name of [...rows.keys()].filter(label => label.startsWith('Saving ') && label !== 'Saving, % of baseline')) {
    const [baseline, cost] = ['Baseline', 'Cost'].map(measure => figures(rows.get(name.replace('Saving', measure))!))
    same(figures(rows.get(name)!), baseline!.map((amount, year) => amount - cost![year]!))
  }

  const bearers = withDetails(costs)
  const partners = bearers.filter(({ row }) => row.kind === 'item')
  same(sumOf(partners.map(({ row }) => row), years), figures(rows.get('Cost total')!))
  for (const { row, details } of bearers) {
    if (row.kind === 'total') same(figures(row), figures(rows.get('Cost total')!))
    if (details.length > 0) same(sumOf(details, years), figures(row))
    if (row.kind === 'total') {
      for (const detail of details) same(sumOf(partners.flatMap(of => of.details.filter(each => labelOf(each) === labelOf(detail))), years), figures(detail))
    }
  }

  const totals = saved.rows.filter(({ kind }) => kind === 'total')
  const saving = figures(rows.get('Saving total')!)
  same(sumOf(saved.rows.filter(({ kind }) => kind === 'item'), years), saving)
  if (totals.length > 1) same(figures(totals[0]!), saving)
  same(figures(totals.at(-1)!), saving.map((_, year) => total(saving.slice(0, year + 1))))

  const staff = tables.length === 4 && everyone ? tables[1]!.rows : []
  const whole = staff.at(-1)
  if (whole) same(sumOf(staff.slice(0, -1), years), figures(whole))
}

/** How far every figure in money may be from exact, in pence. */
function isNear(tables: readonly Table[], near: (away: bigint) => boolean): void {
  for (const cell of tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))) {
    if (cell.kind === 'money') holds(near(size(cell.shown * tables[0]!.unit.size - cell.exact)), `${cell.exact} is shown as ${cell.shown}`)
  }
}

const unit = fc.constantFrom(units.pence, units.pounds, units.thousands)
const by = fc.constantFrom<Breakdown>('partner', 'rule', 'line')

test('whatever the plan, all that is shown adds up as shown, within a unit of exact; each on its own is within half a unit', () => {
  forAll([models, unit, by, fc.nat(5)], (of, shownIn, breakdown, last) => {
    const made = planOf(of)
    const partners = of.partners.map(({ id }) => id).slice(0, last + 1)
    const view: PlanView = { partners, years: of.years, by: breakdown, unit: shownIn, rounding: 'reconciled' }
    const tables = report(made, view)
    addsUp(tables, of.years.length, partners.length === of.partners.length)
    isNear(tables, away => away < shownIn.size)
    isNear(report(made, { ...view, rounding: 'independent' }), away => 2n * away <= shownIn.size)
  })
})

describe('half a pound each: A and B bear 0.50 of 1.00 against 3.00 that both would spend', () => {
  const plan = planOf(model({
    counts: { users: { A: { '2017/18': 1 }, B: { '2017/18': 1 } } },
    baseline: [baselineLine('A', { '2017/18': '1.50' }), baselineLine('B', { '2017/18': '1.50' })],
    budget: [costLine('waste', { '2017/18': '1.00' })],
  }))
  const year = yearNamed('2017/18')
  const shown = (mode: 'reconciled' | 'independent') => showPlan(savings(plan, () => true), 'partner', units.pounds, mode)

  test('each rounded on its own they bear 1 and 1 of 1 and save 1 and 1 of 2', () => {
    const of = shown('independent')
    expect([of(year, ['cost', 'partner', 'A']), of(year, ['cost', 'partner', 'B']), of(year, ['cost', 'total'])]).toEqual([1n, 1n, 1n])
    expect([of(year, ['saving', 'partner', 'A']), of(year, ['saving', 'partner', 'B']), of(year, ['saving', 'total'])]).toEqual([1n, 1n, 2n])
  })

  test('reconciled one of them bears 1 and the other nothing', () => {
    const of = shown('reconciled')
    expect(of(year, ['cost', 'partner', 'A']) + of(year, ['cost', 'partner', 'B'])).toBe(1n)
    expect([of(year, ['cost', 'total']), of(year, ['saving', 'total']), of(year, ['cumulative']), of(year, ['baseline', 'total'])]).toEqual([1n, 2n, 2n, 3n])
  })
})
