/**
 * The weights of a run, each found once: lines know them by number, the same number for quarters that weigh alike in every
 * run. What no range touches is weighed once for all runs.
 */
import { blendedWeights } from '../../drivers/blend.ts'
import { type Driver, driverName } from '../../drivers/driver.ts'
import type { Weigher } from '../../drivers/weigher.ts'
import { sameWeights, type Weights, weights } from '../../drivers/weights.ts'
import { type Category, isWeighed, type Model, type PartnerId } from '../../model.ts'
import type { Money } from '../../money.ts'
import { type Quarter, quartersOf, yearOf } from '../../period.ts'
import { type Ratio, ratio, zero } from '../../ratio.ts'
import type { Change } from '../../scenario/change.ts'
import type { CountWay } from './counts.ts'

/** What weights hang on in a run. */
export interface Weighing {
  readonly changes: readonly Change[]
  /** The baseline of a partner, in a category or in all, by the place of the year. */
  readonly baseline: (partner: PartnerId, category: Category | undefined, year: number) => Money
  /** By number, as far as they were asked for. */
  readonly kept: (Weights | undefined)[]
}

/** What drivers hang on, and how. */
export interface Drivers {
  readonly base: Model
  readonly central: Weigher
  readonly countVaries: (name: string) => boolean
  readonly baselineVaries: (category: Category | undefined) => boolean
  readonly countWay: (name: string, quarter: Quarter) => CountWay
}

export interface NumberedWeights {
  readonly varies: (driver: Driver) => boolean
  /** Quarter by quarter. */
  readonly numbersOf: (driver: Driver) => readonly number[]
  readonly weightsOf: (number: number, of: Weighing) => Weights
}

type Maker = (of: Weighing) => Weights

export function numberedWeights({ base, central, countVaries, baselineVaries, countWay }: Drivers): NumberedWeights {
  const makers: Maker[] = []
  const numbers = new Map<string, number>()
  const partsOf = (name: string) => base.blends.get(name)!

  const varies = (driver: Driver): boolean =>
    driver.kind === 'counted' ? countVaries(driver.name)
      : driver.kind === 'baseline' ? baselineVaries(driver.category)
        : driver.kind === 'blend' && partsOf(driver.name).some(part => varies(part.driver))

  const weightsOf = (number: number, of: Weighing): Weights => (of.kept[number] ??= makers[number]!(of))

  const numbered = (key: string, maker: Maker): number => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, makers.length)
    return makers.push(maker) - 1
  }

  const numberOf = (driver: Driver, quarter: Quarter): number => {
    const called = `${driver.kind} ${driverName(driver)}`
    if (!varies(driver)) {
      const fixed = central(driver, sharedFrom(driver, quarter))
      return numbered(`${called} from ${sharedFrom(driver, quarter)}`, () => fixed)
    }
    switch (driver.kind) {
      case 'blend': {
        const parts = partsOf(driver.name)
        const each = new Map(parts.map(part => [part.driver, numberOf(part.driver, quarter)]))
        return numbered(`${called} ${[...each.values()].join()}`, of => {
          const blended = blendedWeights(parts, base.partners.length, part => weightsOf(each.get(part)!, of))
          return weights(driver, blended.each, blended.flaw)
        })
      }
      case 'baseline': {
        const year = base.years.indexOf(yearOf(quarter))
        const isIn = base.partners.map(partner => isWeighed(partner, quarter))
        return numbered(`${called} ${year} ${isIn.join()}`, of =>
          made(driver, base.partners.map(({ id }, place) => (isIn[place] ? ratio(of.baseline(id, driver.category, year)) : zero))))
      }
      default: {
        const { key, counts } = countWay(driverName(driver), quarter)
        return numbered(`${called} ${key}`, of => made(driver, counts(of.changes)))
      }
    }
  }

  /** The first of the quarters up to this one that weigh alike. */
  const sharedFrom = (driver: Driver, quarter: Quarter): Quarter => {
    let from = quarter
    for (; from > quartersOf(base.years[0]!)[0]; from = (from - 1) as Quarter) {
      const [now, before] = [central(driver, from), central(driver, (from - 1) as Quarter)]
      if (now.flaw || before.flaw || !sameWeights(now, before)) break
    }
    return from
  }

  return { varies, numbersOf: driver => base.years.flatMap(year => quartersOf(year)).map(quarter => numberOf(driver, quarter)), weightsOf }
}

const made = (driver: Driver, values: readonly Ratio[]): Weights => weights(driver, values.map(value => ({ value, sources: [] })))
