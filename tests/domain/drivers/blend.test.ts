import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blendedWeights } from '../../../src/domain/drivers/blend.ts'
import { cellsBehind, type Weights, weights } from '../../../src/domain/drivers/weights.ts'
import { equal, isLess, one, type Ratio, ratio, total, zero } from '../../../src/domain/ratio.ts'
import { at, blend, borne, costLine, counted, model, percent, period, planOf } from '../../models.ts'
import { forAll, holds } from '../../properties.ts'

const weighing = (values: readonly bigint[], line = 1): Weights =>
  weights(counted('x'), values.map((value, place) => ({ value: ratio(value), sources: [{ kind: 'count', period: period('2017/18'), at: at(line, place + 1) }] })))

/** The values of a blend of two drivers. */
function blended(portion: Ratio, a: Weights, b: Weights): ReturnType<typeof blendedWeights> {
  const parts = [{ driver: counted('a'), portion }, { driver: counted('b'), portion: { ...portion, numerator: portion.denominator - portion.numerator } }]
  return blendedWeights(parts, a.each.length, driver => (driver.kind === 'counted' && driver.name === 'a' ? a : b))
}

test('35% by tax base and 65% by population, half of the one and a fifth of the other, is 0.175 + 0.13 = 0.305', () => {
  const { each, flaw } = blended(percent(35), weighing([500n, 500n]), weighing([20n, 80n]))
  expect(each.map(({ value }) => value)).toEqual([ratio(305n, 1000n), ratio(695n, 1000n)])
  expect(flaw).toBeUndefined()
})

test('it is the shares that are blended: ten times the population makes no difference', () => {
  const [once, tenfold] = [[20n, 80n], [200n, 800n]].map(population => blended(percent(35), weighing([500n, 500n]), weighing(population)).each)
  expect(tenfold!.map(({ value }) => value)).toEqual(once!.map(({ value }) => value))
})

test('a weight comes with the cells of every part', () => {
  expect(cellsBehind(blended(percent(35), weighing([1n, 1n], 4), weighing([1n, 1n], 9)).each[1]!)).toEqual([at(4, 2), at(9, 2)])
})

test('a part that is empty or negative is the flaw of the blend, for its portion would have nowhere to go', () => {
  const [sound, empty, negative] = [weighing([1n, 1n]), weighing([0n, 0n]), weighing([2n, -1n])]
  expect(blended(percent(35), sound, empty).flaw?.kind).toBe('empty')
  expect(blended(percent(35), negative, sound).flaw?.kind).toBe('negative')
  expect(blended(percent(35), empty, negative).flaw?.kind).toBe('empty')
})

const share = (of: readonly bigint[], place: number): Ratio => ratio(of[place]!, of.reduce((a, b) => a + b))

const inOrder = (a: Ratio, b: Ratio, c: Ratio): boolean => !isLess(b, a) && !isLess(c, b)

test('blended shares sum to 1, and each lies between those of the parts', () => {
  const count = fc.bigInt({ min: 0n, max: 1000n })
  const counts = fc.tuple(count, count, count.map(of => of + 1n))
  forAll([fc.integer({ min: 1, max: 99 }), counts, counts], (portion, a, b) => {
    const values = blended(percent(portion), weighing(a), weighing(b)).each.map(({ value }) => value)
    holds(equal(total(values), one), 'shares that are no whole')
    for (const [place, value] of values.entries()) {
      const [x, y] = [share(a, place), share(b, place)]
      holds(inOrder(x, value, y) || inOrder(y, value, x), 'not between the shares')
    }
  })
})

const fire = new Map([
  ['fire', [{ driver: counted('tax-base'), portion: percent(35) }, { driver: counted('population'), portion: percent(65) }]],
  ['half', [{ driver: blend('fire'), portion: percent(50) }, { driver: counted('calls'), portion: percent(50) }]],
])
const inBoth = { 'tax-base': { A: { '2017/18': 500 }, B: { '2017/18': 500 } }, population: { A: { '2017/18': 20 }, B: { '2017/18': 80 } } }
const yearly = { '2017/18': '4000.00' }

test('£1,000.00 a quarter by 0.305 and 0.695 is 305.00 and 695.00', () => {
  const of = model({ blends: fire, counts: inBoth, budget: [costLine('engines', yearly, { driver: blend('fire') })] })
  expect(Object.values(borne(planOf(of), 'engines'))[0]).toEqual([30500n, 69500n])
})

test('a blend of a blend: half by 0.305 and half by all the calls is 0.6525', () => {
  const of = model({ blends: fire, counts: { ...inBoth, calls: { A: { '2017/18': 9 } } }, budget: [costLine('engines', yearly, { driver: blend('half') })] })
  expect(Object.values(borne(planOf(of), 'engines'))[0]).toEqual([65250n, 34750n])
})

test('a blend of no parts weighs nothing', () => {
  expect(blendedWeights([], 2, () => weighing([1n, 1n])).each).toEqual([{ value: zero, sources: [] }, { value: zero, sources: [] }])
})
