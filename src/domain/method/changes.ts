/**
 * What changed since the year before: who takes part, what was counted, the rates, the lines and what each partner bears
 * of the whole. HDC's 90 users that are 105 from the third quarter of 2019/20 change Q3 and Q4 against those of 2018/19,
 * and in 2020/21 they change Q1 and Q2: a quarter is held against the same quarter of the year before.
 */
import type { Driver } from '../drivers/driver.ts'
import type { Weigher } from '../drivers/weigher.ts'
import { neighbours } from '../group.ts'
import type { YearAmount } from '../index-linking.ts'
import { type CostLine, inCodePointOrder, type IndexId, type Model, type Partner, type PartnerId } from '../model.ts'
import type { Money } from '../money.ts'
import { placeInYear, type Quarter, type Year, year as yearFrom } from '../period.ts'
import type { Plan } from '../plan.ts'
import { equal, type Ratio, ratio } from '../ratio.ts'
import type { YearSavings } from '../savings.ts'
import { driversUsed, inForce, type PartnerInForce, sameWeight } from './counts-in-force.ts'
import { rateIn } from './indexed.ts'
import { membershipsOf } from './membership.ts'
import { costsAnything } from './split-line.ts'

/** Each list holds only what changed. */
export interface Changes {
  readonly before: Year
  readonly members: readonly { readonly partner: Partner; readonly before: readonly Quarter[]; readonly now: readonly Quarter[] }[]
  /** Drivers that costs go by in one of the years alone. */
  readonly newDrivers: readonly Driver[]
  readonly goneDrivers: readonly Driver[]
  readonly counts: readonly CountChange[]
  readonly rates: readonly { readonly index: IndexId; readonly before: Ratio | undefined; readonly now: Ratio | undefined }[]
  readonly lines: readonly LineChange[]
  /** Every partner's cost, and its share of the whole where that is not nil; none if nobody's cost changed. */
  readonly partners: readonly { readonly partner: PartnerId; readonly before: Part; readonly now: Part }[]
}

export interface CountChange {
  readonly driver: Driver
  /** Of this year. */
  readonly quarters: readonly Quarter[]
  /** Every partner, changed or not: a share moves with the counts of the others. */
  readonly partners: readonly { readonly before: PartnerInForce; readonly now: PartnerInForce }[]
}

/** A line with no amount in the one year is new; with none in the other it has ended. */
export interface LineChange {
  readonly line: CostLine
  readonly before: YearAmount | undefined
  readonly now: YearAmount | undefined
}

export interface Part {
  readonly cost: Money
  readonly share?: Ratio
}

/** @param standings the year before, and this year */
export function changesSince(plan: Plan, [before, now]: readonly [YearSavings, YearSavings], weigh: Weigher): Changes {
  const [usedBefore, usedNow] = [driversUsed(plan, before.year), driversUsed(plan, now.year)]
  const onlyIn = (these: typeof usedNow, those: typeof usedNow): Driver[] => [...these].filter(([name]) => !those.has(name)).map(([, { driver }]) => driver)
  return {
    before: before.year,
    members: memberChanges(plan.model, now.year),
    newDrivers: onlyIn(usedNow, usedBefore),
    goneDrivers: onlyIn(usedBefore, usedNow),
    counts: [...usedNow].filter(([name]) => usedBefore.has(name)).flatMap(([, { driver, quarters }]) => countChanges(driver, quarters, plan.model, weigh)),
    rates: rateChanges(plan.model, now.year),
    lines: lineChanges(plan, now.year),
    partners: now.partners.every(({ cost }, place) => cost === before.partners[place]!.cost) ? [] : now.partners.map(({ partner, cost }, place) =>
      ({ partner, before: partOf(before.partners[place]!.cost, before.cost), now: partOf(cost, now.cost) })),
  }
}

const theYearBefore = (of: Year): Year => yearFrom(of - 1)

const partOf = (cost: Money, whole: Money): Part => ({ cost, ...(whole !== 0n && { share: ratio(cost, whole) }) })

function memberChanges(model: Model, year: Year): Changes['members'] {
  const before = membershipsOf(model, theYearBefore(year))
  return membershipsOf(model, year).map(({ partner, quarters }, place) => ({ partner, before: before[place]!.quarters, now: quarters }))
    .filter(({ before: then, now }) => String(then.map(placeInYear)) !== String(now.map(placeInYear)))
}

function countChanges(driver: Driver, quarters: readonly Quarter[], model: Model, weigh: Weigher): CountChange[] {
  const each = quarters.map(quarter => {
    const [before, now] = [(quarter - 4) as Quarter, quarter].map(of => inForce(model, weigh(driver, of), of))
    return { quarter, partners: now!.map((partner, place) => ({ before: before![place]!, now: partner })) }
  }).filter(({ partners }) => partners.some(partner => !equal(partner.before.weight.value, partner.now.weight.value)))
  const alike = (a: (typeof each)[number], b: (typeof each)[number]): boolean => a.partners.every((partner, place) =>
    sameWeight(partner.before, b.partners[place]!.before) && sameWeight(partner.now, b.partners[place]!.now))
  return neighbours(each, alike).map(of => ({ driver, quarters: of.map(({ quarter }) => quarter), partners: of[0]!.partners }))
}

/** The rates of every index that a line names. */
function rateChanges(model: Model, year: Year): Changes['rates'] {
  const named = new Set([...model.budget, ...model.baseline].flatMap(({ index }) => index ?? []))
  return [...named].sort(inCodePointOrder)
    .map(index => ({ index, before: rateIn(model, index, theYearBefore(year)), now: rateIn(model, index, year) }))
    .filter(({ before, now }) => before === undefined || now === undefined ? before !== now : !equal(before, now))
}

function lineChanges({ model, costs }: Plan, year: Year): LineChange[] {
  const amounts = (of: Year) => new Map(costs.filter(cost => cost.year === of && costsAnything(cost)).map(({ line, amount }) => [line, amount]))
  const [before, now] = [amounts(theYearBefore(year)), amounts(year)]
  return model.budget.map(line => ({ line, before: before.get(line), now: now.get(line) })).filter(line => line.before?.total !== line.now?.total)
}
