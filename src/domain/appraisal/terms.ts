/** The terms of an appraisal: how later money is discounted and to which year, and what is taken out or added before. */
import type { Year } from '../period.ts'
import type { Ratio } from '../ratio.ts'
import type { DiscountTable } from './discounting.ts'

export interface Terms {
  readonly discountTable: DiscountTable
  /** Whether the rates are of cash, inflation included, and not real ones. */
  readonly nominal: boolean
  /** Year 0: amounts are worth what they are in it. */
  readonly baseYear: Year
  /** General inflation a year, which is taken out of all amounts. */
  readonly deflator?: Ratio
  /** What capital spending may come to beyond what is stated, as a share of it. */
  readonly optimismBias?: Ratio
}
