/**
 * The counts in force: for every driver that costs of a year go by, each partner's weight and share, quarters with the
 * same counts told once. 90 users that become 105 in the third quarter are two stretches, Q1 to Q2 and Q3 to Q4.
 */
import { type Driver, driverName } from '../drivers/driver.ts'
import type { Weigher } from '../drivers/weigher.ts'
import { cellsBehind, shareOf, type Weight, type Weights } from '../drivers/weights.ts'
import { neighbours } from '../group.ts'
import { inCodePointOrder, type Model, type PartnerId, takesPart } from '../model.ts'
import type { Quarter, Year } from '../period.ts'
import type { Plan } from '../plan.ts'
import { equal, type Ratio } from '../ratio.ts'

export interface DriverInForce {
  readonly driver: Driver
  readonly stretches: readonly Stretch[]
}

/** Quarters that went by the same counts. */
export interface Stretch {
  readonly quarters: readonly Quarter[]
  readonly partners: readonly PartnerInForce[]
}

export interface PartnerInForce {
  readonly partner: PartnerId
  readonly takesPart: boolean
  readonly weight: Weight
  readonly share: Ratio
}

/** By the drivers' names; a blend with the drivers that it is made of. What one partner bears alone goes by no count. */
export const countsInForce = (plan: Plan, year: Year, weigh: Weigher): DriverInForce[] =>
  [...driversUsed(plan, year).values()].map(({ driver, quarters }) => {
    const each = quarters.map(quarter => ({ quarter, partners: inForce(plan.model, weigh(driver, quarter), quarter) }))
    const stretches = neighbours(each, (one, next) => one.partners.every((partner, place) => sameCount(partner, next.partners[place]!)))
    return { driver, stretches: stretches.map(of => ({ quarters: of.map(({ quarter }) => quarter), partners: of[0]!.partners })) }
  })

export interface DriverUsed {
  readonly driver: Driver
  /** Those in which any cost goes by it. */
  readonly quarters: readonly Quarter[]
}

/** Every driver that a cost of the year goes by, straight or as a part of a blend, by its name. */
export function driversUsed({ model, costs }: Plan, year: Year): ReadonlyMap<string, DriverUsed> {
  const used = new Map<string, { driver: Driver; quarters: Set<Quarter> }>()
  const use = (driver: Driver, quarter: Quarter): void => {
    const known = used.get(driverName(driver))
    if (known) known.quarters.add(quarter)
    else used.set(driverName(driver), { driver, quarters: new Set([quarter]) })
    if (driver.kind === 'blend') for (const part of model.blends.get(driver.name)!) use(part.driver, quarter)
  }
  for (const { line, runs } of costs.filter(cost => cost.year === year && cost.line.driver.kind !== 'direct')) {
    for (const { quarter, amount } of runs.flatMap(({ quarters }) => quarters)) if (amount !== 0n) use(line.driver, quarter)
  }
  return new Map([...used].sort(([a], [b]) => inCodePointOrder(a, b))
    .map(([name, { driver, quarters }]) => [name, { driver, quarters: [...quarters].sort((a, b) => a - b) }]))
}

export const inForce = ({ partners }: Model, weights: Weights, quarter: Quarter): PartnerInForce[] => partners.map((partner, place) =>
  ({ partner: partner.id, takesPart: takesPart(partner, quarter), weight: weights.each[place]!, share: shareOf(weights, place) }))

export const sameWeight = (a: PartnerInForce, b: PartnerInForce): boolean => a.takesPart === b.takesPart && equal(a.weight.value, b.weight.value)

/** The same weight, read from the same cells. */
function sameCount(a: PartnerInForce, b: PartnerInForce): boolean {
  const [cells, others] = [cellsBehind(a.weight), cellsBehind(b.weight)]
  return sameWeight(a, b) && cells.length === others.length && cells.every((cell, place) => cell === others[place])
}
