/** Changes whose figure may vary. */
import type { Change } from './change.ts'
import type { Varying } from './range.ts'

export const hasRange = (change: Change): boolean => figureOf(change)?.range !== undefined

/** The figure of a change; a change of lines or partners has none. */
function figureOf(change: Change): Varying | undefined {
  if ('adjustment' in change) return change.adjustment.by
  return change.kind === 'start' ? change.share : undefined
}
