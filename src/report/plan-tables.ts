/** The plan as four tables, in the order of the published papers: budget summary, staff apportionment, costs, savings. */
import { inCodePointOrder, type PartnerId } from '../domain/model.ts'
import type { Money } from '../domain/money.ts'
import { type Year, yearName } from '../domain/period.ts'
import type { Plan } from '../domain/plan.ts'
import { multiply, one, type Ratio, ratio } from '../domain/ratio.ts'
import { savings, type YearSavings } from '../domain/savings.ts'
import { type Breakdown, detailsOf, detailTotals, type FigureOf, type Shown, showPlan } from './plan-figures.ts'
import { type RoundingMode, showParts, showPercent } from './shown.ts'
import { type Cell, type Column, none, type Report, type Row, type Table, text } from './table.ts'
import { spanOf } from './span.ts'
import { type Unit, unitLabel } from './unit.ts'

/** What is asked for: of whom, of which years, and how it is shown. */
export interface PlanView {
  readonly partners: readonly PartnerId[]
  readonly years: readonly Year[]
  readonly by: Breakdown
  readonly unit: Unit
  readonly rounding: RoundingMode
}

export function planReport(plan: Plan, view: PlanView): Report {
  const all = savings(plan, partner => view.partners.includes(partner))
  const shown = showPlan(all, view.by, view.unit, view.rounding)
  const chosen = all.filter(({ year }) => view.years.includes(year))
  const parts = [budgetTable, staffTable, costTable, savingTable].flatMap(table => table(chosen, view, shown) ?? [])
  return { title: titleOf(plan, view), parts }
}

/** "3C ICT Shared Service: plan for 2017/18 to 2021/22, £", and the partners' ids where only some are asked for. */
function titleOf({ model: { name, currency, partners } }: Plan, { partners: chosen, years, unit }: PlanView): string {
  const whose = chosen.length === partners.length ? name : `${name}, ${chosen.join(', ')}`
  return `${whose}: plan for ${spanOf(years)}, ${unitLabel(unit, currency)}`
}

type TableOf = (years: readonly YearSavings[], view: PlanView, shown: Shown) => Table | undefined

const budgetTable: TableOf = (years, view, shown) => {
  const categories = years[0]!.categories.map(({ category }) => category)
  const measure = (of: 'baseline' | 'cost' | 'saving', title: string): Row[] => [
    ...categories.map((category, place) => moneyRow('item', `${title} ${category}`, years, year => year.categories[place]![of], shown, [of, 'category', category])),
    moneyRow('total', `${title} total`, years, year => year[of], shown, [of, 'total']),
  ]
  const percent = row('total', 'Saving, % of baseline', years, ({ savingShare }) => (savingShare ? percentCell(savingShare) : none))
  return table('Budget summary', years, view, [...measure('baseline', 'Baseline'), ...measure('cost', 'Cost'), ...measure('saving', 'Saving'), percent], signNote(years))
}

/** Shares are the whole partnership's, whichever partners are asked for; without staff costs there is no table. */
const staffTable: TableOf = (years, view) => {
  if (years.every(({ staffShares }) => staffShares === undefined)) return undefined
  const shownShares = new Map(years.map(({ year, staffShares }) => [year, staffShares && showShares(staffShares, view)]))
  const rows = view.partners.map(partner => row('item', partner, years, ({ year, staffShares }) =>
    staffShares ? { kind: 'percent', exact: staffShares.get(partner)!, shown: shownShares.get(year)!.get(partner)! } : none))
  const everyone = years.every(({ staffShares }) => staffShares === undefined || staffShares.size === view.partners.length)
  const whole = row('total', 'Total', years, ({ staffShares }) => (staffShares ? percentCell(one) : none))
  return table('Staff apportionment', years, view, everyone ? [...rows, whole] : rows)
}

function showShares(shares: ReadonlyMap<PartnerId, Ratio>, { rounding }: PlanView): Map<PartnerId, bigint> {
  const exact = [...shares.values()]
  const shown = rounding === 'reconciled' ? showParts(exact.map(share => multiply(share, ratio(1000n))), 1000n) : exact.map(showPercent)
  return new Map([...shares.keys()].map((partner, place) => [partner, shown[place]!]))
}

const costTable: TableOf = (years, view, shown) => {
  const { by } = view
  const rows = view.partners.flatMap((partner, place) => [
    moneyRow('item', partner, years, year => year.partners[place]!.cost, shown, ['cost', 'partner', partner]),
    ...detailRows(years, year => detailsOf(year.partners[place]!, by), by, shown, name => ['cost', 'partner', partner, 'detail', name]),
  ])
  const whole = [
    moneyRow('total', 'Total', years, year => year.cost, shown, ['cost', 'total']),
    ...detailRows(years, year => detailTotals(year.partners, by), by, shown, name => ['cost', 'detail', name]),
  ]
  const title = by === 'partner' ? 'Cost by partner' : `Cost by partner and ${by}`
  return table(title, years, view, view.partners.length > 1 ? [...rows, ...whole] : rows)
}

/** A row for each detail of any of the years, where it was not nil. */
function detailRows(
  years: readonly YearSavings[], detailsIn: (year: YearSavings) => ReadonlyMap<string, Money>, by: Breakdown, shown: Shown, figure: (name: string) => FigureOf,
): Row[] {
  const details = new Map(years.map(year => [year, detailsIn(year)]))
  const names = [...new Set([...details.values()].flatMap(of => [...of.keys()]))]
  return (by === 'line' ? names.sort(inCodePointOrder) : names).map(name =>
    moneyRow('detail', name, years, year => details.get(year)!.get(name), shown, figure(name)))
}

const savingTable: TableOf = (years, view, shown) => {
  const rows = view.partners.map((partner, place) => moneyRow('item', partner, years, year => year.partners[place]!.saving, shown, ['saving', 'partner', partner]))
  const whole = moneyRow('total', 'Total', years, year => year.saving, shown, ['saving', 'total'])
  const soFar = moneyRow('total', view.partners.length > 1 ? 'Cumulative total saving' : 'Cumulative saving', years, year => year.cumulativeSaving, shown, ['cumulative'])
  return table('Savings by partner', years, view, [...rows, ...(view.partners.length > 1 ? [whole] : []), soFar], signNote(years))
}

function table(title: string, years: readonly YearSavings[], { unit }: PlanView, rows: readonly Row[], notes: readonly string[] = []): Table {
  const columns: Column[] = [{ title: '', kind: 'label' }, ...years.map(({ year }): Column => ({ title: yearName(year), kind: 'figure' }))]
  return { kind: 'table', title, unit, columns, rows, notes }
}

const row = (kind: Row['kind'], label: string, years: readonly YearSavings[], cell: (year: YearSavings) => Cell): Row =>
  ({ kind, cells: [text(label), ...years.map(cell)] })

function moneyRow(kind: Row['kind'], label: string, years: readonly YearSavings[], exactOf: (year: YearSavings) => Money | undefined, shown: Shown, of: FigureOf): Row {
  return row(kind, label, years, year => {
    const exact = exactOf(year)
    return exact === undefined ? none : { kind: 'money', exact, shown: shown(year.year, of) }
  })
}

const percentCell = (share: Ratio): Cell => ({ kind: 'percent', exact: share, shown: showPercent(share) })

const signNote = (years: readonly YearSavings[]): string[] =>
  years.some(({ saving, partners, categories }) => [saving, ...partners.map(of => of.saving), ...categories.map(of => of.saving)].some(of => of < 0n))
    ? ['A negative saving is a cost increase.'] : []
