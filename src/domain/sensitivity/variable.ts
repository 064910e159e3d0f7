/** Changes that say how a figure varies: what is changed, and by how much, which may be another value in its place. */
import type { Ratio } from '../ratio.ts'
import type { Change, ChangeOf } from '../scenario/change.ts'
import { fixed, type Varying } from '../scenario/range.ts'

export type Variable = ChangeOf<'amounts' | 'counts' | 'rates' | 'start'>

export const isVariable = (change: Change): change is Variable => ['amounts', 'counts', 'rates', 'start'].includes(change.kind)

export const varyingOf = (variable: Variable): Varying => (variable.kind === 'start' ? variable.share : variable.adjustment.by)

/** The changes with the variable at a value, in its own place among them, or after them all where it is none of them. */
export function withValue(changes: readonly Change[], variable: Variable, value: Ratio): readonly Change[] {
  const now = atValue(variable, value)
  return changes.includes(variable) ? changes.map(change => (change === variable ? now : change)) : [...changes, now]
}

function atValue(variable: Variable, value: Ratio): Variable {
  const by = fixed(value)
  return variable.kind === 'start' ? { ...variable, share: by } : { ...variable, adjustment: { ...variable.adjustment, by } }
}
