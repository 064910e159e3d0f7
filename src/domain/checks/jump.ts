/** Jumps: a line that changes by more than a part of itself from one year to the next, £96,000 to £200,000 by 108%. */
import { groupBy } from '../group.ts'
import type { YearAmount } from '../index-linking.ts'
import type { BaselineLine, CostLine } from '../model.ts'
import type { Year } from '../period.ts'
import { isLess, type Ratio, ratio } from '../ratio.ts'
import type { Check } from './check.ts'
import { notice, type Notice } from './notice.ts'
import { changedAt } from './places.ts'

export const jump = {
  name: 'jump',
  asks: 'Does no line that goes on change beyond --jump?',
  severity: 'warning',
  needs: 'plan',
  examine: ({ plan: { costs, baseline }, jump: most }) => {
    const lines: LineYear[][] = [...groupBy<LineYear, LineYear['line']>([...costs, ...baseline], ({ line }) => line).values()]
    const pairs = lines.flatMap(years => years.slice(1).map((now, place): [LineYear, LineYear] => [years[place]!, now]))
      .filter(([before, now]) => before.amount.total !== 0n && now.amount.total !== 0n)
    return { compared: pairs.length, notices: pairs.filter(([before, now]) => isLess(most, change(before, now))).map(([before, now]) => jumped(before, now)) }
  },
} as const satisfies Check

interface LineYear {
  readonly line: CostLine | BaselineLine
  readonly year: Year
  readonly amount: YearAmount
}

const size = (of: bigint): bigint => (of < 0n ? -of : of)

const change = ({ amount: before }: LineYear, { amount: now }: LineYear): Ratio => ratio(size(now.total - before.total), size(before.total))

const jumped = ({ amount: before }: LineYear, now: LineYear): Notice => {
  const { line, year, amount } = now
  return notice('jump', changedAt(now), { line: line.id, ...('partner' in line && { partner: line.partner }), year, before: before.total, now: amount.total })
}
