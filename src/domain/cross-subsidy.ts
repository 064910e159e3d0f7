/**
 * Cross-subsidy: who would pay for whom, were one method put in another's place. Gains of 6, -4 and -2 are 4 that the
 * second partner pays for the first, and 2 that the third does. No partner both pays and is paid for, so no more moves
 * than the gains come to.
 */
import { apportion } from './apportion.ts'
import { pence, type Money } from './money.ts'

/** Partners by their places. */
export interface Subsidy {
  readonly payer: number
  readonly beneficiary: number
  readonly amount: Money
}

/** @param gains that come to nil */
export function crossSubsidies(gains: readonly bigint[]): Subsidy[] {
  const left = gains.map(gain => (gain > 0n ? gain : 0n))
  return gains.flatMap((gain, payer) => {
    if (gain >= 0n) return []
    // By what is left of the gains, so that they are met to the penny: the last who pays meets all of it.
    const parts = apportion(pence(-gain), left)
    for (const [place, part] of parts.entries()) left[place]! -= part
    return parts.flatMap((amount, beneficiary) => (amount > 0n ? [{ payer, beneficiary, amount }] : []))
  })
}
