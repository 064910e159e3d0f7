/**
 * Exact fractions, for shares, rates, counts and amounts that are not yet rounded to pence.
 * A fraction is in lowest terms over a positive denominator: `ratio(10n, -4n)` is -5/2.
 */
export interface Ratio {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** @throws RangeError for a denominator of zero: a fault of the program, never of its input. */
export function ratio(numerator: bigint, denominator = 1n): Ratio {
  if (denominator === 0n) throw new RangeError(`${numerator}/0 is no fraction`)
  const divisor = denominator < 0n ? -greatestCommonDivisor(numerator, denominator) : greatestCommonDivisor(numerator, denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

export const zero: Ratio = ratio(0n)
export const one: Ratio = ratio(1n)

export const add = (a: Ratio, b: Ratio): Ratio =>
  ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)

export const subtract = (a: Ratio, b: Ratio): Ratio => add(a, { numerator: -b.numerator, denominator: b.denominator })

export const multiply = (a: Ratio, b: Ratio): Ratio => ratio(a.numerator * b.numerator, a.denominator * b.denominator)

export const divide = (a: Ratio, b: Ratio): Ratio => ratio(a.numerator * b.denominator, a.denominator * b.numerator)

export const total = (ratios: Iterable<Ratio>): Ratio => [...ratios].reduce(add, zero)

export const equal = (a: Ratio, b: Ratio): boolean => a.numerator === b.numerator && a.denominator === b.denominator

export const isLess = (a: Ratio, b: Ratio): boolean => a.numerator * b.denominator < b.numerator * a.denominator

export const isZero = (a: Ratio): boolean => a.numerator === 0n

export const isNegative = (a: Ratio): boolean => a.numerator < 0n

/** How far from nil: 5/2 of 5/2, and of -5/2. */
export const size = ({ numerator, denominator }: Ratio): Ratio => ({ numerator: numerator < 0n ? -numerator : numerator, denominator })

/** The nearest whole number, halves away from zero: 5/2 is 3, -5/2 is -3. */
export function roundHalfAway(value: Ratio): bigint {
  const { numerator, denominator } = size(value)
  const rounded = (2n * numerator + denominator) / (2n * denominator)
  return isNegative(value) ? -rounded : rounded
}

/** Decimal text of so many places, halves away from zero: 2/3 to four places is "0.6667". */
export function decimal(value: Ratio, places: number): string {
  return scaledText(roundHalfAway(multiply(value, ratio(10n ** BigInt(places)))), places)
}

/** A whole number of units of 10^-places as text: 12345 at two places is "123.45". */
export function scaledText(scaled: bigint, places: number): string {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0')
  const sign = scaled < 0n ? '-' : ''
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** Whole numbers in the proportions of the fractions: 1/2, 1/3 become 3, 2. */
export function inWholeNumbers(ratios: readonly Ratio[]): bigint[] {
  const common = ratios.reduce((a, { denominator }) => (a / greatestCommonDivisor(a, denominator)) * denominator, 1n)
  return ratios.map(({ numerator, denominator }) => numerator * (common / denominator))
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b < 0n ? -b : b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
