/**
 * A tornado: a bar for each input, left and right of a line that stands for the base, as long as the figure moves. Of bars that
 * reach £-50 and £100 the longer fills its half, and the shorter half of the other.
 */
import type { Money } from '../domain/money.ts'
import { type Ratio, ratio } from '../domain/ratio.ts'
import type { Unit } from './unit.ts'

export interface Tornado {
  readonly kind: 'tornado'
  readonly title: string
  readonly unit: Unit
  readonly bars: readonly Bar[]
  readonly notes: readonly string[]
}

export interface Bar {
  readonly label: string
  readonly low: BarEnd
  readonly high: BarEnd
}

/** Where the figure goes with the input at one end: the difference from the base, and that in the tornado's unit. */
export interface BarEnd extends Moved {
  /** The difference as a part of the furthest that any bar goes: from -1 to 1. */
  readonly reach: Ratio
}

interface Moved {
  readonly exact: Money
  readonly shown: bigint
}

/** @param moved at least one of which makes a difference */
export function barsOf(moved: readonly { readonly label: string; readonly low: Moved; readonly high: Moved }[]): Bar[] {
  const furthest = moved.flatMap(({ low, high }) => [low, high]).map(({ exact }) => (exact < 0n ? -exact : exact)).reduce((a, b) => (b > a ? b : a))
  const end = (of: Moved): BarEnd => ({ ...of, reach: ratio(of.exact, furthest) })
  return moved.map(({ label, low, high }) => ({ label, low: end(low), high: end(high) }))
}
