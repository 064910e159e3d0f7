/** Lines that rise by an index, whose amounts are therefore in cash and not in prices of one year. */
import type { Index, Line, Model } from '../model.ts'
import { isZero } from '../ratio.ts'

/** Lines of the baseline and of the budget whose index has a rate that is not nil. */
export const indexedLines = ({ baseline, budget, indexation }: Model): Line[] =>
  [...baseline, ...budget].filter(({ index }) => index !== undefined && rises(indexation.get(index)))

const rises = (index: Index | undefined): boolean =>
  index !== undefined && [index.everyYear, ...index.byYear.values()].some(rate => rate !== undefined && !isZero(rate.value))
