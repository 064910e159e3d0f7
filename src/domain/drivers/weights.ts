/**
 * What a driver gives for a quarter: each partner's weight, in the order of the model's partners, with the cells that
 * it was read from. 120 and 80 users are weights of 120 and 80, shares of 3/5 and 2/5.
 */
import { cellsOf, type YearAmount } from '../index-linking.ts'
import type { BaselineLine } from '../model.ts'
import type { Period } from '../period.ts'
import { inWholeNumbers, isNegative, isZero, type Ratio, ratio } from '../ratio.ts'
import type { At } from '../stated.ts'
import type { Driver } from './driver.ts'

export interface Weight {
  readonly value: Ratio
  readonly sources: readonly Source[]
}

/** What a weight is made of: a count with the period that it was stated for, a baseline amount that is added to it, or a portion of a share by another driver. */
export type Source =
  | { readonly kind: 'count'; readonly period: Period; readonly at: At }
  | { readonly kind: 'baseline'; readonly line: BaselineLine; readonly amount: YearAmount }
  | { readonly kind: 'portion'; readonly portion: Ratio; readonly weights: Weights; readonly place: number }

/** The cells that a weight was read from. */
export const cellsBehind = ({ sources }: Weight): readonly At[] => sources.flatMap(source => {
  switch (source.kind) {
    case 'count':
      return [source.at]
    case 'baseline':
      return cellsOf(source.amount.origin)
    case 'portion':
      return cellsBehind(source.weights.each[source.place]!)
  }
})

export interface Weights {
  readonly driver: Driver
  readonly each: readonly Weight[]
  /** The same proportions in whole numbers, to apportion by. */
  readonly whole: readonly bigint[]
  /** Set where nothing can be apportioned by them. */
  readonly flaw?: Flaw
}

/** Nothing was counted, or less than nothing of one partner; by which driver, which may be a part of a blend. */
export type Flaw =
  | { readonly kind: 'empty'; readonly driver: Driver }
  | { readonly kind: 'negative'; readonly driver: Driver; readonly place: number }

export function weights(driver: Driver, each: readonly Weight[], flawOfPart?: Flaw): Weights {
  const flaw = flawOfPart ?? flawOf(driver, each)
  return { driver, each, whole: inWholeNumbers(each.map(({ value }) => value)), ...(flaw && { flaw }) }
}

function flawOf(driver: Driver, each: readonly Weight[]): Flaw | undefined {
  const place = each.findIndex(({ value }) => isNegative(value))
  if (place >= 0) return { kind: 'negative', driver, place }
  return each.every(({ value }) => isZero(value)) ? { kind: 'empty', driver } : undefined
}

/** A partner's weight over the sum of weights; where that is zero, zero. */
export function shareOf({ whole }: Weights, place: number): Ratio {
  const sum = whole.reduce((a, b) => a + b, 0n)
  return sum === 0n ? ratio(0n) : ratio(whole[place]!, sum)
}

export const sameWeights = (a: Weights, b: Weights): boolean =>
  a === b || a.whole.every((weight, place) => weight === b.whole[place])
