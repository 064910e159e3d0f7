/** Sensitivity for other programs: a row an input, and plain data. */
import { inPounds } from '../domain/money.ts'
import type { End, Sensitivity, Tried } from '../domain/sensitivity/sensitivity.ts'
import type { SensitivityView } from './sensitivity-report.ts'
import { inPence, type Table, text } from './table.ts'
import { units } from './unit.ts'
import { plainValue, valueOf } from './value-text.ts'
import { variableName } from './variable-name.ts'
import { watchedJson } from './watched-name.ts'

const figures = ['low', 'high', 'base', 'figure_at_low', 'figure_at_high', 'difference_at_low', 'difference_at_high', 'width']

export function sensitivityFacts({ base, tried }: Sensitivity, { model, top }: SensitivityView): Table {
  return {
    kind: 'table', title: 'Sensitivity', unit: units.pence, notes: [],
    columns: [{ title: 'input', kind: 'label' }, ...figures.map(title => ({ title, kind: 'figure' }) as const)],
    rows: tried.slice(0, top).map(of => ({
      kind: 'item',
      cells: [
        text(variableName(of.variable, model.years)), text(plain(of, of.low)), text(plain(of, of.high)),
        ...[base, of.low.figure, of.high.figure, of.low.difference, of.high.difference, of.width].map(inPence),
      ],
    })),
  }
}

const plain = ({ variable }: Tried, { value, itself }: End): string => plainValue(valueOf(variable, value, itself))

export function sensitivityJson({ base, tried, idle, unplanned }: Sensitivity, { model, watched, tries, top }: SensitivityView): object {
  return {
    report: 'sensitivity', model: model.name, currency: model.currency, figure: watchedJson(watched), ...tries, base: inPounds(base),
    inputs: tried.slice(0, top).map(of => ({ input: variableName(of.variable, model.years), ...placeOf(of), low: endJson(of, of.low), high: endJson(of, of.high), width: inPounds(of.width) })),
    notShown: Math.max(0, tried.length - top), withoutDifference: idle, withoutPlan: unplanned.map(({ variable }) => variableName(variable, model.years)),
  }
}

const endJson = (of: Tried, end: End): object => ({ value: plain(of, end), figure: inPounds(end.figure), difference: inPounds(end.difference) })

/** Where a scenario states it. */
const placeOf = ({ variable: { at: { file, line } } }: Tried): { at?: string } => (file === '' ? {} : { at: `${file}:${line}` })
