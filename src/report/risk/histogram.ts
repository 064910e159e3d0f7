/**
 * How often a figure came out where, in ten or twenty steps of 1, 2 or 5 and noughts: outcomes from £3.91m to £4.62m go in
 * fifteen steps of £50,000, the first from £3.90m.
 */
import { inReadablePounds, type Money, pence } from '../../domain/money.ts'
import { yearName } from '../../domain/period.ts'
import { ratio } from '../../domain/ratio.ts'
import type { Bin } from '../../domain/risk/outcomes.ts'
import type { Simulation } from '../../domain/risk/simulate.ts'
import { showPercent } from '../shown.ts'
import { type Table, text } from '../table.ts'
import type { Unit } from '../unit.ts'
import { figureIn, measureTitles, type RiskView, subjectsOf } from './view.ts'

/** Steps of one width, those in which nothing came out included. */
export interface Histogram {
  readonly step: Money
  readonly bins: readonly Bin[]
}

const most = 20n

/** Of the figure that the view names, in its last year, of its partners together. */
export function histogramOf({ figures }: Simulation, view: RiskView): Histogram {
  const { outcomes } = figureIn(figures, view.figure, view.years.at(-1)!, subjectsOf(view).at(-1))
  const came = outcomes.bins()
  const [first, last] = [came[0]!.from, came.at(-1)!.from]
  const step = stepFor(last - first, view.unit.size > outcomes.within ? view.unit.size : outcomes.within + 1n)
  const placeOf = (amount: Money): bigint => (amount >= 0n ? amount / step : -((step - 1n - amount) / step))
  const counts = new Map<bigint, number>()
  for (const { from, count } of came) counts.set(placeOf(from), (counts.get(placeOf(from)) ?? 0) + count)
  const bins: Bin[] = []
  for (let place = placeOf(first); place <= placeOf(last); place++) bins.push({ from: pence(place * step), count: counts.get(place) ?? 0 })
  return { step: pence(step), bins }
}

/** The least of 1, 2 or 5 and noughts, of whole units, of which so many reach over the range. */
function stepFor(range: bigint, least: bigint): bigint {
  let noughts = 1n
  for (;; noughts *= 10n) {
    const step = [1n, 2n, 5n].map(of => of * noughts).find(of => of >= least && range / of < most)
    if (step !== undefined) return step
  }
}

const widest = 44

export function histogramTable({ bins }: Histogram, view: RiskView): Table {
  const labels = bins.map(({ from }) => figureText(from, view.unit))
  const wide = Math.max(...labels.map(({ length }) => length))
  const counts = bins.map(({ count }) => count)
  const [tallest, all] = [Math.max(...counts), counts.reduce((a, b) => a + b, 0)]
  return {
    kind: 'table', title: `${measureTitles[view.figure]} ${view.figure === 'cumulativeSaving' ? 'to' : 'in'} ${yearName(view.years.at(-1)!)}, ${subjectsOf(view).at(-1) ?? 'partners together'}`, unit: view.unit,
    columns: [{ title: '', kind: 'label' }, { title: 'runs', kind: 'figure' }, { title: 'chance', kind: 'figure' }],
    rows: bins.map(({ count }, place) => {
      const chance = ratio(BigInt(count), BigInt(all))
      const bar = '#'.repeat(Math.ceil((count * widest) / tallest))
      return { kind: 'item', cells: [text(`${labels[place]!.padStart(wide)}  ${bar}`.trimEnd()), { kind: 'count', count }, { kind: 'percent', exact: chance, shown: showPercent(chance) }] }
    }),
    notes: ['Each bar is the runs from the figure beside it up to the next.'],
  }
}

/** Of whole units. */
const figureText = (amount: Money, { size, places }: Unit): string =>
  places > 0 ? inReadablePounds(amount) : `${amount / size}`.replaceAll(/\B(?=(\d{3})+$)/g, ',')
