/** What the partners bear of a line in each year of a run: £100 a year by 3 and 2 is £60 and £40, apportioned once for the year. */
import { apportion } from '../../apportion.ts'
import type { Money } from '../../money.ts'
import { quartersOf, type Year } from '../../period.ts'
import { runsThrough } from '../../run.ts'
import type { Amounts } from './line.ts'
import type { NumberedWeights, Weighing } from './weights.ts'

/**
 * Tells what each partner bears, year by year.
 *
 * @param numbers of the line's weights, quarter by quarter
 * @returns whether someone can bear every quarter's cost
 */
export function bear(
  { totals, quarters }: Amounts, numbers: readonly number[], years: readonly Year[], weighing: Weighing, { weightsOf }: NumberedWeights, tell: (year: number, parts: readonly Money[]) => void,
): boolean {
  for (const [place, year] of years.entries()) {
    const [first, ...others] = numbers.slice(4 * place, 4 * place + 4)
    const weights = weightsOf(first!, weighing)
    if (weights.flaw === undefined && others.every(other => other === first)) {
      if (totals[place] !== 0n) tell(place, apportion(totals[place]!, weights.whole))
      continue
    }
    const amounts = quarters(place)
    const weighed = quartersOf(year).map((quarter, nth) => ({ quarter, amount: amounts[nth]!, weights: weightsOf(numbers[4 * place + nth]!, weighing) }))
    if (weighed.some(each => each.amount !== 0n && each.weights.flaw)) return false
    for (const run of runsThrough(weighed)) tell(place, run.quarters.at(-1)!.toDate.parts)
  }
  return true
}
