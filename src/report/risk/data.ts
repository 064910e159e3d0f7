/** A simulation for other programs: a row a figure, and plain data. Chances are in percent, as 13.00. */
import { inPounds } from '../../domain/money.ts'
import { type Year, yearName } from '../../domain/period.ts'
import { decimal, multiply, type Ratio, ratio } from '../../domain/ratio.ts'
import { type Measure, measures } from '../../domain/risk/figures.ts'
import type { Simulation } from '../../domain/risk/simulate.ts'
import { type Cell, type Column, inPence, none, type Table, text } from '../table.ts'
import { units } from '../unit.ts'
import { histogramOf } from './histogram.ts'
import { figureIn, percentiles, type RiskView, statisticOf, subjectsOf } from './view.ts'

/** The measures as the command line and data name them. */
export const measureNames: Readonly<Record<Measure, string>> = { cost: 'cost', saving: 'saving', cumulativeSaving: 'cumulative-saving' }

const columns: readonly Column[] = [
  ...['measure', 'year', 'partner'].map((title): Column => ({ title, kind: 'label' })),
  ...['mean', ...percentiles.map(of => `p${of}`), 'below_nil_percent', 'target', 'missed_percent'].map((title): Column => ({ title, kind: 'figure' })),
]

/** Of the partners together the partner is blank. */
export function riskFacts({ figures, aims }: Simulation): Table {
  const rows = [
    ...figures.map(figure => [
      ...[measureNames[figure.measure], yearName(figure.year), figure.partner ?? ''].map(text),
      ...(['mean', ...percentiles] as const).map(of => inPence(statisticOf(figure, of))), percent(figure.belowNil), none, none,
    ]),
    ...aims.map(({ aim, missed }) => [...[aim.called, yearName(aim.year), aim.partner ?? ''].map(text), none, ...percentiles.map(() => none), none, inPence(aim.amount), percent(missed)]),
  ]
  return { kind: 'table', title: 'Figures', unit: units.pence, notes: [], columns, rows: rows.map(cells => ({ kind: 'item', cells })) }
}

const percent = (exact: Ratio): Cell => ({ kind: 'percent', exact, shown: 0n })

export function riskJson(simulation: Simulation, view: RiskView): object {
  const { runs, seed, ranges, aims } = simulation
  const { step, bins } = histogramOf(simulation, view)
  const [whole] = subjectsOf(view).slice(-1)
  return {
    report: 'risk', model: view.name, currency: view.currency, scenarios: view.scenarios.map(({ id, name }) => ({ scenario: id, name })),
    runs, seed: `${seed}`, ranges,
    years: view.years.map(year => ({
      year: yearName(year), ...spreads(simulation, year, whole),
      partners: view.partners.map(partner => ({ partner, ...spreads(simulation, year, partner) })),
    })),
    targets: aims.map(({ aim, missed }) => ({ measure: aim.called, year: yearName(aim.year), ...(aim.partner !== undefined && { partner: aim.partner }), target: inPounds(aim.amount), missedPercent: percentText(missed) })),
    histogram: { figure: measureNames[view.figure], year: yearName(view.years.at(-1)!), step: inPounds(step), bins: bins.map(({ from, count }) => ({ from: inPounds(from), runs: count })) },
  }
}

const spreads = ({ figures }: Simulation, year: Year, partner: string | undefined): object => Object.fromEntries(measures.map(measure => {
  const figure = figureIn(figures, measure, year, partner)
  const money = (of: Parameters<typeof statisticOf>[1]): string => inPounds(statisticOf(figure, of))
  return [measure, { mean: money('mean'), p10: money(10), p50: money(50), p90: money(90), within: inPounds(figure.outcomes.within), ...(measure === 'saving' && { belowNilPercent: percentText(figure.belowNil) }) }]
}))

const percentText = (share: Ratio): string => decimal(multiply(share, ratio(100n)), 2)
