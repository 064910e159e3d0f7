/**
 * One side of a bridge: what each line costs in each quarter and by which driver, and what each partner bears of it. A
 * plan is one; so are the charges to date of a quarter, as they were issued or as they are due now.
 */
import type { ChargedLine } from './charged.ts'
import { type Driver, driverName } from './drivers/driver.ts'
import type { Weigher } from './drivers/weigher.ts'
import { groupBy } from './group.ts'
import type { PartnerId } from './ids.ts'
import type { Known } from './changes/known-changes.ts'
import { type Model, type Partner, takesPart } from './model.ts'
import { type Money, nil, plus, sum } from './money.ts'
import type { Quarter } from './period.ts'
import type { Plan } from './plan.ts'
import { prepare } from './prepare.ts'
import { isZero, type Ratio } from './ratio.ts'

export type PartnerWeights = ReadonlyMap<PartnerId, Ratio>

/** The weights by a driver in a quarter; none where nothing can be apportioned by them, or the driver is not known. */
export type Weighing = (driver: Driver, quarter: Quarter) => PartnerWeights | undefined

export interface Side {
  readonly partners: readonly PartnerId[]
  readonly lines: ReadonlyMap<string, SideLine>
  readonly takesPart: (partner: PartnerId, quarter: Quarter) => boolean
  readonly weigh: Weighing
}

export interface SideLine {
  readonly driver: Driver
  /** Of every quarter that the side reaches. */
  readonly costs: ReadonlyMap<Quarter, Money>
  /** What a partner bears in these quarters; of charges to date, everything whatever the quarters. */
  readonly borne: (partner: PartnerId, quarters: readonly Quarter[]) => Money
}

export function planSide({ model, costs }: Plan): Side {
  const places = new Map(model.partners.map(({ id }, place) => [id, place]))
  const lines = [...groupBy(costs, ({ line }) => line)].map(([line, years]): [string, SideLine] => {
    const borne = years.flatMap(({ runs }) => runs.flatMap(run => run.quarters))
    return [line.id, {
      driver: line.driver,
      costs: new Map(borne.map(({ quarter, amount }) => [quarter, amount])),
      borne: (partner, quarters) => sum(borne.filter(({ quarter }) => quarters.includes(quarter)).map(({ parts }) => parts[places.get(partner)!] ?? nil)),
    }]
  })
  return { ...modelSide(model), lines: new Map(lines) }
}

/** What is due to date of a quarter as the model and its actuals now have it. */
export const dueSide = (lines: readonly ChargedLine[], model: Model, driverOf: (name: string) => Driver): Side =>
  ({ ...modelSide(model), lines: chargedLines(lines, driverOf) })

function modelSide(model: Model): Omit<Side, 'lines'> {
  const members = new Map(model.partners.map(partner => [partner.id, partner]))
  return {
    partners: [...members.keys()],
    takesPart: (partner, quarter) => members.has(partner) && takesPart(members.get(partner)!, quarter),
    weigh: weighingBy(prepare(model).prepared.weigh, model.partners),
  }
}

export function weighingBy(weigh: Weigher, partners: readonly Partner[]): Weighing {
  return (driver, quarter) => {
    const { each, flaw } = weigh(driver, quarter)
    return flaw ? undefined : new Map(partners.map(({ id }, place) => [id, each[place]!.value]))
  }
}

/** What was charged to date of an issued quarter: a partner takes part where it weighs something in any line. */
export function recordSide({ partnership, lines }: Known, driverOf: (name: string) => Driver): Side {
  const weighed = new Map<string, PartnerWeights>()
  const present = new Set<string>()
  for (const { driver, known } of lines) {
    for (const { quarter, weights } of known) {
      weighed.set(JSON.stringify([driver, quarter]), weights)
      for (const [partner, weight] of weights) if (!isZero(weight)) present.add(JSON.stringify([partner, quarter]))
    }
  }
  return {
    partners: partnership.partners.map(({ id }) => id),
    lines: chargedLines(lines, driverOf),
    takesPart: (partner, quarter) => present.has(JSON.stringify([partner, quarter])),
    weigh: (driver, quarter) => weighed.get(JSON.stringify([driverName(driver), quarter])),
  }
}

const chargedLines = (lines: readonly ChargedLine[], driverOf: (name: string) => Driver): Side['lines'] =>
  new Map(lines.map(({ line, driver, known, parts }) => [line, {
    driver: driverOf(driver),
    costs: new Map(known.map(({ quarter, cost }) => [quarter, cost])),
    borne: partner => parts.filter(part => part.partner === partner).reduce((sum, { toDate }) => plus(sum, toDate), nil),
  }]))
