/**
 * Counts what runs come to: for every figure asked for its outcomes and how often it was below nil, and for every target how
 * often it was missed. A saving of £210,000 is missed by £209,999.99, a cost of £210,000 by £210,000.01.
 */
import type { Category, PartnerId } from '../model.ts'
import type { Money } from '../money.ts'
import type { Year } from '../period.ts'
import { type Ratio, ratio } from '../ratio.ts'
import { figuresOf, type Measure, measures } from './figures.ts'
import { Outcomes } from './outcomes.ts'
import type { Layout, Standing } from './standing.ts'

/** What a partner, or the whole partnership, means to reach in a year. */
export interface Aim {
  readonly measure: { readonly of: Measure; readonly category?: Category }
  /** The measure as it is written. */
  readonly called: string
  readonly year: Year
  readonly partner?: PartnerId
  readonly amount: Money
}

/** What is asked of a simulation. */
export interface Asked {
  readonly partners: readonly PartnerId[]
  readonly years: readonly Year[]
  readonly aims: readonly Aim[]
}

export interface Simulated {
  readonly measure: Measure
  readonly year: Year
  /** None for the partners asked for together, where they are several. */
  readonly partner: PartnerId | undefined
  readonly outcomes: Outcomes
  /** Of a saving, the chance of a cost increase. */
  readonly belowNil: Ratio
}

export interface Counted {
  readonly figures: readonly Simulated[]
  readonly aims: readonly { readonly aim: Aim; readonly missed: Ratio }[]
}

export interface Counting {
  readonly add: (run: Standing) => void
  readonly results: () => Counted
}

/** Figures that are told apart in all, in some eight megabytes: memory does not grow with the runs. */
const room = 2 ** 20

export function counting({ partners, years, aims }: Asked, layout: Layout): Counting {
  const subjects = [...partners, ...(partners.length > 1 ? [undefined] : [])]
  const each = Math.max(1024, Math.floor(room / (subjects.length * years.length * measures.length)))
  const watched = subjects.map(partner => ({
    of: figuresOf(partner === undefined ? partners : [partner], undefined, layout),
    figures: measures.flatMap(measure => years.map(year => ({ measure, year, partner, place: layout.years.indexOf(year), outcomes: new Outcomes(each), below: 0 }))),
  }))
  const aimed = aims.map(aim => ({ aim, of: figuresOf(aim.partner === undefined ? layout.partners : [aim.partner], aim.measure.category, layout), place: layout.years.indexOf(aim.year), missed: 0 }))
  let runs = 0
  return {
    add: run => {
      runs++
      for (const { of, figures } of watched) {
        const come = of(run)
        for (const figure of figures) {
          const amount = come[figure.measure][figure.place]!
          figure.outcomes.add(amount)
          if (amount < 0n) figure.below++
        }
      }
      for (const each of aimed) if (isMissed(each.aim, each.of(run)[each.aim.measure.of][each.place]!)) each.missed++
    },
    results: () => ({
      figures: watched.flatMap(({ figures }) => figures.map(({ measure, year, partner, outcomes, below }) => ({ measure, year, partner, outcomes, belowNil: part(below, runs) }))),
      aims: aimed.map(({ aim, missed }) => ({ aim, missed: part(missed, runs) })),
    }),
  }
}

const isMissed = ({ measure, amount }: Aim, came: Money): boolean => (measure.of === 'cost' ? came > amount : came < amount)

const part = (some: number, all: number): Ratio => ratio(BigInt(some), BigInt(all))
