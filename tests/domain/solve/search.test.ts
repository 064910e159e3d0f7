import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Money, pence } from '../../../src/domain/money.ts'
import { type FigureAt, search, steps } from '../../../src/domain/solve/search.ts'
import { forAll, holds, same } from '../../properties.ts'

const nil = pence(0n)
/** A figure for each place from nought; null where there is no plan. */
const listed = (figures: readonly (number | null)[]): FigureAt => place => {
  const figure = figures[parseInt(`${place}`, 10)]
  return figure === null || figure === undefined ? undefined : pence(BigInt(figure))
}
const whole = (figures: readonly unknown[]): { from: bigint; to: bigint } => ({ from: 0n, to: BigInt(figures.length - 1) })
const found = (figures: readonly (number | null)[], target = nil): bigint[] => search(listed(figures), target, whole(figures)).crossings.map(({ at }) => at.place)

describe('a target is reached', () => {
  test('where the figure is past it with the step, with the figures on either side', () => {
    const { crossings } = search(place => pence(10n - 3n * place), nil, { from: 0n, to: 1000n })
    expect(crossings).toEqual([{ before: { place: 3n, figure: 1n }, at: { place: 4n, figure: -2n }, after: { place: 5n, figure: -5n } }])
  })

  test('where the figure is exactly it, at the first such place and once', () => {
    expect(found([2, 1, 0, 0, 0, -1, -2])).toEqual([2n])
    expect(found([2, 1, 0, 0, 1])).toEqual([2n])
    expect(found([-1, 4, 7], pence(4n))).toEqual([1n])
  })

  test('at the lowest place itself, without one before it, and again where the figure comes back', () => {
    const { crossings } = search(listed([0, 1, 2, 1, -1]), nil, { from: 0n, to: 4n })
    expect(crossings).toEqual([{ at: { place: 0n, figure: 0n }, after: { place: 1n, figure: 1n } }, { before: { place: 3n, figure: 1n }, at: { place: 4n, figure: -1n } }])
  })

  test('at the highest place itself, without one after it', () => {
    expect(search(place => pence(2n - place), nil, { from: 1n, to: 2n }).crossings).toEqual([{ before: { place: 1n, figure: 1n }, at: { place: 2n, figure: 0n } }])
  })

  test('each time that the figure turns', () => {
    expect(found([1, -1, -1, 1, -1])).toEqual([1n, 3n, 4n])
  })

  test('to the step in a wide interval that begins below nought', () => {
    const edge = 123_456_789n
    const { crossings } = search(place => pence(place < -edge ? -5n : 7n), nil, { from: -(10n ** 12n), to: 10n ** 12n })
    expect(crossings).toMatchObject([{ before: { place: -edge - 1n, figure: -5n }, at: { place: -edge, figure: 7n } }])
  })
})

describe('a target is not reached', () => {
  test('and the ends and the nearest approach are told, the first of several', () => {
    const { crossings, ends, nearest, scanned, unplanned } = search(listed([9, 3, 5, 3, 8]), nil, { from: 0n, to: 4n })
    expect(crossings).toEqual([])
    expect([ends, nearest, scanned, unplanned]).toEqual([[{ place: 0n, figure: 9n }, { place: 4n, figure: 8n }], { place: 1n, figure: 3n }, 5, 0])
  })

  test('by a figure below it either', () => {
    expect(search(listed([-9, -3, -5]), nil, { from: 0n, to: 2n }).nearest).toEqual({ place: 1n, figure: -3n })
  })
})

describe('where there is no plan', () => {
  test('at the lowest values, what lies between there and the first value of the scan is searched too', () => {
    const { crossings, ends, unplanned } = search(place => (place < 3n ? undefined : pence(10n - place)), nil, { from: 0n, to: 1280n })
    expect(crossings).toMatchObject([{ before: { place: 9n }, at: { place: 10n, figure: 0n } }])
    expect([ends![0], unplanned]).toEqual([{ place: 3n, figure: 7n }, 1])
  })

  test('at the highest values, it is searched up to the last that has one', () => {
    const { crossings, ends } = search(place => (place > 1277n ? undefined : pence(1270n - place)), nil, { from: 0n, to: 1280n })
    expect(crossings.map(({ at }) => at.place)).toEqual([1270n])
    expect(ends![1]).toEqual({ place: 1277n, figure: -7n })
  })

  test('in the midst of a step of the scan, both sides of the gap are searched, and the gap is no answer', () => {
    const gap = (figure: (place: bigint) => bigint): bigint[] =>
      search(place => (place > 40n && place < 90n ? undefined : pence(figure(place))), nil, { from: 0n, to: 128n * steps }).crossings.map(({ at }) => at.place)
    expect(gap(place => 30n - place)).toEqual([30n])
    expect(gap(place => 100n - place)).toEqual([100n])
    expect(gap(place => (place < 60n ? 1n : -1n))).toEqual([])
    expect(gap(place => (place < 90n ? 1n : 90n - place))).toEqual([90n])
  })

  test('after a value that has one and is the last, nothing is missed', () => {
    expect(search(listed([3, null, null, -4]), nil, { from: 0n, to: 3n }).crossings).toEqual([])
    expect(search(listed([null, 0, null, null]), nil, { from: 0n, to: 3n }).crossings).toMatchObject([{ at: { place: 1n } }])
  })

  test('at all, there is nothing to tell', () => {
    expect(search(() => undefined, nil, { from: 0n, to: 640n })).toEqual({ crossings: [], scanned: 65, unplanned: 65 })
  })
})

test('a figure that is another when it is planned anew is never answered', () => {
  const fickle = (again: (place: bigint) => Money | undefined): FigureAt => {
    const seen = new Set<bigint>()
    return place => {
      if (seen.has(place)) return again(place)
      seen.add(place)
      return pence(2n - place)
    }
  }
  for (const again of [() => pence(5n), () => undefined, (place: bigint) => pence(place - 2n < 0n ? 0n : -1n)]) {
    expect(() => search(fickle(again), nil, { from: 0n, to: 5n })).toThrow(RangeError)
  }
})

const figures = fc.array(fc.option(fc.integer({ min: -3, max: 3 }), { freq: 8 }), { minLength: 2, maxLength: 65 })

/** Every place at the target or past it that follows one off the target, and every one at it that follows a gap. */
function byHand(of: readonly (number | null)[], target: number): bigint[] {
  return of.flatMap((figure, place) => {
    const before = of[place - 1] ?? undefined
    const isReached = figure !== null && (before === undefined ? figure === target : before !== target && Math.sign(before - target) !== Math.sign(figure - target))
    return isReached ? [BigInt(place)] : []
  })
}

test('where every place is scanned, the crossings are those that a look at each finds', () => {
  forAll([figures, fc.integer({ min: -3, max: 3 })], (of, target) => {
    same(found(of, pence(BigInt(target))), byHand(of, target))
  })
})

test('in a wide interval, whatever is found is a crossing, and something is found where the ends are on two sides', () => {
  const turns = fc.array(fc.tuple(fc.bigInt({ min: 0n, max: 100_000n }), fc.bigInt({ min: -9n, max: 9n })), { minLength: 1, maxLength: 6 })
  forAll([turns, fc.bigInt({ min: -9n, max: 9n })], (of, target) => {
    const figureAt: FigureAt = place => pence(of.reduce((figure, [from, by]) => (place >= from ? figure + by : figure), 0n))
    const { crossings } = search(figureAt, pence(target), { from: 0n, to: 100_000n })
    const side = (place: bigint): number => Math.sign(parseInt(`${figureAt(place)! - target}`, 10))
    for (const { at: { place } } of crossings) holds(side(place) === 0 ? place === 0n || side(place - 1n) !== 0 : side(place) === -side(place - 1n), `no crossing at ${place}`)
    holds(crossings.length > 0 || (side(0n) !== 0 && side(0n) === side(100_000n)), 'missed a crossing between the ends')
  })
})
