/** The appraisal for people: what it comes to, each partner's cash flow, what is cumulated, capital, and on which terms. */
import type { Appraisal, Verdict } from '../domain/appraisal/appraisal.ts'
import type { CapitalLine } from '../domain/appraisal/capital.ts'
import { discountFactors } from '../domain/appraisal/discounting.ts'
import type { Terms } from '../domain/appraisal/terms.ts'
import type { Model, PartnerId } from '../domain/model.ts'
import { type Year, yearName } from '../domain/period.ts'
import { decimal, equal, one, type Ratio } from '../domain/ratio.ts'
import { everyone, type OfPlan, type Shown, showAppraisal, type Whose } from './appraisal-figures.ts'
import { discountingInWords, pricesInWords } from './appraisal-terms.ts'
import { capitalTables } from './capital-tables.ts'
import { percentText } from './percent-text.ts'
import { type Cell, type Column, none, type Report, type Row, type Table, text } from './table.ts'
import { type Unit, unitLabel } from './unit.ts'

export interface Appraised {
  readonly model: Model
  readonly terms: Terms
  readonly appraisal: Appraisal
  /** Of the partners chosen. */
  readonly capital: readonly CapitalLine[]
}

export function appraisalReport({ model, terms, appraisal, capital }: Appraised, unit: Unit): Report {
  const factors = discountFactors(terms.discountTable, terms.baseYear, model.years)
  const shown = showAppraisal(appraisal, year => equal(factors.get(year)!, one), unit)
  const view = { model, terms, appraisal, unit, shown, factors }
  return {
    title: titleOf(view),
    parts: [
      resultTable(view), ...(terms.optimismBias === undefined ? [] : [biasTable(view, terms.optimismBias)]),
      ...inOrder(appraisal).map(whose => cashFlowTable(view, whose)),
      cumulativeTable(view),
      ...capitalTables(capital, appraisal.partners.map(({ partner }) => partner), model.years, unit),
    ],
    conclusion: [
      discountingInWords(terms, model.years), ...pricesInWords(terms, capital.length > 0),
      ...(capital.length === 0 ? ['There is no capital spending in capital.csv: this is an appraisal of the savings alone.'] : []),
    ],
  }
}

interface View {
  readonly model: Model
  readonly terms: Terms
  readonly appraisal: Appraisal
  readonly unit: Unit
  readonly shown: Shown
  readonly factors: ReadonlyMap<Year, Ratio>
}

function titleOf({ model: { name, currency, years, partners }, appraisal: { partners: chosen }, unit }: View): string {
  const whose = chosen.length === partners.length ? name : `${name}, ${chosen.map(({ partner }) => partner).join(', ')}`
  const span = years.length === 1 ? yearName(years[0]!) : `${yearName(years[0]!)} to ${yearName(years.at(-1)!)}`
  return `${whose}: appraisal of ${span}, ${unitLabel(unit, currency)}`
}

/** Partners first, and all together last. */
const inOrder = (appraisal: Appraisal): Whose[] => everyone(appraisal).map(([whose]) => whose).sort((a, b) => (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0))

const called = (whose: PartnerId | undefined): string => whose ?? 'Total'

const verdictsOf = (appraisal: Appraisal, of: 'asStated' | 'withBias'): Verdicts => new Map(everyone(appraisal).map(([whose, own]) => [whose, own[of]]))

type Verdicts = ReadonlyMap<Whose, Verdict>

function resultTable(view: View): Table {
  const money = (label: string, of: OfPlan): Row => ofEach(view, 'item', label, whose => view.shown.ofPlan(whose, of))
  const spending = [money('Saving', 'saving'), money('Capital spending', 'capital'), money('Running cost', 'running-cost')]
  return verdictTable(view, 'Result', spending, 'net', verdictsOf(view.appraisal, 'asStated'), 'Saving, capital spending and running cost are present values.')
}

function biasTable(view: View, bias: Ratio): Table {
  const capital = ofEach(view, 'item', 'Capital spending', whose => view.shown.ofPlan(whose, 'capital with bias'))
  const title = `Result with optimism bias of ${percentText(bias)} on capital spending`
  return verdictTable(view, title, [capital], 'net with bias', verdictsOf(view.appraisal, 'withBias'), 'Saving and running cost are as above.')
}

function verdictTable(view: View, title: string, rows: readonly Row[], net: OfPlan, verdicts: Verdicts, note: string): Table {
  const { appraisal, unit, shown } = view
  const ofEachVerdict = (label: string, cell: (of: Verdict) => Cell): Row => ofEach(view, 'item', label, whose => cell(verdicts.get(whose)!))
  const costsAnything = [...verdicts.values()].some(({ benefitCostRatio }) => benefitCostRatio !== undefined)
  const paysBack = !costsAnything || [...verdicts.values()].every(({ payback, discountedPayback }) => payback !== undefined && discountedPayback !== undefined)
  return {
    kind: 'table', title, unit, columns: columnsOf(inOrder(appraisal).map(called)),
    rows: [
      ...rows, ofEach(view, 'total', 'Net present value', whose => shown.ofPlan(whose, net)),
      ...(costsAnything ? [
        ofEachVerdict('Benefit-cost ratio', ({ benefitCostRatio }) => (benefitCostRatio ? text(decimal(benefitCostRatio, 2)) : none)),
        ofEachVerdict('Payback year', ({ payback }) => yearCell(payback)),
        ofEachVerdict('Discounted payback year', ({ discountedPayback }) => yearCell(discountedPayback)),
      ] : []),
    ],
    notes: [note, ...(paysBack ? [] : ['A payback year of "none" is not within the plan.'])],
  }
}

const yearCell = (of: Year | undefined): Cell => text(of === undefined ? 'none' : yearName(of))

const ofEach = ({ appraisal }: View, kind: Row['kind'], label: string, cell: (whose: Whose) => Cell): Row => ({ kind, cells: [text(label), ...inOrder(appraisal).map(cell)] })

const columnsOf = (titles: readonly string[]): Column[] => [{ title: '', kind: 'label' }, ...titles.map((title): Column => ({ title, kind: 'figure' }))]

function cashFlowTable({ unit, shown, factors, appraisal: { whole: { years } } }: View, whose: Whose): Table {
  const titles = { 'saving': 'saving', 'capital': 'capital', 'running-cost': 'running cost', 'net': 'net' } as const
  return {
    kind: 'table', title: `Cash flow, ${called(whose)}`, unit, notes: [],
    columns: columnsOf([...Object.values(titles), 'factor', 'present value']),
    rows: years.map(({ year }) => {
      const cash = (Object.keys(titles) as (keyof typeof titles)[]).map(of => shown.ofYear(whose, year, of))
      return { kind: 'item', cells: [text(yearName(year)), ...cash, text(decimal(factors.get(year)!, 4)), shown.ofYear(whose, year, 'present value')] }
    }),
  }
}

function cumulativeTable({ appraisal, unit, shown }: View): Table {
  const whose = inOrder(appraisal)
  return {
    kind: 'table', title: 'Cumulative present value', unit, columns: columnsOf(whose.map(called)), notes: [],
    rows: appraisal.whole.years.map(({ year }) => ({ kind: 'item', cells: [text(yearName(year)), ...whose.map(each => shown.ofYear(each, year, 'cumulative'))] })),
  }
}
