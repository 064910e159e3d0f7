/**
 * A year's amount in four quarters by its profile, in whole pence that sum to the year: £100.03 in equal instalments
 * is 25.01, 25.01, 25.01 and 25.00. Equal remainders go to the earlier quarter.
 */
import { apportion } from './apportion.ts'
import type { Profile } from './model.ts'
import type { Money } from './money.ts'

export const instalments = (amount: Money, profile: Profile): Money[] => apportion(amount, profile)
