/** What the tests of scenarios share: changes by hand, and the plan or the faults that they come to. */
import { isFault } from '../../../src/domain/diagnostic.ts'
import type { Model } from '../../../src/domain/model.ts'
import { quarterName, yearName, yearOf } from '../../../src/domain/period.ts'
import type { Plan } from '../../../src/domain/plan.ts'
import { type Ratio, ratio } from '../../../src/domain/ratio.ts'
import { planUnder } from '../../../src/domain/scenario/apply.ts'
import type { Adjustment, Change, ChangeOf } from '../../../src/domain/scenario/change.ts'
import { fixed } from '../../../src/domain/scenario/range.ts'
import type { Span, Target } from '../../../src/domain/scenario/target.ts'
import { inPounds } from '../../../src/domain/money.ts'
import { at, percent, period, pounds } from '../../models.ts'

export const scale = (whole: number): Adjustment => ({ how: 'scale', by: fixed(percent(whole)) })
export const set = (text: string): Adjustment => ({ how: 'set', by: fixed(ratio(pounds(text))) })
export const add = (text: string): Adjustment => ({ how: 'add', by: fixed(ratio(pounds(text))) })
export const to = (value: Ratio): Adjustment => ({ how: 'set', by: fixed(value) })

/** `2017/18`, or `2017/18 Q2 to 2017/18 Q3`. */
export function during(text: string): Span {
  const [first, last = first] = text.split(' to ').map(name => period(name))
  const quarterly = first!.kind === 'quarter'
  return [{
    first: (first!.kind === 'quarter' ? first!.quarter : first!.year * 4) as Span[number]['first'],
    last: (last!.kind === 'quarter' ? last!.quarter : last!.year * 4 + 3) as Span[number]['last'], ...(quarterly && { quarterly: true as const }),
  }]
}

type Terms<K extends Change['kind']> = Omit<ChangeOf<K>, 'kind' | 'at'>

export const change = <K extends Change['kind']>(kind: K, terms: Terms<K>): Change => ({ kind, at: at(5), ...terms }) as unknown as Change

export const amounts = (target: Target, adjustment: Adjustment, of: 'budget' | 'baseline' = 'budget'): Change => change('amounts', { of, target, adjustment })

export function under(model: Model, ...changes: Change[]): Plan {
  const { value, diagnostics } = planUnder(model, { changes })
  if (value === undefined) throw new Error(`no plan: ${diagnostics.map(({ code }) => code).join()}`)
  return value
}

/** What is wrong with a scenario, and what it is told to be. */
export const wrong = (model: Model, ...changes: Change[]): unknown[] => planUnder(model, { changes }).diagnostics.filter(isFault).map(({ code, args }) => [code, args])

/** A line's amounts by year: `{ '2017/18': '40.00' }`; and by quarter. */
export const years = (of: Plan, line: string): Record<string, string> =>
  Object.fromEntries(of.costs.filter(cost => cost.line.id === line).map(({ year, amount }) => [yearName(year), inPounds(amount.total)]))

export const quarters = (of: Plan, line: string): Record<string, string> => Object.fromEntries(of.costs.filter(cost => cost.line.id === line)
  .flatMap(({ year, amount }) => amount.quarters.map((quarter, place) => [quarterName((year * 4 + place) as Span[number]['first']), inPounds(quarter.amount)])))

/** What each partner bears in all in a quarter, in the model's order. */
export function pays(of: Plan, quarter: string): string[] {
  const at = (period(quarter) as { quarter: number }).quarter
  return of.model.partners.map((_, place) => inPounds(of.costs.filter(({ year }) => year === yearOf(at as Span[number]['first']))
    .flatMap(({ runs }) => runs.flatMap(run => run.quarters.filter(each => each.quarter === at).map(({ parts }) => parts[place]!)))
    .reduce((a, b) => (a + b) as typeof a, 0n as ReturnType<typeof pounds>)))
}
