/** The small words of explanations: cells as `budget.csv:7:9`, percentages, and amounts that are not rounded. */
import { decimal, divide, equal, multiply, type Ratio, ratio } from '../domain/ratio.ts'
import type { At } from '../domain/stated.ts'

export const cellText = ({ file, line, column }: At): string => `${file}:${line}:${column}`

/** Two places, and no noughts behind them. */
export const percentText = (share: Ratio): string => `${decimal(multiply(share, ratio(100n)), 2).replace(/\.?0+$/, '')}%`

/** Pounds to a ten-thousandth of a penny; where that is not all of it, with an ellipsis. */
export function exactText(inPence: Ratio): string {
  const places = 6
  const pounds = divide(inPence, ratio(100n))
  const cut = ratio((pounds.numerator * 10n ** BigInt(places)) / pounds.denominator, 10n ** BigInt(places))
  const [whole, rest] = decimal(cut, places).split('.')
  return `${whole!.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${rest}${equal(cut, pounds) ? '' : '…'}`
}
