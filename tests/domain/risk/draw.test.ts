import { describe, expect, test } from 'vitest'
import { drawer } from '../../../src/domain/risk/draw.ts'
import { randomFrom } from '../../../src/domain/risk/random.ts'
import { canVary, varies, varyingOf } from '../../../src/domain/risk/varying.ts'
import type { Change, Correlation } from '../../../src/domain/scenario/change.ts'
import type { Range } from '../../../src/domain/scenario/range.ts'
import { ratio } from '../../../src/domain/ratio.ts'
import { at, percent } from '../../models.ts'

const scaled = (range?: Range): Change => ({ kind: 'amounts', at: at(1), of: 'budget', target: {}, adjustment: { how: 'scale', by: { central: percent(100), ...(range && { range }) } } })
const bell = (name?: string): Change => scaled({ kind: 'normal', mean: percent(100), deviation: percent(10), ...(name !== undefined && { name }) })
const even = (name?: string): Change => scaled({ kind: 'uniform', low: percent(0), high: percent(100), ...(name !== undefined && { name }) })
const start = (): Change => ({ kind: 'start', at: at(1), share: { central: percent(90), range: { kind: 'uniform', low: percent(80), high: percent(95) } } })

const tied = (a: string, b: string, of: number, line = 1): Correlation => ({ between: [a, b], of: percent(of), at: at(line) })

function columns(changes: readonly Change[], correlations: readonly Correlation[], runs = 20_000, seed = 1n): number[][] {
  const { value } = drawer(changes, correlations, randomFrom(seed))
  const drawn = Array.from({ length: runs }, () => value!.next().map(change => {
    const of = canVary(change) ? varyingOf(change).central : ratio(0n)
    return Number(of.numerator) / Number(of.denominator)
  }))
  return changes.map((_, place) => drawn.map(run => run[place]!))
}

const mean = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0) / of.length

function correlation(a: readonly number[], b: readonly number[]): number {
  const [middleA, middleB] = [mean(a), mean(b)]
  const product = (x: readonly number[], y: readonly number[], mx: number, my: number): number => mean(x.map((each, place) => (each - mx) * (y[place]! - my)))
  return product(a, b, middleA, middleB) / Math.sqrt(product(a, a, middleA, middleA) * product(b, b, middleB, middleB))
}

describe('draws', () => {
  test('leave what does not vary as it is, and nothing varying in what does', () => {
    const changes = [scaled(), bell(), start(), { kind: 'line', at: at(1), line: {} } as unknown as Change]
    const { value } = drawer(changes, [], randomFrom(1n))
    const run = value!.next()
    expect([value!.ranges, run[0] === changes[0], run[3] === changes[3]]).toEqual([2, true, true])
    expect(run.map(varies)).toEqual([false, false, false, false])
    expect(run.map(({ kind }) => kind)).toEqual(['amounts', 'amounts', 'start', 'line'])
  })

  test('are the same from the same seed, and others from another', () => {
    const of = (seed: bigint): number[][] => columns([bell(), even()], [], 50, seed)
    expect(of(5n)).toEqual(of(5n))
    expect(of(5n)).not.toEqual(of(6n))
  })

  test('of one name come out together, in their own ranges; without a name apart', () => {
    const [one, two, three, other] = columns([even('dollars'), scaled({ kind: 'uniform', low: percent(100), high: percent(300), name: 'dollars' }), even(), even('pay')], [])
    expect(one!.every((of, place) => Math.abs(1 + 2 * of - two![place]!) < 2.1e-6)).toBe(true)
    for (const apart of [three, other]) expect(Math.abs(correlation(one!, apart!))).toBeLessThan(4 / Math.sqrt(20_000))
  })

  test.each([60, -30, 95, 0])('of two normal ranges are correlated by %d%%', of => {
    const [a, b, apart] = columns([bell('a'), bell('b'), bell('c')], [tied('a', 'b', of)])
    // Four standard errors: (1 - r²)/√n.
    expect(Math.abs(correlation(a!, b!) - of / 100)).toBeLessThan((4 * (1 - (of / 100) ** 2)) / Math.sqrt(20_000))
    expect(Math.abs(correlation(a!, apart!))).toBeLessThan(4 / Math.sqrt(20_000))
  })

  test.each([60, -30])('of two even ranges are correlated by what a Gaussian copula of %d%% makes of it: 6/π arcsin of half', of => {
    const [a, b] = columns([even('a'), even('b')], [tied('a', 'b', of)])
    expect(Math.abs(correlation(a!, b!) - (6 / Math.PI) * Math.asin(of / 200))).toBeLessThan(4 / Math.sqrt(20_000))
  })

  test('of three that go together go together pair by pair, and each still by its own range', () => {
    const [a, b, c] = columns([bell('a'), bell('b'), even('c')], [tied('a', 'b', 70), tied('b', 'c', 50), tied('c', 'a', -10)])
    expect(correlation(a!, b!)).toBeCloseTo(0.7, 1)
    // Between a normal and an even one: √(3/π) times.
    expect(Math.abs(correlation(b!, c!) - 0.5 * Math.sqrt(3 / Math.PI))).toBeLessThan(0.02)
    expect(Math.abs(correlation(a!, c!) + 0.1 * Math.sqrt(3 / Math.PI))).toBeLessThan(0.03)
    expect(Math.abs(mean(c!) - 0.5)).toBeLessThan(4 / Math.sqrt(12 * 20_000))
    expect(Math.abs(mean(b!) - 1)).toBeLessThan((4 * 0.1) / Math.sqrt(20_000))
    expect(c!.filter(x => x < 0.1).length / 20_000).toBeCloseTo(0.1, 2)
  })
})

describe('correlations', () => {
  const amiss = (...correlations: Correlation[]) => drawer([bell('a'), bell('b'), bell('c')], correlations, randomFrom(1n)).diagnostics.map(({ code, args, at: place }) => [code, 'why' in args ? args.why : args, place?.line])

  test.each([
    ['with what is no range', [tied('a', 'x', 10)], [['unknown-range', { range: 'x', known: ['a', 'b', 'c'] }, 1]]],
    ['with itself', [tied('a', 'a', 10)], [['bad-correlation', 'itself', 1]]],
    ['of all', [tied('a', 'b', 100)], [['bad-correlation', 'size', 1]]],
    ['of all the other way', [tied('a', 'b', -100)], [['bad-correlation', 'size', 1]]],
    ['a second time', [tied('a', 'b', 10), tied('b', 'a', 20, 2)], [['bad-correlation', 'twice', 2]]],
    // 1 + 2·0.6·0.6·r − 0.36 − 0.36 − r² is nil exactly at r = −0.28.
    ['on the edge of what can be', [tied('a', 'b', 60), tied('b', 'c', 60, 2), tied('a', 'c', -28, 3)], [['bad-correlation', 'impossible', 3]]],
    ['on the edge in another order', [tied('a', 'c', -28), tied('b', 'c', 60, 2), tied('a', 'b', 60, 3)], [['bad-correlation', 'impossible', 2]]],
    ['too close for what is left nil', [tied('a', 'b', 90), tied('b', 'c', 90, 2)], [['bad-correlation', 'impossible', 2]]],
  ])('%s are refused at their place', (_, correlations, wanted) => {
    expect(amiss(...correlations)).toEqual(wanted)
  })

  test('that can just be are taken', () => {
    expect(amiss(tied('a', 'b', 60), tied('b', 'c', 60), tied('a', 'c', -27))).toEqual([])
    expect(amiss(tied('a', 'b', 90), tied('b', 'c', 90), tied('a', 'c', 90))).toEqual([])
  })
})
