/** A simulation as tables: each figure's mean and percentiles by partner and year, the chances of missing, and a histogram. */
import { inReadablePounds, type Money } from '../../domain/money.ts'
import { yearName } from '../../domain/period.ts'
import type { Simulated } from '../../domain/risk/counting.ts'
import type { Measure } from '../../domain/risk/figures.ts'
import type { Simulation } from '../../domain/risk/simulate.ts'
import type { Ratio } from '../../domain/ratio.ts'
import { showAlone, showPercent } from '../shown.ts'
import { type Cell, type Column, type Prose, type Report, type Row, type Table, text } from '../table.ts'
import { type Unit, unitLabel } from '../unit.ts'
import { histogramOf, histogramTable } from './histogram.ts'
import { figureIn, measureTitles, percentiles, type RiskView, statisticOf, subjectName, subjectsOf } from './view.ts'

export function riskReport(simulation: Simulation, view: RiskView): Report {
  const { figures, aims } = simulation
  return {
    title: `${view.name}: risk, ${unitLabel(view.unit, view.currency)}`,
    parts: [
      prose(simulation, view),
      ...(['cost', 'saving', 'cumulativeSaving'] as const).map(measure => spread(measure, figures, view)),
      increases(figures, view),
      ...(aims.length > 0 ? [missed(aims, view)] : []),
      histogramTable(histogramOf(simulation, view), view),
    ],
  }
}

function prose({ runs, seed, ranges, figures }: Simulation, { scenarios }: RiskView): Prose {
  const within = figures.reduce((most, { outcomes }) => (outcomes.within > most ? outcomes.within : most), 0n as Money)
  return {
    kind: 'prose', title: 'Simulation', paragraphs: [
      ...scenarios.map(({ id, name }) => `${id}: ${name}`),
      `${several(runs, 'run')}, seed ${seed}, ${several(ranges, 'range')}. The same seed gives the same figures on any machine.`,
      `P10, P50 and P90 are the least figures such that 10%, 50% and 90% of the runs come out no higher (nearest rank), ${within === 0n ? 'exact to the penny' : `at most ${inReadablePounds(within)} too low`}.`,
    ],
  }
}

const several = (count: number, of: string): string => `${`${count}`.replaceAll(/\B(?=(\d{3})+$)/g, ',')} ${of}${count === 1 ? '' : 's'}`

/** A figure of every partner, and of all together, by year. */
function spread(measure: Measure, figures: readonly Simulated[], view: RiskView): Table {
  const statistics = ['mean', ...percentiles] as const
  const rows = subjectsOf(view).flatMap(partner => statistics.map((statistic, place): Row => ({
    kind: place === 0 ? (partner === undefined ? 'total' : 'item') : 'detail',
    cells: [text(place === 0 ? `${subjectName(partner)}, mean` : `P${statistic}`), ...view.years.map(year => money(statisticOf(figureIn(figures, measure, year, partner), statistic), view.unit))],
  })))
  return table(measureTitles[measure], view, rows)
}

const money = (exact: Money, { size }: Unit): Cell => ({ kind: 'money', exact, shown: showAlone(exact, size) })

const percent = (exact: Ratio): Cell => ({ kind: 'percent', exact, shown: showPercent(exact) })

function increases(figures: readonly Simulated[], view: RiskView): Table {
  const rows = subjectsOf(view).map((partner): Row => ({
    kind: partner === undefined ? 'total' : 'item',
    cells: [text(subjectName(partner)), ...view.years.map(year => percent(figureIn(figures, 'saving', year, partner).belowNil))],
  }))
  return table('Chance of a cost increase', view, rows)
}

function missed(aims: Simulation['aims'], { unit }: RiskView): Table {
  const columns: Column[] = [{ title: '', kind: 'label' }, { title: 'target', kind: 'figure' }, { title: 'missed', kind: 'figure' }]
  const rows = aims.map(({ aim, missed: chance }): Row =>
    ({ kind: 'item', cells: [text(`${aim.called} ${yearName(aim.year)}${aim.partner === undefined ? '' : `, ${aim.partner}`}`), money(aim.amount, unit), percent(chance)] }))
  return { kind: 'table', title: 'Chance of missing each target', unit, columns, rows, notes: [] }
}

function table(title: string, { years, unit }: RiskView, rows: readonly Row[]): Table {
  return { kind: 'table', title, unit, columns: [{ title: '', kind: 'label' }, ...years.map((year): Column => ({ title: yearName(year), kind: 'figure' }))], rows, notes: [] }
}
