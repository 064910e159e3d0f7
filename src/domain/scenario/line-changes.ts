/** Changes to amounts, once every line is linked to its index: the amounts themselves, when they fall, and who bears them from a quarter on. */
import { type Diagnostic, fault } from '../diagnostic.ts'
import type { Linked, LinkedBaseline, LinkedCost } from '../index-linking.ts'
import { type CostLine, inCodePointOrder, type Line, type Model, takesPart } from '../model.ts'
import { type Money, nil, sum } from '../money.ts'
import { type Quarter, quartersOf, yearOf } from '../period.ts'
import type { LinkedLines } from '../prepare.ts'
import { multiply, ratio } from '../ratio.ts'
import { adjustedYear, delayed, statedYear } from './adjust.ts'
import { type Adjustment, type Apportioned, type Change, type ChangeOf } from './change.ts'
import { touchesNothing, unknownTarget } from './model-changes.ts'
import { fixed } from './range.ts'
import { isBaselineMeant, isCostMeant, isWithin, type Span } from './target.ts'

export type ChangedLines = { readonly lines: LinkedLines } | { readonly wrong: Diagnostic }

/** @param model with every change of the scenario that is not to amounts */
export function withAmounts(lines: LinkedLines, change: Change, model: Model): ChangedLines {
  switch (change.kind) {
    case 'amounts':
      return ofAmounts(lines, change, model)
    case 'delay':
      return ofDelay(lines, change, model)
    case 'move':
      return change.from === undefined ? { lines } : movedFrom(lines, change, change.from, model)
    case 'leave':
      return { lines: { ...lines, budget: ownLinesOf(lines.budget, change, model) } }
    case 'start':
      return started(lines, change, model)
    case 'rates':
    case 'counts':
    case 'line':
    case 'join':
      return { lines }
  }
}

function ofAmounts(lines: LinkedLines, change: ChangeOf<'amounts'>, model: Model): ChangedLines {
  const { target: { span }, adjustment } = change
  const touched = (of: readonly Linked<Line>[]): boolean => of.some(({ years }) => [...years.keys()].some(year => quartersOf(year).some(quarter => isWithin(span, quarter))))
  const baseline = change.of === 'baseline' ? lines.baseline.filter(({ line }) => isBaselineMeant(line, change.target)) : []
  const budget = change.of === 'budget' ? lines.budget.filter(({ line }) => isCostMeant(line, change.target)) : []
  if (baseline.length + budget.length === 0) return { wrong: unknownTarget(change, model) }
  if (!touched([...baseline, ...budget])) return touchesNothing(change)
  return {
    lines: {
      baseline: lines.baseline.map(of => (baseline.includes(of) ? adjustedLine(of, span, adjustment) : of)),
      budget: lines.budget.map(of => (budget.includes(of) ? adjustedLine(of, span, adjustment) : of)),
    },
  }
}

const adjustedLine = <L extends LinkedBaseline | LinkedCost>(of: L, span: Span | undefined, adjustment: Adjustment): L =>
  ({ ...of, years: new Map([...of.years].map(([year, amount]) => [year, adjustedYear(year, amount, of.line.profile, span, adjustment)])) })

function ofDelay(lines: LinkedLines, change: ChangeOf<'delay'>, model: Model): ChangedLines {
  const meant = lines.budget.filter(({ line }) => isCostMeant(line, change.target))
  if (meant.length === 0) return { wrong: unknownTarget(change, model) }
  const late = (of: LinkedCost): LinkedCost => ({ ...of, years: delayed(of.years, change.quarters, change.target.span) })
  return { lines: { ...lines, budget: lines.budget.map(of => (meant.includes(of) ? late(of) : of)) } }
}

/** The line as it was up to the quarter, and from it a line beside it that is apportioned anew. */
function movedFrom(lines: LinkedLines, change: ChangeOf<'move'>, from: Quarter, model: Model): ChangedLines {
  const meant = lines.budget.filter(({ line }) => isCostMeant(line, change.target))
  if (meant.length === 0) return { wrong: unknownTarget(change, model) }
  const last = quartersOf(model.years.at(-1)!)[3]
  if (from > last) return touchesNothing(change)
  return { lines: { ...lines, budget: inOrder(lines.budget.flatMap(of => (meant.includes(of) ? split(of, from, `${of.line.id} (${change.to.rule})`, change.to) : [of]))) } }
}

function split(of: LinkedCost, from: Quarter, called: string, to: Apportioned): LinkedCost[] {
  const line: CostLine = { ...of.line, id: called, ...to }
  return [only(of, quarter => quarter < from), { ...only(of, quarter => quarter >= from), line }]
}

const only = (of: LinkedCost, isMeant: (quarter: Quarter) => boolean): LinkedCost => ({
  ...of,
  years: new Map([...of.years].map(([year, amount]) => {
    const quarters = quartersOf(year)
    return [year, quarters.every(isMeant) ? amount : statedYear(quarters.map((quarter, place) => (isMeant(quarter) ? amount.quarters[place]!.amount : nil)))]
  })),
})

const inOrder = (budget: readonly LinkedCost[]): LinkedCost[] => [...budget].sort((a, b) => inCodePointOrder(a.line.id, b.line.id))

/** Lines that the leaver bears alone: they go with it, or the others pool them once it no longer bears them; a host that carries its part carries them too. */
function ownLinesOf(budget: readonly LinkedCost[], { partner: id, last, costs, ownLines }: ChangeOf<'leave'>, { partners }: Model): LinkedCost[] {
  const isOwn = ({ line }: LinkedCost): boolean => line.driver.kind === 'direct' && line.driver.partner === id
  if (ownLines === 'go') return budget.map(of => (isOwn(of) ? only(of, quarter => quarter <= last) : of))
  if (costs.by === 'host') return [...budget]
  const end = costs.by === 'leaver' ? ((last + costs.quarters) as Quarter) : last
  const remain = partners.some(partner => partner.id !== id && takesPart(partner, (end + 1) as Quarter))
  const after: Apportioned = { rule: 'pooled', driver: { kind: 'baseline' } }
  return inOrder(budget.flatMap(of => (isOwn(of) && remain && costsAfter(of, end) ? split(of, (end + 1) as Quarter, `${of.line.id} (left by ${id})`, after) : [of])))
}

const costsAfter = ({ years }: LinkedCost, end: Quarter): boolean =>
  [...years].some(([year, { quarters }]) => quartersOf(year).some((quarter, place) => quarter > end && quarters[place]!.amount !== 0n))

/** Every line scaled alike, so that the first year costs the share asked for of its baseline. */
function started(lines: LinkedLines, change: ChangeOf<'start'>, model: Model): ChangedLines {
  const [first] = model.years
  const inCategory = ({ line }: Linked<Line>): boolean => change.category === undefined || line.category === change.category
  const cost = sum(lines.budget.filter(inCategory).map(({ years }) => years.get(first!)?.total ?? nil))
  const baseline = sum(lines.baseline.filter(inCategory).map(of => countedIn(of, model)))
  if (cost === 0n || baseline === 0n) return { wrong: fault('nothing-to-start-from', change.at, { year: first!, ...(change.category !== undefined && { category: change.category }) }) }
  const scale: Adjustment = { how: 'scale', by: fixed(multiply(change.share.central, ratio(baseline, cost))) }
  return { lines: { ...lines, budget: lines.budget.map(of => (inCategory(of) ? adjustedLine(of, undefined, scale) : of)) } }
}

/** A baseline of the first year, in the quarters that its partner takes part in. */
function countedIn({ line, years }: LinkedBaseline, { years: [first], partners }: Model): Money {
  const partner = partners.find(({ id }) => id === line.partner)!
  return sum(quartersOf(first!).flatMap((quarter, place) => (takesPart(partner, quarter) && yearOf(quarter) === first ? [years.get(first!)?.quarters[place]!.amount ?? nil] : [])))
}
