/**
 * The figures of the plan as shown: every amount of the four tables, rounded together so that they add up as shown.
 * What adds up to what is drawn here once, as flows; the tables only look figures up.
 */
import { type Money, nil, plus } from '../domain/money.ts'
import { type Year, yearName } from '../domain/period.ts'
import { ratio } from '../domain/ratio.ts'
import type { PartnerSavings, YearSavings } from '../domain/savings.ts'
import { type Flow, outside } from './reconcile.ts'
import { type RoundingMode, showAlone, showFlows, showParts } from './shown.ts'
import type { Unit } from './unit.ts'

export type Breakdown = 'partner' | 'rule' | 'line'

/** What a partner bears by rule or by line, by name and in code-point order of the names; rules in their own order. */
export function detailsOf({ rules, lines }: PartnerSavings, by: Breakdown): ReadonlyMap<string, Money> {
  if (by === 'rule') return new Map(rules.map(({ rule, cost }) => [rule, cost]))
  if (by === 'line') return new Map(lines.map(({ line, cost }) => [line, cost]))
  return new Map()
}

/** What the partners bear of each detail together. */
export function detailTotals(partners: readonly PartnerSavings[], by: Breakdown): ReadonlyMap<string, Money> {
  const totals = new Map<string, Money>()
  for (const [name, cost] of partners.flatMap(partner => [...detailsOf(partner, by)])) totals.set(name, plus(totals.get(name) ?? nil, cost))
  return totals
}

/** A figure's name: what it measures, and of whom. */
export type FigureOf =
  | readonly ['baseline' | 'cost' | 'saving', 'category', string]
  | readonly ['baseline' | 'cost' | 'saving', 'total']
  | readonly ['cost' | 'saving', 'partner', string]
  | readonly ['cost', 'detail', string]
  | readonly ['cost', 'partner', string, 'detail', string]
  | readonly ['cumulative']

/** The figure as shown, in the table's unit. */
export type Shown = (year: Year, of: FigureOf) => bigint

const keyOf = (year: Year, of: FigureOf): string => JSON.stringify([yearName(year), ...of])

export function showPlan(years: readonly YearSavings[], by: Breakdown, { size }: Unit, mode: RoundingMode): Shown {
  const flows = years.flatMap((of, place) => flowsOf(of, by, years[place + 1]?.year)).sort((a, b) => rank(a) - rank(b))
  const shown = showFlows(flows, size, mode)
  for (const { year, partners } of years) {
    const savings = mode === 'reconciled'
      ? showParts(partners.map(({ saving }) => ratio(saving, size)), shown.get(keyOf(year, ['saving', 'total']))!)
      : partners.map(({ saving }) => showAlone(saving, size))
    for (const [place, { partner }] of partners.entries()) shown.set(keyOf(year, ['saving', 'partner', partner]), savings[place]!)
  }
  return (year, of) => shown.get(keyOf(year, of)) ?? 0n
}

/** What is rounded to the nearest unit first: what is paid, then what is saved, then the parts. */
const ranks = ['cost total', 'saved so far', 'total', 'category', 'partner', 'detail'] as const

interface RankedFlow extends Flow {
  readonly rank: (typeof ranks)[number]
}

const rank = (flow: RankedFlow): number => ranks.indexOf(flow.rank)

/**
 * Baseline is split by category; each category's is its cost and its saving; costs make up the year's, which the
 * partners bear, by rule or line; savings make up the year's, which joins what was saved before.
 */
function flowsOf(of: YearSavings, by: Breakdown, next: Year | undefined): RankedFlow[] {
  const { year, categories, partners } = of
  const node = (...name: string[]): string => JSON.stringify([yearName(year), ...name])
  const flow = (rank: RankedFlow['rank'], figure: FigureOf, amount: Money, from: string, to: string): RankedFlow =>
    ({ rank, key: keyOf(year, figure), amount, from, to })

  return [
    flow('total', ['baseline', 'total'], of.baseline, outside, node('baseline')),
    ...categories.flatMap(({ category, baseline, cost, saving }) => [
      flow('category', ['baseline', 'category', category], baseline, node('baseline'), node('category', category)),
      flow('category', ['cost', 'category', category], cost, node('category', category), node('cost')),
      flow('category', ['saving', 'category', category], saving, node('category', category), node('saving')),
    ]),
    flow('cost total', ['cost', 'total'], of.cost, node('cost'), node('borne')),
    ...partners.flatMap(partner => [
      flow('partner', ['cost', 'partner', partner.partner], partner.cost, node('borne'), by === 'partner' ? outside : node('partner', partner.partner)),
      ...[...detailsOf(partner, by)].map(([name, cost]) =>
        flow('detail', ['cost', 'partner', partner.partner, 'detail', name], cost, node('partner', partner.partner), node('detail', name))),
    ]),
    ...[...detailTotals(partners, by)].map(([name, cost]) => flow('detail', ['cost', 'detail', name], cost, node('detail', name), outside)),
    flow('total', ['saving', 'total'], of.saving, node('saving'), node('cumulative')),
    flow('saved so far', ['cumulative'], of.cumulativeSaving, node('cumulative'), next === undefined ? outside : JSON.stringify([yearName(next), 'cumulative'])),
  ]
}
