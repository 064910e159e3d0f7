/** What each partner would spend alone, held against its cost under each method: does anybody pay more than alone? */
import { type ByPartner, type Comparison, together } from '../domain/comparison.ts'
import { less, nil } from '../domain/money.ts'
import { type Year, yearName } from '../domain/period.ts'
import type { CompareView, Figures, ShownComparison } from './compare-figures.ts'
import { methodTable, partnerRows } from './compare-tables.ts'
import { type Cell, none, type Row, type Table, text } from './table.ts'

/** Under a partner that pays more than alone, a row with how much more. */
export function aloneTable(of: Comparison, { methods, baseline }: ShownComparison, { unit }: CompareView): Table {
  const alone = baseline.together
  const costs = methods.map(({ costs }) => costs.together)
  const rows = partnerRows(of, [alone, ...costs]).flatMap((row, place): Row[] => {
    const more = costs.map(cost => moreThanAlone(alone, cost, place))
    return row.kind === 'total' || more.every(({ kind }) => kind === 'none') ? [row] : [row, { kind: 'detail', cells: [text('pays more'), none, ...more] }]
  })
  return methodTable('Against going alone', unit, ['alone', ...methods.map(({ name }) => name)], rows, ['Alone is the baseline: what the partner would spend without the shared service.'])
}

function moreThanAlone(alone: Figures, cost: Figures, place: number): Cell {
  const exact = less(cost.exact[place]!, alone.exact[place]!)
  const shown = cost.shown[place]! - alone.shown[place]!
  return exact > 0n ? { kind: 'money', exact, shown: shown > 0n ? shown : 0n } : none
}

export function aloneConclusion(of: Comparison, { years, byYear }: CompareView): string[] {
  if (of.model.baseline.length === 0) return ['The model has no baseline to hold the costs against.']
  const paying = payingMore(of, years)
  const sound = of.methods.map(({ method }) => method.name).filter(name => !paying.some(({ methods }) => methods.includes(name)))
  return [
    ...(sound.length > 0 ? [`Nobody pays more than it would alone under ${listed(sound, 'or')}.`] : []),
    ...paying.map(({ partner, methods }) => `Under ${listed(methods, 'and')}, ${partner} pays more than it would alone.`),
    ...(byYear && years.length > 1 ? years.flatMap(year => payingMore(of, [year]).map(({ partner, methods }) => `In ${yearName(year)}, under ${listed(methods, 'and')}, ${partner} pays more than it would alone.`)) : []),
  ]
}

/** The partners that pay more than alone, each with the methods under which it does. */
function payingMore({ model, methods, baseline }: Comparison, years: readonly Year[]): { partner: string; methods: string[] }[] {
  const alone = together(baseline, years, model)
  const costs = methods.map(({ method, costs }): [string, ByPartner] => [method.name, together(costs, years, model)])
  return model.partners.flatMap(({ id }, place) => {
    const dearer = costs.filter(([, cost]) => less(cost[place]!, alone[place]!) > nil).map(([name]) => name)
    return dearer.length > 0 ? [{ partner: id, methods: dearer }] : []
  })
}

const listed = (names: readonly string[], joint: string): string => (names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} ${joint} ${names.at(-1)}`)
