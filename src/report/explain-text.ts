/** The small words of explanations: cells as `budget.csv:7:9`, percentages, and amounts that are not rounded: 1/3 of £1 is 0.333333…. */
import { decimal, divide, equal, isNegative, isZero, multiply, one, type Ratio, ratio } from '../domain/ratio.ts'

const inPercent = (share: Ratio): Ratio => multiply(share, ratio(100n))

/** Two places, and no noughts behind them; nothing and all are said only of what is that exactly. */
export function percentText(share: Ratio): string {
  const text = `${trimmed(decimal(inPercent(share), 2), 0)}%`
  return (text === '0%' && !isZero(share)) || (text === '100%' && !equal(share, one)) ? `almost ${text}` : text
}

/** A percentage as it was stated, with all its places. */
export const statedPercentText = (share: Ratio): string => `${cutText(inPercent(share), 12, 0)}%`

/** Pounds to a ten-thousandth of a penny. */
export const exactText = (inPence: Ratio): string => cutText(divide(inPence, ratio(100n)), 6, 2)

/** Decimals without noughts behind them; where so many places are not all of it, cut there, with an ellipsis. */
export function cutText(value: Ratio, places: number, least: number): string {
  const cut = ratio((value.numerator * 10n ** BigInt(places)) / value.denominator, 10n ** BigInt(places))
  const isAll = equal(cut, value)
  const [whole, rest] = decimal(cut, places).split('.')
  const sign = isNegative(value) && !whole!.startsWith('-') ? '-' : ''
  const text = `${sign}${whole!.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${rest}`
  return isAll ? trimmed(text, least) : `${text}…`
}

/** Without the noughts behind the point, down to so many places: "2.50" is "2.5", and "100.00" is "100". */
function trimmed(text: string, least: number): string {
  const [whole, rest] = text.split('.')
  const kept = rest!.replace(/0+$/, '').padEnd(least, '0')
  return kept === '' ? whole! : `${whole}.${kept}`
}
