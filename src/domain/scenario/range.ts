/** A figure that may vary: what it is taken to be, and for a simulation how it may come out. */
import type { Ratio } from '../ratio.ts'

export interface Varying {
  /** Where nothing varies, and in every comparison: the likeliest value, or the mean. */
  readonly central: Ratio
  readonly range?: Range
}

export type Range =
  | { readonly kind: 'triangular'; readonly low: Ratio; readonly likely: Ratio; readonly high: Ratio; readonly name?: string }
  | { readonly kind: 'uniform'; readonly low: Ratio; readonly high: Ratio; readonly name?: string }
  | { readonly kind: 'normal'; readonly mean: Ratio; readonly deviation: Ratio; readonly name?: string }
  | { readonly kind: 'discrete'; readonly values: readonly { readonly value: Ratio; readonly chance: Ratio }[]; readonly name?: string }

export const fixed = (central: Ratio): Varying => ({ central })
