/** What of a change may vary, and the change once it has come to a value: a scale of 95% to 115% that comes to 107% is a scale of 107%. */
import type { Change, ChangeOf } from '../scenario/change.ts'
import type { Varying } from '../scenario/range.ts'

export type Variable = ChangeOf<'amounts' | 'counts' | 'rates' | 'start'>

export function canVary(change: Change): change is Variable {
  switch (change.kind) {
    case 'amounts':
    case 'counts':
    case 'rates':
    case 'start':
      return true
    case 'move':
    case 'delay':
    case 'line':
    case 'join':
    case 'leave':
      return false
  }
}

export const varyingOf = (change: Variable): Varying => (change.kind === 'start' ? change.share : change.adjustment.by)

/** Whether anything in it does vary. */
export const varies = (change: Change): boolean => canVary(change) && varyingOf(change).range !== undefined

export const cameTo = (change: Variable, by: Varying): Change =>
  change.kind === 'start' ? { ...change, share: by } : { ...change, adjustment: { ...change.adjustment, by } }
