/** The difference of two sides for people: what changed, then the bridge of what each partner bears, a row a step. */
import { addBridges, type Bridge, type Bridged, hasSteps, type Span, type Step, steps } from '../domain/bridge.ts'
import { groupBy } from '../domain/group.ts'
import { inCodePointOrder } from '../domain/model.ts'
import { quarterName, yearName } from '../domain/period.ts'
import { subjectText, valueCell } from './change-words.ts'
import { type Compared, placeOf } from './compared.ts'
import { inPence, none, type Prose, type Report, type Row, type Table, text } from './table.ts'
import { unitLabel, units } from './unit.ts'

export type DiffBreakdown = 'line' | 'year'

export function diffReport(compared: Compared, by: DiffBreakdown | undefined): Report {
  const { name, currency, before, after, bridges } = compared
  const moved = steps.filter(step => bridges.some(bridged => bridged[step] !== 0n))
  return {
    title: `${name}: what changed from ${before.name} to ${after.name}, ${unitLabel(units.pence, currency)}`,
    parts: [compared.changes.length === 0 ? nothing : changeTable(compared), ...bridgeTables(compared, by)],
    conclusion: moved.length > 0 ? moved.map(step => meanings[step]) : ['Every partner bears what it bore.'],
  }
}

const nothing: Prose = { kind: 'prose', title: 'What changed', paragraphs: ['Nothing changed.'] }

/** The place of a change stands below it, and so do long texts: beside it there would be no room. */
function changeTable(compared: Compared): Table {
  return {
    kind: 'table', title: 'What changed', unit: units.pence, notes: compared.changes.some(({ of }) => of.kind === 'file') ? ['Of a file that no plan is made of, the beginning of the digest of what is in it.'] : [],
    columns: [{ title: '', kind: 'label' }, { title: 'before', kind: 'figure' }, { title: 'after', kind: 'figure' }],
    rows: compared.changes.flatMap((change): Row[] => {
      const values = [change.before, change.after].map(valueCell)
      const fits = values.every(cell => cell.kind !== 'text' || cell.text.length <= widest)
      const below = values.flatMap((cell, place) => (fits || cell.kind !== 'text' ? [] : [`${place === 0 ? 'before' : 'after'}: ${cell.text}`]))
      const place = placeOf(change, compared)
      return [
        { kind: 'item', cells: [text(subjectText(change.of)), ...(fits ? values : [none, none])] },
        ...[...below, ...(place === undefined ? [] : [place])].map(detail => ({ kind: 'detail', cells: [text(detail), none, none] }) as const),
      ]
    }),
  }
}

const widest = 14

function bridgeTables(compared: Compared, by: DiffBreakdown | undefined): Table[] {
  const { bridges, spans } = compared
  switch (by) {
    case 'line':
      return [...groupBy(bridges, ({ line }) => line)].filter(([, own]) => own.some(hasSteps)).sort(([a], [b]) => inCodePointOrder(a, b))
        .map(([line, own]) => bridgeTable(`Bridge of ${line}, ${stretchOf(spans)}`, own, compared))
    case 'year':
      return spans.map(span => bridgeTable(`Bridge of ${measureOf(spans)}, ${stretchOf([span])}`, bridges.filter(bridged => bridged.span === span), compared))
    case undefined:
      return [bridgeTable(`Bridge of ${measureOf(spans)}, ${stretchOf(spans)}`, bridges, compared)]
  }
}

/** A plan has costs; an issued quarter what was charged of them so far. */
const measureOf = (spans: readonly Span[]): string => (spans.some(({ year }) => year === undefined) ? 'charges to date' : 'cost')

/** "2017/18 to 2021/22", or the years one by one where some between are not asked for. */
function stretchOf(spans: readonly Span[]): string {
  const years = spans.flatMap(({ year }) => year ?? [])
  if (years.length === 0) return spans.map(({ quarters }) => quarterName(quarters.at(-1)!)).join(', ')
  const [first, last] = [years[0]!, years.at(-1)!]
  return years.length > 1 && last - first === years.length - 1 ? `${yearName(first)} to ${yearName(last)}` : years.map(yearName).join(', ')
}

function bridgeTable(title: string, bridges: readonly Bridged[], { partners, before, after }: Compared): Table {
  const columns = partners.map(partner => addBridges(bridges.filter(bridged => bridged.partner === partner)))
  const shown = partners.length > 1 ? [...columns, addBridges(columns)] : columns
  const row = (kind: Row['kind'], label: string, measure: keyof Bridge): Row => ({ kind, cells: [text(label), ...shown.map(of => inPence(of[measure]))] })
  return {
    kind: 'table', title, unit: units.pence, notes: [],
    columns: [{ title: '', kind: 'label' }, ...[...partners, ...(partners.length > 1 ? ['total'] : [])].map(heading => ({ title: heading, kind: 'figure' }) as const)],
    rows: [row('item', `From ${short(before.name)}`, 'from'), ...steps.map(step => row('detail', titles[step], step)), row('total', `To ${short(after.name)}`, 'to')],
  }
}

/** The end of a long path is what tells it from another. */
const short = (name: string): string => (name.length > 18 ? `…${name.slice(-17)}` : name)

const titles: Readonly<Record<Step, string>> = {
  price: 'Price', volume: 'Volume', share: 'Share', partners: 'Joined or left', method: 'Method', rounding: 'Rounding',
}

const meanings: Readonly<Record<Step, string>> = {
  price: 'Price: the lines cost more or less, or at another time; each partner bears that at its old share, and of a new line or year at its new one.',
  volume: 'Volume: more or fewer are counted in all, so what a partner had is less or more of the whole.',
  share: 'Share: more or fewer are counted of the partner itself.',
  partners: 'Joined or left: a cost is borne by more partners, or by fewer.',
  method: 'Method: a line goes by another rule or driver.',
  rounding: 'Rounding: the pennies that are left of each partner, since what it bears and every step are in whole pence.',
}
