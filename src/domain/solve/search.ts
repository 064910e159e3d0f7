/**
 * The search for the value at which a figure reaches a target, on a grid of whole steps: a coarse scan for a change of side,
 * then halving inside each. A figure of 10 less a penny a step is above 7 at step 2 and reaches it at step 3.
 *
 * A figure is a step function of the value, and may turn back: what is found is planned anew on both sides of it before it is
 * answered, and a figure that turns and turns back between two neighbours of the scan is not seen.
 */
import type { Money } from '../money.ts'

/** What is watched at a place of the grid; none where there is no plan. */
export type FigureAt = (place: bigint) => Money | undefined

export interface Point {
  readonly place: bigint
  readonly figure: Money
}

/** The figure reaches the target: at it exactly, or past it with the step. */
export interface Crossing {
  /** A step before, on the side that the figure comes from; none where the first value that has a plan meets the target itself. */
  readonly before?: Point
  readonly at: Point
  /** A step after; none past the highest value searched, or where there is no plan. */
  readonly after?: Point
}

export interface Searched {
  /** In their order from the lowest value. */
  readonly crossings: readonly Crossing[]
  /** The lowest and the highest value tried that have a plan; none where no value has. */
  readonly ends?: readonly [Point, Point]
  /** Of all values that were tried, the first that comes nearest to the target. */
  readonly nearest?: Point
  /** Values of the scan, and those of them that have no plan. */
  readonly scanned: number
  readonly unplanned: number
}

export interface Interval {
  readonly from: bigint
  readonly to: bigint
}

export const steps = 64n

export function search(plannedAt: FigureAt, target: Money, { from, to }: Interval): Searched {
  const known = new Map<bigint, Money | undefined>()
  const figureAt: FigureAt = place => {
    if (!known.has(place)) known.set(place, plannedAt(place))
    return known.get(place)
  }
  const scan = placesOf({ from, to })
  const segments = scan.slice(1).flatMap((place, before) => planned({ from: scan[before]!, to: place }, figureAt))
  const places = segments.flatMap((segment, which) => {
    const isFirst = segments[which - 1]?.to !== segment.from
    const crossing = crossingIn(segment, figureAt, target)
    return [...(isFirst && figureAt(segment.from) === target ? [segment.from] : []), ...(crossing === undefined ? [] : [crossing])]
  })
  const points = [...known].flatMap(([place, figure]) => (figure === undefined ? [] : [{ place, figure }])).sort((a, b) => (a.place < b.place ? -1 : 1))
  return {
    crossings: places.map(place => confirmed(place, plannedAt, target, { from, to })),
    ...(points.length > 0 && { ends: [points[0]!, points.at(-1)!] as const, nearest: points.reduce((a, b) => (distance(b.figure, target) < distance(a.figure, target) ? b : a)) }),
    scanned: scan.length, unplanned: scan.filter(place => figureAt(place) === undefined).length,
  }
}

/** The ends and what lies between them in so many steps, or every place where there are fewer. */
function placesOf({ from, to }: Interval): bigint[] {
  const count = to - from < steps ? to - from : steps
  const places: bigint[] = []
  for (let step = 0n; step <= count; step += 1n) places.push(from + ((to - from) * step) / count)
  return places
}

/** A segment cut to where it has plans at both ends; none where it has a plan at neither. */
function planned({ from, to }: Interval, figureAt: FigureAt): Interval[] {
  const [atFrom, atTo] = [figureAt(from), figureAt(to)]
  if (atFrom === undefined && atTo === undefined) return []
  return [{ from: atFrom === undefined ? lastPlanned(to, from, figureAt) : from, to: atTo === undefined ? lastPlanned(from, to, figureAt) : to }]
}

/** From a place with a plan towards one without, the last that has one, if none between turns back. */
function lastPlanned(planned: bigint, gap: bigint, figureAt: FigureAt): bigint {
  const middle = (planned + gap) / 2n
  if (middle === planned || middle === gap) return planned
  return figureAt(middle) === undefined ? lastPlanned(planned, middle, figureAt) : lastPlanned(middle, gap, figureAt)
}

/** A place in a segment where the figure leaves the side that it starts on; none where it starts at the target, or ends on that side. */
function crossingIn({ from, to }: Interval, figureAt: FigureAt, target: Money): bigint | undefined {
  const side = sideOf(figureAt(from)!, target)
  if (side === 0n || sideOf(figureAt(to)!, target) === side) return undefined
  if (to - from === 1n) return to
  const middle = (from + to) / 2n
  const isGap = figureAt(middle) === undefined
  const before = { from, to: isGap ? lastPlanned(from, middle, figureAt) : middle }
  const after = { from: isGap ? lastPlanned(to, middle, figureAt) : middle, to }
  return crossingIn(before, figureAt, target) ?? (figureAt(after.from) === target ? after.from : crossingIn(after, figureAt, target))
}

/** -1 below the target, 0 at it, 1 above it. */
const sideOf = (figure: Money, target: Money): bigint => (figure < target ? -1n : figure > target ? 1n : 0n)

const distance = (figure: Money, target: Money): bigint => (figure < target ? target - figure : figure - target)

/**
 * A crossing with its neighbours, each planned once more.
 *
 * @throws RangeError where it is none: a fault of the program
 */
function confirmed(place: bigint, plannedAt: FigureAt, target: Money, { from, to }: Interval): Crossing {
  const point = (of: bigint): Point | undefined => {
    const figure = of < from || of > to ? undefined : plannedAt(of)
    return figure === undefined ? undefined : { place: of, figure }
  }
  const [before, at, after] = [point(place - 1n), point(place), point(place + 1n)]
  if (at === undefined || !isReached(before, at, target)) throw new RangeError(`the figure does not reach the target at ${place}`)
  return { ...(before && { before }), at, ...(after && { after }) }
}

/** At the target itself, or on the other side of it than a step before. */
const isReached = (before: Point | undefined, at: Point, target: Money): boolean =>
  at.figure === target || (before !== undefined && before.figure !== target && sideOf(before.figure, target) !== sideOf(at.figure, target))
