/** What was checked and what differs, each difference on a line of its own. */
import { yearName } from '../domain/period.ts'
import type { Comparison } from '../domain/published.ts'
import { decimal, multiply, type Ratio, ratio, subtract, zero } from '../domain/ratio.ts'
import type { SumCheck } from '../domain/sums.ts'
import { inPounds, less } from '../domain/money.ts'
import { type Report, type Row, type Table, text } from './table.ts'
import { units } from './unit.ts'

export interface Checked {
  readonly model: string
  /** Issued records, and how many of them are as they were issued. */
  readonly issued: { readonly records: number; readonly sound: number }
  readonly sums: readonly SumCheck[]
  readonly comparisons: readonly Comparison[]
  readonly beyond: readonly { readonly file: string; readonly count: number }[]
}

export const passed = ({ issued, sums, comparisons }: Checked): boolean =>
  issued.sound === issued.records && sums.every(({ faults }) => faults.length === 0) && comparisons.every(({ agrees }) => agrees)

export function checkReport(checked: Checked): Report {
  const differences = differencesTable(checked)
  return {
    title: `${checked.model}: check`,
    parts: [checksTable(checked), ...(differences.rows.length > 0 ? [differences] : [])],
    conclusion: conclusion(checked),
  }
}

const sumNames = { lines: 'Leaves sum to their line', partners: 'Partners sum to the total' }

function checksTable({ issued, sums, comparisons, beyond }: Checked): Table {
  const files = [...new Set(comparisons.map(({ file }) => file))]
  const figures = comparisons.filter(({ repeats }) => !repeats)
  const repeating = comparisons.filter(({ repeats }) => repeats)
  return {
    kind: 'table', title: 'Checks', unit: units.pence,
    columns: [{ title: '', kind: 'label' }, { title: 'compared', kind: 'figure' }, { title: 'agree', kind: 'figure' }],
    rows: [
      ...sums.map(({ of, compared: count, faults }) => checkRow(sumNames[of], count, count - faults.length)),
      ...(issued.records > 0 ? [checkRow('Issued records are as issued', issued.records, issued.sound)] : []),
      ...files.map(file => comparedRow(file, figures.filter(figure => figure.file === file))),
      ...(repeating.length > 0 ? [comparedRow('Totals that repeat other figures', repeating)] : []),
    ],
    notes: beyond.map(({ file, count }) => `${file}: ${count} figures of years outside the plan were not compared.`),
  }
}

const checkRow = (label: string, compared: number, agree: number): Row =>
  ({ kind: 'item', cells: [text(label), { kind: 'count', count: compared }, { kind: 'count', count: agree }] })

const comparedRow = (label: string, of: readonly Comparison[]): Row => checkRow(label, of.length, of.filter(({ agrees }) => agrees).length)

export interface Difference {
  readonly where: string
  readonly what: string
  readonly year: string
  readonly published: string
  readonly computed: string
  readonly difference: string
}

/** A sum that does not hold, or a published figure that is not ours, with the signed difference of ours less theirs. */
export function differencesOf({ sums, comparisons }: Checked): Difference[] {
  const broken = sums.flatMap(({ faults }) => faults.map(({ what, total, parts }) =>
    ({ where: '', what, year: '', published: inPounds(total), computed: inPounds(parts), difference: inPounds(less(parts, total)) })))
  const differing = comparisons.filter(({ agrees }) => !agrees).map(of => ({
    where: `${of.at.file}:${of.at.line}:${of.at.column}`, what: of.row, year: yearName(of.year),
    published: printed(of.value, of), computed: of.computed ? printed(of.computed, of) : 'none',
    difference: of.computed ? printed(subtract(of.computed, of.value), of) : printed(subtract(zero, of.value), of),
  }))
  return [...broken, ...differing]
}

function printed(value: Ratio, { percent, precision }: Comparison): string {
  const places = precision.denominator.toString().length - 1
  return percent ? `${decimal(multiply(value, ratio(100n)), Math.max(0, places - 2))}%` : decimal(value, places)
}

function differencesTable(checked: Checked): Table {
  return {
    kind: 'table', title: 'Differences', unit: units.pence, notes: [],
    columns: [{ title: '', kind: 'label' }, ...['year', 'published', 'computed', 'difference'].map(title => ({ title, kind: 'figure' }) as const)],
    rows: differencesOf(checked).map(({ where, what, year, published, computed, difference }) => ({
      kind: 'item', cells: [where ? `${where}  ${what}` : what, year, published, computed, difference].map(text),
    })),
  }
}

/** A row a difference, for another program. */
export function differenceFacts(checked: Checked): Table {
  const columns = ['place', 'row', 'year', 'published', 'computed', 'difference']
  return {
    kind: 'table', title: 'Differences', unit: units.pence, notes: [], columns: columns.map((title, place) => ({ title, kind: place < 3 ? 'label' : 'figure' })),
    rows: differencesOf(checked).map(({ where, what, year, published, computed, difference }) =>
      ({ kind: 'item', cells: [where, what, year, published, computed, difference].map(text) })),
  }
}

function conclusion({ sums, comparisons }: Checked): string[] {
  const broken = sums.reduce((count, { faults }) => count + faults.length, 0)
  const ofSums = broken === 0 ? 'Every total is the sum of its parts.' : `${broken} totals are not the sum of their parts.`
  if (comparisons.length === 0) return [ofSums, 'There is no table in expected/ to compare with.']
  const totals = comparisons.filter(({ repeats }) => repeats)
  const figures = comparisons.filter(({ repeats }) => !repeats)
  return [
    ofSums,
    `${agreeing(figures)} figures agree with the published tables.`,
    ...(totals.length > 0 ? [`${agreeing(totals)} totals that repeat them agree.`] : []),
  ]
}

const agreeing = (of: readonly Comparison[]): string => `${of.filter(({ agrees }) => agrees).length} of ${of.length}`

export function checkJson(checked: Checked): object {
  const { model, issued, sums, comparisons } = checked
  const figures = comparisons.filter(({ repeats }) => !repeats)
  return {
    report: 'check', model, passed: passed(checked),
    sums: sums.map(({ of, compared, faults }) => ({ of, compared, agree: compared - faults.length })),
    issued: { compared: issued.records, agree: issued.sound },
    published: { compared: figures.length, agree: figures.filter(({ agrees }) => agrees).length },
    differences: differencesOf(checked),
  }
}
