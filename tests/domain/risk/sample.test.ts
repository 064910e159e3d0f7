import { describe, expect, test } from 'vitest'
import { randomFrom } from '../../../src/domain/risk/random.ts'
import { places, samplerOf } from '../../../src/domain/risk/sample.ts'
import type { Range } from '../../../src/domain/scenario/range.ts'
import { equal, ratio } from '../../../src/domain/ratio.ts'
import { percent } from '../../models.ts'

const uniform: Range = { kind: 'uniform', low: percent(92), high: percent(118) }
const triangular: Range = { kind: 'triangular', low: percent(95), likely: percent(100), high: percent(115) }
const normal: Range = { kind: 'normal', mean: percent(2), deviation: ratio(8n, 1000n) }
const discrete: Range = { kind: 'discrete', values: [{ value: percent(130), chance: percent(30) }, { value: percent(100), chance: percent(70) }] }

const valueAt = (range: Range) => {
  const sampler = samplerOf(range)
  return (place: number): number => {
    const { numerator, denominator } = sampler(place)
    return Number(numerator) / Number(denominator)
  }
}

/** Places of equal distance, the first and the last half a distance from the ends. */
const spaced = Array.from({ length: 2 ** 14 }, (_, place) => (place + 0.5) * 2 ** 18)

const mean = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0) / of.length
function variance(of: readonly number[]): number {
  const middle = mean(of)
  return mean(of.map(x => (x - middle) ** 2))
}

/** Closed forms: the mean, the variance, and the value at a chance. */
const forms: [string, Range, number, number, (chance: number) => number][] = [
  ['uniform', uniform, 1.05, 0.26 ** 2 / 12, chance => 0.92 + 0.26 * chance],
  ['triangular', triangular, (0.95 + 1 + 1.15) / 3, (0.95 ** 2 + 1 + 1.15 ** 2 - 0.95 - 0.95 * 1.15 - 1.15) / 18,
    chance => (chance < 0.25 ? 0.95 + Math.sqrt(chance * 0.2 * 0.05) : 1.15 - Math.sqrt((1 - chance) * 0.2 * 0.15))],
  ['normal', normal, 0.02, 0.008 ** 2, chance => ({ 0.1: 0.02 - 1.2815515655446004 * 0.008, 0.5: 0.02, 0.9: 0.02 + 1.2815515655446004 * 0.008 })[chance]!],
  ['discrete', discrete, 1.09, 0.7 * 0.3 * 0.3 ** 2, chance => (chance < 0.7 ? 1 : 1.3)],
]

describe.each(forms)('%s', (_, range, wantedMean, wantedVariance, quantile) => {
  test('has the mean, the variance and the quantiles of its closed form', () => {
    const values = spaced.map(valueAt(range))
    expect(Math.abs(mean(values) - wantedMean)).toBeLessThan(2e-5)
    expect(Math.abs(variance(values) / wantedVariance - 1)).toBeLessThan(1e-3)
    // The grid is a millionth: no value is further from exact than half of that.
    for (const chance of [0.1, 0.5, 0.9]) expect(Math.abs(valueAt(range)(Math.floor(chance * places)) - quantile(chance))).toBeLessThan(5.1e-7)
  })

  test('has them from a seed too, as near as 20,000 draws come', () => {
    const random = randomFrom(7n)
    const values = Array.from({ length: 20_000 }, () => valueAt(range)(random()))
    expect(Math.abs(mean(values) - wantedMean)).toBeLessThan(4 * Math.sqrt(wantedVariance / 20_000))
    expect(Math.abs(variance(values) / wantedVariance - 1)).toBeLessThan(4 * Math.sqrt(2 / 20_000))
  })

  test('rises from place to place, on a grid of a millionth', () => {
    const sampler = samplerOf(range)
    const values = [0, ...spaced.slice(0, 2000), places - 1].map(place => sampler(Math.floor(place)))
    expect(values.every(({ denominator }) => 1_000_000n % denominator === 0n)).toBe(true)
    expect(values.every((value, at) => at === 0 || value.numerator * values[at - 1]!.denominator >= values[at - 1]!.numerator * value.denominator)).toBe(true)
  })
})

describe('the ends', () => {
  test.each([['uniform', uniform, 0.92, 1.18], ['triangular', triangular, 0.95, 1.15]] as const)('of %s are reached and never passed', (_, range, low, high) => {
    expect([valueAt(range)(0), valueAt(range)(places - 1)].map(value => value.toFixed(4))).toEqual([low.toFixed(4), high.toFixed(4)])
    expect(valueAt(range)(0)).toBeGreaterThanOrEqual(low)
    expect(valueAt(range)(places - 1)).toBeLessThanOrEqual(high)
  })

  test('of a triangle may be its peak', () => {
    const falling = valueAt({ kind: 'triangular', low: percent(0), likely: percent(0), high: percent(100) })
    const rising = valueAt({ kind: 'triangular', low: percent(0), likely: percent(100), high: percent(100) })
    for (const chance of [0.1, 0.5, 0.9]) {
      expect(falling(chance * places - 0.5)).toBeCloseTo(1 - Math.sqrt(1 - chance), 5)
      expect(rising(chance * places - 0.5)).toBeCloseTo(Math.sqrt(chance), 5)
    }
  })

  test('may be one: then that is all that comes', () => {
    const one = percent(104)
    for (const range of [{ kind: 'uniform', low: one, high: one }, { kind: 'triangular', low: one, likely: one, high: one }, { kind: 'discrete', values: [{ value: one, chance: percent(100) }] }] as Range[]) {
      for (const place of [0, 2 ** 31, places - 1]) expect(equal(samplerOf(range)(place), one)).toBe(true)
    }
  })
})

test('a discrete value takes as many places as its chance, in rising order', () => {
  const at = valueAt(discrete)
  const first = Math.round(0.7 * places)
  expect([at(0), at(first - 1), at(first), at(places - 1)]).toEqual([1, 1, 1.3, 1.3])
})

test('what is drawn is fixed to its last digit: reckoned apart, by the closed forms and Python\'s NormalDist().inv_cdf', () => {
  const drawn = [triangular, normal, uniform].map(range => [1, 123_456_789, 4_000_000_000].map(place => samplerOf(range)(place)).map(({ numerator, denominator }) => Number((numerator * 1_000_000n) / denominator)))
  expect(drawn).toEqual([[950002, 966954, 1104609], [-29331, 4803, 31886], [920000, 927474, 1162144]])
})
