/** Sensitivity: a tornado of what each input alone does to the figure, and a table of the values that were tried. */
import type { Model } from '../domain/model.ts'
import type { Money } from '../domain/money.ts'
import type { Watched } from '../domain/sensitivity/figure.ts'
import type { End, Sensitivity, Tried, Unplanned } from '../domain/sensitivity/sensitivity.ts'
import { amountText } from './decimal-text.ts'
import { type RoundingMode, showAlone } from './shown.ts'
import { type Cell, type Prose, type Report, type Table, text } from './table.ts'
import { barsOf, type Tornado } from './tornado.ts'
import { type Unit, unitLabel } from './unit.ts'
import { valueOf, valueText } from './value-text.ts'
import { variableName } from './variable-name.ts'
import { watchedName } from './watched-name.ts'

export interface SensitivityView {
  /** Of the base: the model with the changes of the scenarios. */
  readonly model: Model
  readonly watched: Watched
  /** What was tried: so much less and more, or the ranges of scenarios. */
  readonly tries: { readonly by: string } | { readonly scenarios: readonly string[] }
  /** Inputs that are shown. */
  readonly top: number
  readonly unit: Unit
  readonly rounding: RoundingMode
}

export function sensitivityReport(of: Sensitivity, view: SensitivityView): Report {
  const { model, watched, unit, top } = view
  const shown = of.tried.slice(0, top)
  const notes = notesOn(of, view)
  return {
    title: `${model.name}: what moves the ${watchedName(watched, model)}, ${unitLabel(unit, model.currency)}`,
    parts: [whatIsTried(view), ...(shown.length > 0 ? [tornado(of, shown, view), valuesTried(of, shown, view, notes)] : [])],
    ...(shown.length === 0 && { conclusion: ['No input makes a difference.', ...notes] }),
  }
}

function whatIsTried({ tries }: SensitivityView): Prose {
  const what = 'by' in tries
    ? `Each input alone is made ${tries.by} less and ${tries.by} more of itself, and all the others stay as they are.`
    : `Each range that ${tries.scenarios.join(' and ')} ${tries.scenarios.length > 1 ? 'state' : 'states'} is taken alone at its low and at its high end, and everything else at its central value. Of a normal curve the ends are those that a tenth of cases lie beyond.`
  return { kind: 'prose', title: 'What is tried', paragraphs: [what] }
}

function tornado({ base }: Sensitivity, shown: readonly Tried[], view: SensitivityView): Tornado {
  const { unit, model } = view
  const end = ({ figure, difference }: End): { exact: Money; shown: bigint } => ({ exact: difference, shown: differenceShown(figure, difference, base, view) })
  return {
    kind: 'tornado', title: 'Difference from the base', unit,
    bars: barsOf(shown.map(({ variable, low, high }) => ({ label: variableName(variable, model.years), low: end(low), high: end(high) }))),
    notes: ['The marks are - where there is less of the input and + where there is more; left of the line the figure is below the base, and right of it above.'],
  }
}

/** Figures and differences add up as shown, unless each is to be rounded on its own. */
const differenceShown = (figure: Money, difference: Money, base: Money, { unit: { size }, rounding }: SensitivityView): bigint =>
  rounding === 'reconciled' ? showAlone(figure, size) - showAlone(base, size) : showAlone(difference, size)

function valuesTried({ base }: Sensitivity, shown: readonly Tried[], view: SensitivityView, notes: readonly string[]): Table {
  const { unit, model } = view
  const money = (exact: Money): Cell => ({ kind: 'money', exact, shown: showAlone(exact, unit.size) })
  return {
    kind: 'table', title: 'The figure', unit,
    columns: [{ title: '', kind: 'label' }, ...['low', 'high', 'at low', 'at high'].map(title => ({ title, kind: 'figure' }) as const)],
    rows: [
      ...shown.map(({ variable, low, high }) => ({
        kind: 'item' as const,
        cells: [
          text(variableName(variable, model.years)),
          ...[low, high].map(({ value, itself }) => text(valueText(valueOf(variable, value, itself), model.currency))),
          ...[low, high].map(({ figure }) => money(figure)),
        ],
      })),
      { kind: 'total', cells: [text('Base'), { kind: 'none' }, { kind: 'none' }, money(base), money(base)] },
    ],
    notes,
  }
}

function notesOn({ tried, idle, unplanned }: Sensitivity, { top, model }: SensitivityView): string[] {
  const rest = tried.slice(top)
  const names = (of: readonly Unplanned[]): string => of.map(({ variable }) => variableName(variable, model.years)).join(', ')
  return [
    ...(rest.length > 0 ? [`${rest.length} more ${rest.length > 1 ? 'inputs move' : 'input moves'} it by ${amountText(rest[0]!.width, model.currency)} at most, from low to high; --top ${tried.length} shows all.`] : []),
    ...(idle > 0 ? [`${inputs(idle)} ${idle > 1 ? 'make' : 'makes'} no difference.`] : []),
    ...(unplanned.length > 0 ? [`Left out, since there is no plan at one of its ends, where a cost has nobody to bear it: ${names(unplanned)}.`] : []),
  ]
}

const inputs = (count: number): string => `${count} ${count > 1 ? 'inputs' : 'input'}`
