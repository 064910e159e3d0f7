/**
 * Lines parted in time: as it was up to a quarter, and from it on a line beside it that is borne by others. A legacy line
 * `idox` that is shared from 2019/20 is `idox` to the end of 2018/19 and `idox (shared)` after.
 */
import type { LinkedCost, QuarterAmount } from '../index-linking.ts'
import { inCodePointOrder, type Model, takesPart } from '../model.ts'
import { nil } from '../money.ts'
import { type Quarter, quartersOf } from '../period.ts'
import type { LinkedLines } from '../prepare.ts'
import { zero } from '../ratio.ts'
import { ofQuarters } from './adjust.ts'
import type { Apportioned, ChangeOf } from './change.ts'
import type { ChangedLines } from './changed.ts'
import { isCostMeant } from './target.ts'
import { touchesNothing, unknownTarget } from './wrong.ts'

export function movedLines(lines: LinkedLines, change: ChangeOf<'move'>, from: Quarter, model: Model): ChangedLines {
  const { target, to } = change
  const meant = lines.budget.filter(({ line }) => isCostMeant(line, target))
  if (meant.length === 0) return { wrong: unknownTarget(change, { ...model, budget: lines.budget.map(({ line }) => line) }) }
  if (!meant.some(of => costsFrom(of, from))) return touchesNothing(change, 'cost')
  return { lines: { ...lines, budget: parted(lines.budget, of => (meant.includes(of) ? { from, called: to.rule, to } : undefined)) } }
}

/** Lines that the leaver bears alone: they go with it, or the others pool them once it no longer bears them; a host that carries its part carries them too. */
export function leftLines(budget: readonly LinkedCost[], { partner: id, last, costs, ownLines }: ChangeOf<'leave'>, { partners }: Model): readonly LinkedCost[] {
  const isOwn = ({ line: { driver } }: LinkedCost): boolean => driver.kind === 'direct' && driver.partner === id
  if (ownLines === 'go') return budget.map(of => (isOwn(of) ? only(of, quarter => quarter <= last) : of))
  if (costs.by === 'host') return budget
  const from = (last + 1 + (costs.by === 'leaver' ? costs.quarters : 0)) as Quarter
  // With nobody left to pool them they stay with the leaver, and that they cannot be borne is told.
  const remain = partners.some(partner => partner.id !== id && takesPart(partner, from))
  return parted(budget, of => (remain && isOwn(of) ? { from, called: `left by ${id}`, to: { rule: 'pooled', driver: { kind: 'baseline' } } } : undefined))
}

interface Parting {
  readonly from: Quarter
  /** What tells the later part from the line that it was. */
  readonly called: string
  readonly to: Apportioned
}

function parted(budget: readonly LinkedCost[], partingOf: (of: LinkedCost) => Parting | undefined): LinkedCost[] {
  const taken = new Set(budget.map(({ line }) => line.id))
  return budget.flatMap(of => {
    const parting = partingOf(of)
    return parting && costsFrom(of, parting.from) ? part(of, parting, taken) : [of]
  }).sort((a, b) => inCodePointOrder(a.line.id, b.line.id))
}

function part(of: LinkedCost, { from, called, to }: Parting, taken: Set<string>): LinkedCost[] {
  const was = of.line.partOf ?? of.line.id
  const id = freeName(`${was} (${called})`, taken)
  taken.add(id)
  return [only(of, quarter => quarter < from), { ...only(of, quarter => quarter >= from), line: { ...of.line, ...to, id, partOf: was } }]
}

/** The name, or the first of "name 2", "name 3" that no line has. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const numbered = count === 1 ? name : `${name} ${count}`
    if (!taken.has(numbered)) return numbered
  }
}

const only = (of: LinkedCost, isMeant: (quarter: Quarter) => boolean): LinkedCost => ({
  ...of,
  years: new Map([...of.years].map(([year, amount]) => {
    const quarters = quartersOf(year)
    return [year, quarters.every(isMeant) ? amount : ofQuarters(quarters.map((quarter, place) => (isMeant(quarter) ? amount.quarters[place]! : nothing)))]
  })),
})

const nothing: QuarterAmount = { amount: nil, origin: { kind: 'supposed', exact: zero }, stated: true }

const costsFrom = ({ years }: LinkedCost, from: Quarter): boolean =>
  [...years].some(([year, { quarters }]) => quartersOf(year).some((quarter, place) => quarter >= from && quarters[place]!.amount !== 0n))
