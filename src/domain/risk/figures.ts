/**
 * The figures of a run: cost, saving and the saving so far, of some partners together, in all categories or in one.
 * Baselines of £100 and £110 and costs of £80 and £120 are savings of £20 and -£10, so far £20 and £10.
 */
import type { Category, PartnerId } from '../model.ts'
import { less, type Money, nil, plus } from '../money.ts'
import { type Layout, placeOf, type Standing } from './standing.ts'

export const measures = ['cost', 'saving', 'cumulativeSaving'] as const

export type Measure = (typeof measures)[number]

/** By the place of the year. */
export type Figures = Readonly<Record<Measure, readonly Money[]>>

/** @returns what adds the figures of a run up */
export function figuresOf(partners: readonly PartnerId[], category: Category | undefined, layout: Layout): (run: Standing) => Figures {
  const categories = [...layout.categories.keys()].filter(place => category === undefined || layout.categories[place] === category)
  const members = partners.map(partner => layout.partners.indexOf(partner))
  const places = layout.years.map((_, year) => categories.flatMap(of => members.map(member => placeOf(layout, of, year, member))))
  return ({ baseline, cost }) => {
    const figures = { cost: [] as Money[], saving: [] as Money[], cumulativeSaving: [] as Money[] }
    for (const ofYear of places) {
      let [before, now] = [nil, nil]
      for (const place of ofYear) {
        before = plus(before, baseline[place]!)
        now = plus(now, cost[place]!)
      }
      const saving = less(before, now)
      figures.cumulativeSaving.push(plus(figures.cumulativeSaving.at(-1) ?? nil, saving))
      figures.saving.push(saving)
      figures.cost.push(now)
    }
    return figures
  }
}
