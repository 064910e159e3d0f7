/**
 * The inputs that a figure is tried against, each with a low and a high value: everything that a model states, a tenth less
 * and a tenth more of it; or the ranges that scenarios state.
 */
import type { Model } from '../model.ts'
import { add, isLess, multiply, one, type Ratio, ratio, subtract } from '../ratio.ts'
import type { Adjustment, Change } from '../scenario/change.ts'
import { fixed, type Range } from '../scenario/range.ts'
import type { At } from '../stated.ts'
import { isVariable, type Variable, varyingOf } from './variable.ts'

export interface Input {
  readonly variable: Variable
  readonly low: Ratio
  readonly high: Ratio
}

/** No file states a variation that is tried on everything alike. */
export const nowhere: At = { file: '', line: 1, column: 1, length: 1 }

/**
 * Every index, cost line, count of a partner, and baseline of a partner by category.
 *
 * @param by the part that each is less and more, 1/10 for 10%
 */
export function inputsOf({ indexation, budget, baseline, counts }: Model, by: Ratio): Input[] {
  const adjustment: Adjustment = { how: 'scale', by: fixed(one) }
  const own = new Map(baseline.map(({ category, partner }) => [JSON.stringify([category, partner]), { category, partner }]))
  const variables: Variable[] = [
    ...[...indexation.keys()].map(index => ({ kind: 'rates', at: nowhere, index, adjustment } as const)),
    ...budget.map(({ id }) => ({ kind: 'amounts', of: 'budget', at: nowhere, target: { line: id }, adjustment } as const)),
    ...[...counts].flatMap(([driver, partners]) => [...partners.keys()].map(partner => ({ kind: 'counts', at: nowhere, driver, partner, adjustment } as const))),
    ...[...own.values()].map(target => ({ kind: 'amounts', of: 'baseline', at: nowhere, target, adjustment } as const)),
  ]
  return variables.map(variable => ({ variable, low: subtract(one, by), high: add(one, by) }))
}

/** Every range that the changes state, each change once. */
export const inputsIn = (changes: readonly Change[]): Input[] =>
  changes.filter(isVariable).flatMap(variable => {
    const { range } = varyingOf(variable)
    return range === undefined ? [] : [{ variable, ...endsOf(range) }]
  })

/** A normal curve lies outside so many deviations of its mean in a tenth of cases at either end: P10 and P90. */
const toTheTenth = ratio(128n, 100n)

function endsOf(range: Range): { low: Ratio; high: Ratio } {
  switch (range.kind) {
    case 'triangular':
    case 'uniform':
      return { low: range.low, high: range.high }
    case 'normal': {
      const away = multiply(range.deviation, toTheTenth)
      return { low: subtract(range.mean, away), high: add(range.mean, away) }
    }
    case 'discrete': {
      const values = range.values.map(({ value }) => value)
      return { low: values.reduce((a, b) => (isLess(b, a) ? b : a)), high: values.reduce((a, b) => (isLess(a, b) ? b : a)) }
    }
  }
}
