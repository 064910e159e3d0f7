/** What each partner would spend alone, held against its cost under each method: does anybody pay more than alone? */
import { type Comparison, together } from '../domain/comparison.ts'
import { groupBy } from '../domain/group.ts'
import type { MethodName } from '../domain/methods/registry.ts'
import type { PartnerId } from '../domain/model.ts'
import { type Year, yearName } from '../domain/period.ts'
import { type CompareView, showDifference, type ShownComparison } from './compare-figures.ts'
import { methodTable, partnerRows } from './compare-tables.ts'
import { spanOf } from './span.ts'
import { type Cell, none, type Row, type Table, text } from './table.ts'

/** Under a partner that pays more than alone, a row with how much more. */
export function aloneTable(of: Comparison, { methods, baseline }: ShownComparison, view: CompareView): Table {
  const alone = baseline.together
  const costs = methods.map(({ costs }) => costs.together)
  const more = costs.map(cost => showDifference(cost, alone, view))
  const rows = partnerRows(of, [alone, ...costs]).flatMap((row, place): Row[] => {
    const cells = more.map(({ exact, shown }): Cell => (exact[place]! > 0n ? { kind: 'money', exact: exact[place]!, shown: shown[place]! > 0n ? shown[place]! : 0n } : none))
    return row.kind === 'total' || cells.every(({ kind }) => kind === 'none') ? [row] : [row, { kind: 'detail', cells: [text('pays more'), none, ...cells] }]
  })
  return methodTable('Against going alone', view.unit, ['alone', ...methods.map(({ name }) => name)], rows, ['Alone is the baseline: what the partner would spend without the shared service.'])
}

/** Of the years together, and of years in which somebody pays more that over all of them does not. */
export function aloneConclusion(of: Comparison, { years }: CompareView): string[] {
  if (of.model.baseline.length === 0) return ['The model has no baseline to hold the costs against.']
  const paying = payingMore(of, years)
  const over = `${years.length > 1 ? 'over' : 'in'} ${spanOf(years)}`
  const sound = of.methods.map(({ method }) => method.name).filter(name => !paying.some(({ method }) => method === name))
  const hidden = years.flatMap(year => payingMore(of, [year])
    .filter(({ partner, method }) => !paying.some(all => all.partner === partner && all.method === method))
    .map(pair => ({ ...pair, year })))
  return [
    ...(sound.length > 0 ? [`Nobody pays more than it would alone under ${listed(sound, 'or')} ${over}.`] : []),
    ...sentences(paying, () => over),
    ...sentences(hidden, ({ year }) => `in ${yearName(year)}`),
  ]
}

interface Payer {
  readonly partner: PartnerId
  readonly method: MethodName
}

/** One for each time and the methods under which it is so, of all the partners of whom it is. */
function sentences<P extends Payer>(payers: readonly P[], when: (payer: P) => string): string[] {
  const each = [...groupBy(payers, payer => JSON.stringify([payer.partner, when(payer)])).values()]
    .map(of => ({ partner: of[0]!.partner, under: `Under ${listed(of.map(({ method }) => method), 'and')}`, when: when(of[0]!) }))
  return [...groupBy(each, of => JSON.stringify([of.under, of.when])).values()].map(of => {
    const pay = of.length === 1 ? 'pays more than it would' : 'pay more than they would'
    return `${of[0]!.under}, ${listed(of.map(({ partner }) => partner), 'and')} ${pay} alone ${of[0]!.when}.`
  })
}

/** The partners that pay more than alone, with each method under which they do. */
function payingMore({ model, methods, baseline }: Comparison, years: readonly Year[]): Payer[] {
  const alone = together(baseline, years, model)
  return methods.flatMap(({ method, costs }) => {
    const cost = together(costs, years, model)
    return model.partners.filter((_, place) => cost[place]! > alone[place]!).map(({ id }) => ({ partner: id, method: method.name }))
  })
}

const listed = (names: readonly string[], joint: string): string => (names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} ${joint} ${names.at(-1)}`)
