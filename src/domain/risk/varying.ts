/** What of a change may vary, and the change once it has come to a value: a scale of 95% to 115% that comes to 107% is a scale of 107%. */
import type { Change } from '../scenario/change.ts'
import type { Varying } from '../scenario/range.ts'

export function varyingOf(change: Change): Varying | undefined {
  switch (change.kind) {
    case 'amounts':
    case 'counts':
    case 'rates':
      return change.adjustment.by
    case 'start':
      return change.share
    case 'move':
    case 'delay':
    case 'line':
    case 'join':
    case 'leave':
      return undefined
  }
}

/** The change with what varies in it come to a value. */
export function cameTo(change: Change, by: Varying): Change {
  if (change.kind === 'start') return { ...change, share: by }
  return 'adjustment' in change ? { ...change, adjustment: { ...change.adjustment, by } } : change
}
