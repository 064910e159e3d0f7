/**
 * Exact figures in whole units that add up to a given sum, by largest remainder: 1/3 and 2/3 that come to 1 are 0 and 1,
 * -1/3 and 4/3 that come to 1 are 0 and 1. Equal remainders go to the earlier place.
 */
import { equal, isNegative, type Ratio, ratio, subtract } from './ratio.ts'

/** @param whole the sum of the parts rounded up or down */
export function wholeParts(parts: readonly Ratio[], whole: bigint): bigint[] {
  const below = parts.map(({ numerator, denominator }) => floor(numerator, denominator))
  const above = parts.map((part, place) => subtract(part, ratio(below[place]!)))
  let left = whole - below.reduce((a, b) => a + b, 0n)
  const fromLargest = [...parts.keys()].sort((a, b) => (isNegative(subtract(above[b]!, above[a]!)) ? -1 : equal(above[a]!, above[b]!) ? a - b : 1))
  for (const place of fromLargest) {
    if (left-- <= 0n) break
    below[place]! += 1n
  }
  return below
}

const floor = (numerator: bigint, denominator: bigint): bigint =>
  numerator / denominator - (numerator < 0n && numerator % denominator !== 0n ? 1n : 0n)
