/** The switching value for other programs: the points that tell it, and plain data. */
import type { Model } from '../domain/model.ts'
import { inPounds } from '../domain/money.ts'
import type { OneValue } from '../domain/sensitivity/one-value.ts'
import type { Point } from '../domain/solve/search.ts'
import { type Answer, type Solution, valueAt } from '../domain/solve/solve.ts'
import { finePercentText } from './decimal-text.ts'
import { inPence, type Row, type Table, text } from './table.ts'
import { units } from './unit.ts'
import { plainValue } from './value-text.ts'
import { variableName } from './variable-name.ts'
import { watchedJson } from './watched-name.ts'

/** A row for each point of each answer; without an answer those of the ends and of the nearest approach. */
export function solveFacts({ question: { variable }, searched: { ends, nearest }, answers }: Solution, { years }: Model): Table {
  const row = (answer: string, name: string, point: Point | undefined): Row[] =>
    (point ? [{ kind: 'item', cells: [text(variableName(variable, years)), text(answer), text(name), text(finePercentText(valueAt(point.place))), inPence(point.figure)] }] : [])
  return {
    kind: 'table', title: 'Solution', unit: units.pence, notes: [],
    columns: [...['input', 'answer', 'point'].map(title => ({ title, kind: 'label' }) as const), ...['value', 'figure'].map(title => ({ title, kind: 'figure' }) as const)],
    rows: answers.length === 0
      ? [...row('none', 'lowest', ends?.[0]), ...row('none', 'nearest', nearest), ...row('none', 'highest', ends?.[1])]
      : answers.flatMap(({ before, at, after }, place) => [...row(`${place + 1}`, 'before', before), ...row(`${place + 1}`, 'at', at), ...row(`${place + 1}`, 'after', after)]),
  }
}

export function solveJson({ question, base, searched: { ends, nearest, scanned, unplanned }, answers }: Solution, { name, currency, years }: Model, scenarios: readonly string[]): object {
  const { variable, watched, target, between } = question
  return {
    report: 'solve', model: name, currency, scenarios, input: variableName(variable, years), varies: variable.kind === 'rates' ? 'rate' : 'factor', figure: watchedJson(watched), reach: inPounds(target),
    between: [between.from, between.to].map(place => finePercentText(valueAt(place))),
    base: { figure: inPounds(base.figure), ...comesTo(base.itself) },
    solved: answers.length > 0,
    answers: answers.map(answer => answerJson(answer, question)),
    ...(answers.length === 0 && ends && nearest && { lowest: pointJson(ends[0]), nearest: pointJson(nearest), highest: pointJson(ends[1]) }),
    scanned, withoutPlan: unplanned,
  }
}

const answerJson = ({ before, at, after, itself }: Answer, { target }: Solution['question']): object => ({
  ...pointJson(at), ...comesTo(itself), exact: at.figure === target, ...(before && { before: pointJson(before) }), ...(after && { after: pointJson(after) }),
})

const pointJson = ({ place, figure }: Point): object => ({ value: finePercentText(valueAt(place)), figure: inPounds(figure) })

/** The one rate, count or amount that the input comes to. */
const comesTo = (itself: OneValue | undefined): { comesTo?: string } => (itself ? { comesTo: plainValue(itself) } : {})
