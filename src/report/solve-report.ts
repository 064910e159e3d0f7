/** The switching value in words, with the figures on either side of it, and where it was looked for. */
import type { Model } from '../domain/model.ts'
import type { Money } from '../domain/money.ts'
import { one } from '../domain/ratio.ts'
import type { Variable } from '../domain/sensitivity/variable.ts'
import { type Point, steps } from '../domain/solve/search.ts'
import { type Answer, type Solution, valueAt } from '../domain/solve/solve.ts'
import { amountText, finePercentText, percentText } from './decimal-text.ts'
import { inPence, none, type Prose, type Report, type Row, text } from './table.ts'
import { units } from './unit.ts'
import { valueText } from './value-text.ts'
import { variableName } from './variable-name.ts'
import { watchedName } from './watched-name.ts'

/** @param scenarios those that set the base */
export function solveReport(solution: Solution, model: Model, scenarios: readonly string[]): Report {
  const { question: { variable, watched, target } } = solution
  return {
    title: `${model.name}: where the ${watchedName(watched, model)} reaches ${amountText(target, model.currency)}, varying ${variableName(variable, model.years)}`,
    parts: [
      { kind: 'prose', title: 'Answer', paragraphs: [...answered(solution, model), ...(scenarios.length > 0 ? [`The base is the model under ${scenarios.join(' and ')}.`] : [])] },
      {
        kind: 'table', title: 'Figures', unit: units.pence, notes: [],
        columns: [{ title: '', kind: 'label' }, { title: variable.kind === 'rates' ? 'rate' : 'factor', kind: 'figure' }, { title: watched.measure.replace('-', ' '), kind: 'figure' }],
        rows: figures(solution),
      },
      lookedFor(solution),
    ],
  }
}

function answered(solution: Solution, model: Model): string[] {
  const { question: { variable, watched, target, between }, answers } = solution
  const [first, ...others] = answers
  const figure = watchedName(watched, model)
  const goal = amountText(target, model.currency)
  const ends = `${percentText(valueAt(between.from))} to ${percentText(valueAt(between.to))}`
  if (first === undefined) return [`There is none from ${ends}: the ${figure} does not reach ${goal} there.`]
  return [
    answerText(first, figure, target, variable, model),
    ...(others.length > 0 ? [`It reaches ${goal} again at ${others.map(({ at }) => fineText(at)).join(', ')}: ${answers.length} times from ${ends}.`] : []),
  ]
}

/** "At 4.6513% …", "At 104.6513% of what it is (858.1407) …": what happens there, and the figures on either side. */
function answerText({ before, at, itself }: Answer, figure: string, target: Money, variable: Variable, model: Model): string {
  const amount = (of: Money): string => amountText(of, model.currency)
  const where = `${fineText(at)}${variable.kind === 'rates' ? '' : ` of what it is${itself ? ` (${valueText(itself, model.currency)})` : ''}`}`
  if (at.figure === target) return `At ${where} the ${figure} is exactly ${amount(target)}${before ? `; at ${fineText(before)} it is ${amount(before.figure)}` : ''}.`
  return `At ${where} the ${figure} goes ${at.figure < target ? 'below' : 'above'} ${amount(target)}: at ${fineText(before!)} it is ${amount(before!.figure)}; at ${fineText(at)} it is ${amount(at.figure)}.`
}

const fineText = ({ place }: Point): string => finePercentText(valueAt(place))

function figures({ question: { variable }, base, searched: { ends, nearest }, answers }: Solution): Row[] {
  const now = variable.kind !== 'rates' ? text(finePercentText(one)) : base.itself?.kind === 'rate' ? text(finePercentText(base.itself.value)) : none
  return [
    ...answers.flatMap(({ before, at, after }, place) => [
      ...row('a step before', before), ...row(place === 0 ? 'the answer' : 'again', at), ...row('a step after', after),
    ]),
    ...(answers.length === 0 ? [...row('the lowest', ends?.[0]), ...row('the nearest tried', nearest), ...row('the highest', ends?.[1])] : []),
    { kind: 'total', cells: [text('as it is'), now, inPence(base.figure)] },
  ]
}

const row = (label: string, point: Point | undefined): Row[] => (point ? [{ kind: 'item', cells: [text(label), text(fineText(point)), inPence(point.figure)] }] : [])

function lookedFor({ question: { variable, between: { from, to } }, searched: { scanned, unplanned } }: Solution): Prose {
  const step = variable.kind === 'rates' ? '0.0001 of a percentage point' : '0.0001% of what it is'
  const how = to - from <= steps ? 'in every step' : `in ${scanned - 1} steps and, between two on different sides of the target, in steps`
  const scan = `From ${percentText(valueAt(from))} to ${percentText(valueAt(to))} (--between changes that), ${how} of ${step}.`
  return {
    kind: 'prose', title: 'Where it was looked for',
    paragraphs: [
      `${scan}${to - from <= steps ? '' : ' What turns and turns back within one of them is not seen.'}`,
      ...(unplanned > 0 ? [`At ${unplanned} of the ${scanned} values there is no plan: a cost has nobody to bear it.`] : []),
    ],
  }
}
