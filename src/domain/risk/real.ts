/**
 * Real numbers for what is drawn by chance, and for nothing else: no amount of money is ever one. Only the four operations
 * are used, which ECMAScript fixes to the last bit (IEEE 754), and never Math.log, Math.exp or Math.sqrt, which it leaves
 * to each engine; so the same draw gives the same bits everywhere. The logarithm of 1/2 is -0.6931471805599453.
 */
import type { Ratio } from '../ratio.ts'

/** The natural logarithm of a number above nil, by the series of artanh around a number near 1. */
export function logarithm(of: number): number {
  let [near, halvings] = [of, 0]
  for (; near < 0.7; near *= 2) halvings++
  for (; near > 1.4; near /= 2) halvings--
  const part = (near - 1) / (near + 1)
  const square = part * part
  let sum = 0
  for (let power = 25; power > 0; power -= 2) sum = sum * square + 1 / power
  return 2 * part * sum - halvings * Math.LN2
}

/** e to a power that is nil or below, by its series near nil, squared back up. */
export function exponential(power: number): number {
  let [near, squarings] = [power, 0]
  for (; near < -0.0625; near /= 2) squarings++
  let sum = 1
  for (let term = 11; term > 0; term--) sum = 1 + (sum * near) / term
  for (; squarings > 0; squarings--) sum *= sum
  return sum
}

/** Of a number from nil to 1 or above it, by Newton's steps. */
export function squareRoot(of: number): number {
  if (of <= 0) return 0
  let [near, scale] = [of, 1]
  for (; near < 0.25; near *= 4) scale /= 2
  for (; near > 1; near /= 4) scale *= 2
  let root = 0.41731 + 0.59016 * near
  for (let step = 0; step < 4; step++) root = (root + near / root) / 2
  return root * scale
}

/** A fraction below 1 either way, cut after 52 binary places. */
export const real = ({ numerator, denominator }: Ratio): number => parseInt(((numerator << 52n) / denominator).toString(), 10) / 2 ** 52
