/** The checks, in the order in which they are shown. */
import { aboveBaseline } from './above-baseline.ts'
import { baselineWithoutCost } from './baseline-without-cost.ts'
import type { Check } from './check.ts'
import { capital } from './capital.ts'
import { ignored } from './ignored.ts'
import { issued } from './issued.ts'
import { jump } from './jump.ts'
import { partnerDates } from './partner-dates.ts'
import { published } from './published.ts'
import { publishedSums } from './published-sums.ts'
import { rates } from './rates.ts'
import { scenarios } from './scenarios.ts'
import { shares } from './shares.ts'
import { sums } from './sums.ts'
import { systemWithoutUsers } from './system-without-users.ts'
import { targets } from './targets.ts'
import { unusedApplication } from './unused-application.ts'
import { usersWithoutCost } from './users-without-cost.ts'
import { yearGap } from './year-gap.ts'
import { zeroDriver } from './zero-driver.ts'

const registry = [
  sums, shares, zeroDriver, systemWithoutUsers, usersWithoutCost, unusedApplication, yearGap, rates, baselineWithoutCost, partnerDates,
  jump, aboveBaseline, issued, published, publishedSums, targets, scenarios, capital, ignored,
] as const

export type CheckName = (typeof registry)[number]['name']

export const checks: readonly (Check & { readonly name: CheckName })[] = registry

export const checkNames: readonly CheckName[] = registry.map(({ name }) => name)
