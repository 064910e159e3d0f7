/**
 * Where the budget starts: every line scaled alike, so that the first year costs just the share asked for of its baseline,
 * to the penny. Lines of £10.00 and £20.00 that start at 85% of a baseline of £40.01 are £11.34 and £22.67, together £34.01.
 */
import { fault } from '../diagnostic.ts'
import type { Linked, LinkedBaseline, LinkedCost, YearAmount } from '../index-linking.ts'
import { type Line, type Model, takesPart } from '../model.ts'
import { type Money, pence, sum } from '../money.ts'
import { quartersOf } from '../period.ts'
import type { LinkedLines } from '../prepare.ts'
import { divide, isZero, multiply, type Ratio, ratio, roundHalfAway, total } from '../ratio.ts'
import { wholeParts } from '../whole-parts.ts'
import { adjustedLine, exactOf, roundedTo, supposedYear } from './adjust.ts'
import type { Adjustment, ChangeOf } from './change.ts'
import type { ChangedLines } from './changed.ts'
import { fixed } from './range.ts'

export function started(lines: LinkedLines, { share, category, at }: ChangeOf<'start'>, model: Model): ChangedLines {
  const first = model.years[0]!
  const isMeant = ({ line }: Linked<Line>): boolean => category === undefined || line.category === category
  const meant = lines.budget.filter(isMeant)
  const costs = meant.map(({ years }) => exactYear(years.get(first)!))
  const baseline = sum(lines.baseline.filter(isMeant).map(of => countedIn(of, model)))
  if (isZero(total(costs)) || baseline === 0n) return { wrong: fault('nothing-to-start-from', at, { year: first, ...(category !== undefined && { category }) }) }

  const target = multiply(share.central, ratio(baseline))
  const scale = divide(target, total(costs))
  const adjustment: Adjustment = { how: 'scale', by: fixed(scale) }
  const amounts = wholeParts(costs.map(cost => multiply(cost, scale)), roundHalfAway(target))
  const startedLine = (of: LinkedCost): LinkedCost => {
    const later = adjustedLine(of, undefined, adjustment)
    const year = scaledTo(pence(amounts[meant.indexOf(of)]!), scale, of.years.get(first)!, of.line)
    return { ...later, years: new Map([...later.years, [first, year]]) }
  }
  return { lines: { ...lines, budget: lines.budget.map(of => (meant.includes(of) ? startedLine(of) : of)) } }
}

const scaledTo = (amount: Money, scale: Ratio, { origin, quarters }: YearAmount, { profile }: Line): YearAmount =>
  origin.kind === 'quarters' ? roundedTo(amount, quarters.map(of => multiply(exactOf(of), scale))) : supposedYear(multiply(origin.exact, scale), profile, amount)

/** What a year comes to unrounded. */
const exactYear = ({ origin, quarters }: YearAmount): Ratio => (origin.kind === 'quarters' ? total(quarters.map(exactOf)) : origin.exact)

/** A baseline of the first year, in the quarters that its partner takes part in. */
function countedIn({ line, years }: LinkedBaseline, { years: [first], partners }: Model): Money {
  const partner = partners.find(({ id }) => id === line.partner)!
  return sum(quartersOf(first!).flatMap((quarter, place) => (takesPart(partner, quarter) ? [years.get(first!)!.quarters[place]!.amount] : [])))
}
