/** What the property tests share: how often each runs, and arbitrary amounts, weights and fractions. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { type Money, pence } from '../src/domain/money.ts'
import { type Ratio, ratio } from '../src/domain/ratio.ts'

export const runs = { numRuns: 10_000 } as const

/** A truth that holds of whatever is drawn. */
export function forAll<T extends unknown[]>(drawn: { [K in keyof T]: fc.Arbitrary<T[K]> }, truth: (...of: T) => void, { numRuns }: { readonly numRuns: number } = runs): void {
  fc.assert(fc.property(fc.tuple<T>(...drawn), of => void truth(...of)), { numRuns })
}

/** Holds things that are compared by `===`, item by item; `expect` alone would take longer than the sums it checks. */
export function same(found: readonly unknown[], wanted: readonly unknown[]): void {
  if (found.length !== wanted.length || found.some((each, place) => each !== wanted[place])) expect(found).toEqual(wanted)
}

export function holds(truth: boolean, otherwise: string): void {
  if (!truth) expect.fail(otherwise)
}

const within = (size: bigint): fc.Arbitrary<bigint> => fc.bigInt({ min: -size, max: size })

/** From a few pence, where remainders tie, to far beyond 2^53. */
export const amounts: fc.Arbitrary<Money> = fc.oneof(within(20n), within(10n ** 7n), within(10n ** 30n)).map(pence)

/** Nil often, small so that they tie often, and some of them vast. */
const weights: fc.Arbitrary<bigint> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0n) },
  { weight: 4, arbitrary: fc.bigInt({ min: 0n, max: 9n }) },
  { weight: 2, arbitrary: fc.bigInt({ min: 0n, max: 10n ** 6n }) },
  { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: 10n ** 25n }) },
)

/** Weights that something can be apportioned by. */
export const soundWeights: fc.Arbitrary<bigint[]> = fc
  .tuple(fc.array(weights, { minLength: 1, maxLength: 7 }), fc.nat(6))
  .map(([of, place]) => (of.some(weight => weight > 0n) ? of : of.with(place % of.length, 1n)))

export const fractions: fc.Arbitrary<Ratio> = fc
  .tuple(fc.oneof(within(12n), within(10n ** 20n)), fc.oneof(fc.bigInt({ min: 1n, max: 12n }), fc.bigInt({ min: 1n, max: 10n ** 20n })))
  .map(([numerator, denominator]) => ratio(numerator, denominator))

export const total = (of: readonly bigint[]): bigint => of.reduce((a, b) => a + b, 0n)

export const size = (of: bigint): bigint => (of < 0n ? -of : of)
