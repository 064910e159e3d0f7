/**
 * A range's value at a place: one of 2^32 places equally likely, in rising order, so that place k stands at a chance of
 * (2k + 1)/2^33. Between 2 and 4, all alike, the first place is 2, the last is 4 and the middle is 3. Values are exact
 * fractions on a grid of a millionth; the values of a discrete range are as stated.
 */
import { add, divide, isLess, isZero, multiply, type Ratio, ratio, roundHalfAway, subtract } from '../ratio.ts'
import type { Range } from '../scenario/range.ts'
import { deviations } from './normal.ts'
import { real, squareRoot } from './real.ts'

export const places = 2 ** 32

/** The value at a place. */
export type Sampler = (place: number) => Ratio

export function samplerOf(range: Range): Sampler {
  switch (range.kind) {
    case 'uniform': {
      const along = gridded(range.low, subtract(range.high, range.low))
      return place => along(chanceAt(place))
    }
    case 'triangular': {
      const width = subtract(range.high, range.low)
      const along = gridded(range.low, width)
      const peak = isZero(width) ? 0 : real(divide(subtract(range.likely, range.low), width))
      return place => {
        const chance = chanceAt(place)
        return along(chance < peak ? squareRoot(chance * peak) : 1 - squareRoot((1 - chance) * (1 - peak)))
      }
    }
    case 'normal': {
      const along = gridded(range.mean, range.deviation)
      return place => along(deviations(chanceAt(place)))
    }
    case 'discrete':
      return discrete(range.values)
  }
}

/** Exact: a place is a whole number below 2^32. */
const chanceAt = (place: number): number => (place + 0.5) / places

const fine = 2 ** 40
const millionth = 1_000_000n

/** So many times the spread above the base, on the grid. */
function gridded(base: Ratio, spread: Ratio): (times: number) => Ratio {
  const denominator = base.denominator * spread.denominator * BigInt(fine)
  const start = base.numerator * spread.denominator * BigInt(fine) * millionth
  const step = spread.numerator * base.denominator * millionth
  return times => ratio(roundHalfAway({ numerator: start + step * BigInt(Math.floor(times * fine)), denominator }), millionth)
}

function discrete(values: Extract<Range, { kind: 'discrete' }>['values']): Sampler {
  const rising = [...values].sort((a, b) => (isLess(a.value, b.value) ? -1 : 1))
  let below = ratio(0n)
  const ends = rising.map(({ value, chance }) => {
    below = add(below, chance)
    return { value, end: roundHalfAway(multiply(below, ratio(BigInt(places)))) }
  })
  return place => ends.find(({ end }) => BigInt(place) < end)!.value
}
