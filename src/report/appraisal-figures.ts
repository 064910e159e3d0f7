/**
 * The figures of an appraisal in the unit shown, so that they add up as shown: partners to the whole, saving less
 * spending to the net, and present values, year by year, to the net present value. Each sum is a node of a network, as in
 * reconcile.ts. In a year whose factor is one the net cash flow is its present value, and one figure stands for both.
 */
import type { Appraisal, Appraised, AppraisedYear, Verdict } from '../domain/appraisal/appraisal.ts'
import type { PartnerId } from '../domain/model.ts'
import type { Money } from '../domain/money.ts'
import type { Year } from '../domain/period.ts'
import { type Flow, outside, reconcile } from './reconcile.ts'
import type { Cell } from './table.ts'
import type { Unit } from './unit.ts'

/** A partner; none for all of those chosen together. */
export type Whose = PartnerId | undefined

/** What is shown of a year, and of the plan in present values. */
export type OfYear = 'saving' | 'capital' | 'running-cost' | 'net' | 'present value' | 'cumulative'
export type OfPlan = 'saving' | 'capital' | 'running-cost' | 'net' | 'capital with bias' | 'net with bias'

export interface Shown {
  readonly ofYear: (whose: Whose, year: Year, of: OfYear) => Cell
  readonly ofPlan: (whose: Whose, of: OfPlan) => Cell
}

/** Those that an appraisal shows figures of: all together, whose figures are rounded to the nearest unit first, unless it is of one partner. */
export const everyone = ({ partners, whole }: Appraisal): (readonly [Whose, Appraised])[] =>
  [...(partners.length === 1 ? [] : [[undefined, whole] as const]), ...partners.map(of => [of.partner, of] as const)]

/** @param isPresent whether money of a year is worth what it is */
export function showAppraisal(appraisal: Appraisal, isPresent: (year: Year) => boolean, { size }: Unit): Shown {
  const all = everyone(appraisal)
  const flows = all.flatMap(([whose, of]) => directed(whose, [...planFlows(whose, of), ...of.years.flatMap((year, place) => yearFlows(whose, year, of.years[place + 1]?.year, isPresent))]))
  const exact = new Map(flows.map(({ key, amount }) => [key, amount]))
  const shown = reconcile(all.length > 1 ? flows : withoutSums(flows), size)
  const cell = (...name: Name): Cell => ({ kind: 'money', exact: exact.get(keyOf(...name))!, shown: shown.get(keyOf(...name))! })
  const last = appraisal.whole.years.at(-1)!.year
  return {
    ofYear: (whose, year, of) => cell(whose, year, of === 'present value' && isPresent(year) ? 'net' : of),
    ofPlan: (whose, of) => (of === 'net' ? cell(whose, last, 'cumulative') : cell(whose, 'plan', of)),
  }
}

type Name = readonly (Whose | Year)[]

const keyOf = (...name: Name): string => JSON.stringify(name)

/** Where partners' figures make up that of all together. */
const sumOf = (...name: Name): string => `${sum} ${keyOf(...name)}`

const sum = 'sum'

/** One partner's figures make up nobody else's. */
const withoutSums = (flows: readonly Flow[]): Flow[] => flows.map(flow => ({ ...flow, from: unlessSum(flow.from), to: unlessSum(flow.to) }))

const unlessSum = (node: string): string => (node.startsWith(sum) ? outside : node)

/** The figures of all together run against those of the partners, so that they balance at the sums. */
const directed = (whose: Whose, flows: readonly Flow[]): Flow[] => (whose === undefined ? flows.map(flow => ({ ...flow, from: flow.to, to: flow.from })) : [...flows])

/** Saving is capital spending, running cost and net present value; with optimism bias it is told apart. */
function planFlows(whose: Whose, { asStated, withBias }: { asStated: Verdict; withBias: Verdict }): Flow[] {
  const flow = (of: OfPlan, amount: Money, from: string, to: string): Flow => ({ key: keyOf(whose, 'plan', of), amount, from, to })
  const own = keyOf(whose, 'plan')
  return [
    flow('saving', asStated.saving, own, sumOf('plan', 'saving')),
    flow('capital', asStated.capital, sumOf('plan', 'capital'), own),
    flow('running-cost', asStated.runningCost, sumOf('plan', 'running-cost'), own),
    flow('capital with bias', withBias.capital, outside, sumOf('plan', 'capital with bias')),
    flow('net with bias', withBias.netPresentValue, outside, sumOf('plan', 'net with bias')),
  ]
}

/** Saving is capital spending, running cost and net; present values are cumulated, in the last year to the net present value. */
function yearFlows(whose: Whose, { year, cash, presentValue, cumulativePresentValue }: AppraisedYear, next: Year | undefined, isPresent: (year: Year) => boolean): Flow[] {
  const flow = (of: OfYear, amount: Money, from: string, to: string): Flow => ({ key: keyOf(whose, year, of), amount, from, to })
  const [own, present] = [keyOf(whose, year), keyOf(whose, year, 'present')]
  return [
    flow('saving', cash.saving, sumOf(year, 'saving'), own),
    flow('capital', cash.capital, own, sumOf(year, 'capital')),
    flow('running-cost', cash['running-cost'], own, sumOf(year, 'running-cost')),
    flow('net', cash.net, own, isPresent(year) ? present : outside),
    ...(isPresent(year) ? [] : [flow('present value', presentValue.net, sumOf(year, 'present'), present)]),
    flow('cumulative', cumulativePresentValue, present, next === undefined ? keyOf(whose, 'plan') : keyOf(whose, next, 'present')),
  ]
}
