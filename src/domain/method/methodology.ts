/**
 * The methodology of a year: how each cost is apportioned, by which counts, what split that gives, what changed since the
 * year before, what rounding came to and where the host stands. £100 by 3 users and 1, all year, is 75 and 25 by users,
 * nothing lost to rounding; the host, who pays the £100, is charged back 25 and left with its own 75.
 */
import type { Model } from '../model.ts'
import type { Year } from '../period.ts'
import type { Plan } from '../plan.ts'
import { prepare } from '../prepare.ts'
import { savings, type YearSavings } from '../savings.ts'
import { type Changes, changesSince } from './changes.ts'
import { countsInForce, type DriverInForce } from './counts-in-force.ts'
import { type HostPosition, hostPosition } from './host-position.ts'
import { type Indexed, indexedIn } from './indexed.ts'
import { type Membership, membershipsOf } from './membership.ts'
import { type RoundingEffect, roundingEffect } from './rounding-effect.ts'
import { type SplitLine, splitLines } from './split-line.ts'

export interface Methodology {
  readonly model: Model
  readonly year: Year
  readonly members: readonly Membership[]
  readonly lines: readonly SplitLine[]
  readonly drivers: readonly DriverInForce[]
  readonly indexed: Indexed
  readonly standing: YearSavings
  /** None for the plan's first year. */
  readonly changes?: Changes
  readonly rounding: RoundingEffect
  readonly host: HostPosition
}

/** @param year one of the plan's */
export function methodology(plan: Plan, year: Year): Methodology {
  const { model } = plan
  const { prepared: { weigh } } = prepare(model)
  const standings = savings(plan, () => true)
  const place = model.years.indexOf(year)
  const [standing, before] = [standings[place]!, standings[place - 1]]
  const lines = splitLines(plan, year)
  return {
    model, year, lines, standing,
    members: membershipsOf(model, year),
    drivers: countsInForce(plan, year, weigh),
    indexed: indexedIn(plan, year),
    ...(before && { changes: changesSince(plan, [before, standing], weigh) }),
    rounding: roundingEffect(model, lines),
    host: hostPosition(plan, year),
  }
}
