/**
 * Published tables that do not add up themselves, each figure having been rounded on its own: costs of 3,102,395,
 * 2,065,833 and 1,341,268 come to 6,509,496 beside a printed total of 6,509,495. Nor do those that leave a partner out.
 */
import { groupBy } from '../group.ts'
import { type Category, isWeighed, type Model } from '../model.ts'
import { quartersOf } from '../period.ts'
import type { Figure, PublishedFigure } from '../published.ts'
import { equal, type Ratio, subtract, total } from '../ratio.ts'
import type { Check } from './check.ts'
import { notice, type Notice, type PublishedSum } from './notice.ts'

export const publishedSums = {
  name: 'published-sums',
  asks: 'Do published tables add up themselves?',
  severity: 'warning',
  needs: 'model',
  examine: ({ published, model }) => {
    const files = [...groupBy(published, ({ file }) => file).values()]
    const sums = files.flatMap(figures => [
      ...[...groupBy(figures, ({ year }) => year).values()].flatMap(ofYear => [...categorySums(ofYear, model), ...differences(ofYear), ...partnerSums(ofYear, model)]),
      ...savedSoFar(figures, model),
    ])
    const incomplete = files.flatMap(figures => missingRows(figures, model))
    return {
      compared: sums.length + incomplete.length,
      notices: [...sums.filter(({ total: printed, sum }) => !equal(printed.value, sum)).map(of => notice('published-sum', of.total.at, of)), ...incomplete],
    }
  },
} as const satisfies Check

/** A printed figure, and what the figures printed with it come to. */
interface Printed {
  readonly total: PublishedFigure
  readonly from: PublishedSum
  readonly sum: Ratio
}

const measures = ['baseline', 'cost', 'saving'] as const

const sumOf = (figure: PublishedFigure, from: PublishedSum, parts: readonly (PublishedFigure | undefined)[]): Printed[] => {
  const printed = parts.filter(part => part !== undefined)
  return printed.length > 0 && printed.length === parts.length ? [{ total: figure, from, sum: total(printed.map(({ value }) => value)) }] : []
}

function categorySums(figures: readonly PublishedFigure[], model: Model): Printed[] {
  return measures.flatMap(measure => {
    const whole = standing(figures, measure)
    return whole && !whole.repeats ? sumOf(whole, 'categories', categoriesOf(measure, model).map(category => standing(figures, measure, category))) : []
  })
}

/** The categories that may have a figure: a table that leaves one out need not add up. */
function categoriesOf(measure: (typeof measures)[number], { baseline, budget }: Model): Category[] {
  return [...new Set([...(measure === 'cost' ? [] : baseline), ...(measure === 'baseline' ? [] : budget)].map(({ category }) => category))]
}

function differences(figures: readonly PublishedFigure[]): Printed[] {
  return figures.filter(({ repeats, figure }) => !repeats && figure.kind === 'standing' && figure.measure === 'saving').flatMap(saving => {
    const { category, partner } = (saving.figure as Figure & { kind: 'standing' }).of
    const [baseline, cost] = [standing(figures, 'baseline', category, partner), standing(figures, 'cost', category, partner)]
    return baseline && cost ? [{ total: saving, from: 'baseline less cost' as const, sum: subtract(baseline.value, cost.value) }] : []
  })
}

function partnerSums(figures: readonly PublishedFigure[], { partners }: Model): Printed[] {
  return figures.filter(({ repeats }) => repeats).flatMap(whole => sumOf(whole, 'partners', partners.map(({ id }) => figures.find(of => partnerOf(of) === id))))
}

const partnerOf = ({ figure }: PublishedFigure): string | undefined =>
  figure.kind === 'staffShare' ? figure.partner : figure.kind === 'standing' ? figure.of.partner : undefined

/** A table with a total and rows of some partners: those without a row that bear a part in its years. */
function missingRows(figures: readonly PublishedFigure[], { partners }: Model): Notice[] {
  const totals = figures.filter(({ repeats }) => repeats)
  const printed = new Set(figures.map(partnerOf).filter(id => id !== undefined))
  const quarters = totals.flatMap(({ year }) => quartersOf(year))
  const missing = partners.filter(partner => !printed.has(partner.id) && quarters.some(quarter => isWeighed(partner, quarter))).map(({ id }) => id)
  return printed.size > 0 && missing.length > 0 ? [notice('published-row-missing', totals[0]!.at, { total: totals[0]!, partners: missing })] : []
}

/** Against the totals of the years up to each; those before the plan are not known. */
function savedSoFar(figures: readonly PublishedFigure[], { years }: Model): Printed[] {
  return figures.filter(({ figure }) => figure.kind === 'cumulativeSaving').flatMap(whole =>
    sumOf(whole, 'years so far', years.filter(year => year <= whole.year).map(year => standing(figures.filter(of => of.year === year), 'saving'))))
}

const standing = (figures: readonly PublishedFigure[], measure: (typeof measures)[number], category?: Category, partner?: string): PublishedFigure | undefined =>
  figures.find(({ figure }) => figure.kind === 'standing' && figure.measure === measure && figure.of.category === category && figure.of.partner === partner)
