/** Rates, counts and amounts in words: 0.018 is "1.8%", 1107.25 is "1,107.25", -£12.40 is "-£12.40". */
import { currencySymbol } from '../domain/currency.ts'
import { inReadablePounds, type Money } from '../domain/money.ts'
import { decimal, multiply, type Ratio, ratio } from '../domain/ratio.ts'

/** As many decimals as it has, up to so many. */
export function countText(value: Ratio, places = 6): string {
  const [whole, fraction] = decimal(value, places).split('.')
  const shown = fraction!.replace(/0+$/, '')
  return `${whole!.replaceAll(/\B(?=(\d{3})+$)/g, ',')}${shown === '' ? '' : `.${shown}`}`
}

export const percentText = (value: Ratio): string => `${countText(multiply(value, ratio(100n)))}%`

/** With four decimals, so that neighbours on the grid stand in line. */
export const finePercentText = (value: Ratio): string => `${decimal(multiply(value, ratio(100n)), 4)}%`

export function amountText(amount: Money, currency: string): string {
  const symbol = currencySymbol(currency)
  const apart = symbol === currency ? ' ' : ''
  return `${amount < 0n ? '-' : ''}${symbol}${apart}${inReadablePounds(amount).replace('-', '')}`
}
