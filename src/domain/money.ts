/**
 * Money: whole pence in a bigint, a type of its own, so that no other number can pass for it.
 * £1,234.50 is `pence(123450n)`.
 */
import { type Ratio, roundHalfAway } from './ratio.ts'

declare const unit: unique symbol
export type Money = bigint & { readonly [unit]: 'pence' }

export const pence = (count: bigint): Money => count as Money

/** An exact amount in pence to the nearest penny, halves away from zero: 5/2 of a penny is 3. */
export const toPence = (exact: Ratio): Money => pence(roundHalfAway(exact))

export const nil: Money = pence(0n)

export const plus = (a: Money, b: Money): Money => pence(a + b)

export const less = (a: Money, b: Money): Money => pence(a - b)

export function sum(amounts: Iterable<Money>): Money {
  let total = 0n
  for (const amount of amounts) total += amount
  return pence(total)
}

/** The amount in pounds with two places: -5n is "-0.05". */
export function inPounds(amount: Money): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** The same with thousands apart, for people: "1,234.50". */
export const inReadablePounds = (amount: Money): string => inPounds(amount).replace(/\B(?=(\d{3})+\.)/g, ',')
