/**
 * The one apportioning primitive: an amount split by weights into whole pence that sum to it, by largest remainder.
 * 10p by 50, 27 and 23 is exactly 5, 2.7 and 2.3; whole pence first, 5, 2 and 2, then the penny left over to the
 * largest remainder: 5, 3 and 2.
 *
 * Method: Hamilton's (largest remainder, Hare quota); Balinski and Young, "Fair Representation" (1982), ch. 2.
 */
import { type Money, pence } from './money.ts'

/**
 * Parts in the order of the weights. Each is within a penny of exact; a weight of zero gets nothing; a negative amount
 * mirrors the positive one. Equal remainders go to the larger weight, then to the earlier place: callers hold the
 * weights in code-point order of the partners' ids, so no order of a file decides.
 *
 * @throws RangeError for a negative weight, or weights that are all zero for an amount that is not: whoever calls has
 * told the user before.
 */
export function apportion(amount: Money, weights: readonly bigint[]): Money[] {
  const whole = weights.reduce((sum, weight) => {
    if (weight < 0n) throw new RangeError(`cannot apportion by a weight of ${weight}`)
    return sum + weight
  }, 0n)
  if (amount === 0n) return weights.map(() => pence(0n))
  if (whole === 0n) throw new RangeError(`cannot apportion ${amount} by weights that are all zero`)
  if (amount < 0n) return apportion(pence(-amount), weights).map(part => pence(-part))

  const parts = weights.map(weight => (amount * weight) / whole)
  let leftOver = amount - parts.reduce((sum, part) => sum + part, 0n)
  if (leftOver > 0n) {
    for (const place of placesByRemainder(amount, weights, whole)) {
      if (leftOver-- === 0n) break
      parts[place]! += 1n
    }
  }
  return parts as Money[]
}

/** Places from the largest remainder to the smallest. Fewer pennies are left over than there are remainders above zero. */
function placesByRemainder(amount: bigint, weights: readonly bigint[], whole: bigint): number[] {
  const remainders = weights.map(weight => (amount * weight) % whole)
  return weights
    .map((_, place) => place)
    .sort((a, b) => descending(remainders[a]!, remainders[b]!) || descending(weights[a]!, weights[b]!) || a - b)
}

const descending = (a: bigint, b: bigint): number => (a > b ? -1 : a < b ? 1 : 0)
