/** The partners' baselines in a run: what counts of them, while a partner takes part, and what weighs by them, which is all of them. */
import { type BaselineLine, type Category, type Model, type PartnerId, takesPart } from '../../model.ts'
import { type Money, nil, plus, sum } from '../../money.ts'
import { quartersOf } from '../../period.ts'
import type { Change } from '../../scenario/change.ts'
import { emptyStanding, type Layout, placeOf } from '../standing.ts'
import type { Amounts, Way } from './line.ts'
import type { Rates } from './rates.ts'
import type { Weighing } from './weights.ts'

export interface BaselineWays {
  /** Whether the baseline of a category, or of all, may vary. */
  readonly varies: (category: Category | undefined) => boolean
  /** None where a rate is missing. */
  readonly under: (run: readonly Change[], rates: Rates) => { readonly counted: Money[]; readonly of: Weighing['baseline'] } | undefined
}

/** @param rates at the centre */
export function baselineWays(ways: readonly Way<BaselineLine>[], base: Model, layout: Layout, changes: readonly Change[], rates: Rates): BaselineWays {
  const central = ways.map(({ amounts }) => amounts(changes, rates))
  const isIn = ways.map(({ line }) => base.years.map(year => {
    const partner = base.partners.find(({ id }) => id === line.partner)!
    return quartersOf(year).map(quarter => takesPart(partner, quarter))
  }))
  const count = (counted: Money[], which: number, { totals, quarters }: Amounts): void => {
    const { line, category } = ways[which]!
    for (const [year, within] of isIn[which]!.entries()) {
      const place = placeOf(layout, category, year, layout.partners.indexOf(line.partner))
      const amount = within.every(quarter => quarter) ? totals[year]! : sum(quarters(year).filter((_, nth) => within[nth]))
      counted[place] = plus(counted[place]!, amount)
    }
  }
  const fixed = emptyStanding(layout).baseline
  for (const [which, { varies }] of ways.entries()) if (!varies) count(fixed, which, central[which]!)

  return {
    varies: category => ways.some(({ line, varies }) => varies && isOf(line, category)),
    under: (run, now) => {
      const counted = [...fixed]
      const known = [...central]
      for (const [which, { varies, amounts }] of ways.entries()) {
        if (!varies) continue
        const ofRun = amounts(run, now)
        if (ofRun === undefined) return undefined
        known[which] = ofRun
        count(counted, which, ofRun)
      }
      const of = (partner: PartnerId, category: Category | undefined, year: number): Money =>
        ways.reduce((total, { line }, which) => (line.partner === partner && isOf(line, category) ? plus(total, known[which]!.totals[year]!) : total), nil)
      return { counted, of }
    },
  }
}

const isOf = (line: BaselineLine, category: Category | undefined): boolean => category === undefined || line.category === category
