/** Changes to what a model states besides amounts: rates, how lines are apportioned, lines, and partners. */
import { fault } from '../diagnostic.ts'
import { inCodePointOrder, type Index, type Model, type Partner } from '../model.ts'
import { type Quarter, quartersOf, type Year } from '../period.ts'
import { type Ratio, zero } from '../ratio.ts'
import type { Datum } from '../stated.ts'
import { adjusted } from './adjust.ts'
import type { Change, ChangeOf } from './change.ts'
import type { Changed } from './changed.ts'
import { withCounts } from './count-changes.ts'
import { isCostMeant, isWithin } from './target.ts'
import { touchesNothing, unknownCount, unknownPartner, unknownTarget } from './wrong.ts'

/** A change of amounts leaves the model as it is. */
export function withChange(model: Model, change: Change): Changed {
  switch (change.kind) {
    case 'rates':
      return withRates(model, change)
    case 'counts':
      return withCounts(model, change)
    case 'move':
      return change.from === undefined || isFromTheStart(change.from, model) ? moved(model, change) : { model }
    case 'line':
      return withLine(model, change)
    case 'join':
      return joined(model, change)
    case 'leave':
      return left(model, change)
    case 'amounts':
    case 'delay':
    case 'start':
      return { model }
  }
}

/** Whether a line that moves is moved whole; else it is parted at the quarter, once its amounts are known. */
export const isFromTheStart = (from: Quarter, { years: [first] }: Model): boolean => from <= quartersOf(first!)[0]

function withRates(model: Model, change: ChangeOf<'rates'>): Changed {
  const index = model.indexation.get(change.index)
  if (index === undefined) return { wrong: fault('unknown-index', change.at, { index: change.index, known: [...model.indexation.keys()] }) }
  const years = model.years.filter(year => quartersOf(year).some(quarter => isWithin(change.span, quarter)))
  const rates = years.flatMap((year): [Year, Datum<Ratio>][] => {
    const rate = index.byYear.get(year) ?? index.everyYear
    if (rate === undefined && change.adjustment.how !== 'set') return []
    return [[year, { value: adjusted(rate?.value ?? zero, change.adjustment), at: change.at }]]
  })
  if (rates.length === 0) return touchesNothing(change, 'rate')
  const now: Index = { ...index, byYear: new Map([...index.byYear, ...rates]) }
  return { model: { ...model, indexation: new Map([...model.indexation, [change.index, now]]) } }
}

function moved(model: Model, change: ChangeOf<'move'>): Changed {
  const meant = model.budget.filter(line => isCostMeant(line, change.target))
  if (meant.length === 0) return { wrong: unknownTarget(change, model) }
  return { model: { ...model, budget: model.budget.map(line => (meant.includes(line) ? { ...line, ...change.to } : line)) } }
}

function withLine(model: Model, { line, at }: ChangeOf<'line'>): Changed {
  const first = model.budget.find(({ id }) => id === line.id)
  if (first) return { wrong: fault('duplicate-row', at, { key: [line.id], first: first.at }) }
  return { model: { ...model, budget: [...model.budget, line].sort((a, b) => inCodePointOrder(a.id, b.id)) } }
}

function joined(model: Model, change: ChangeOf<'join'>): Changed {
  const { partner, counts, baseline, at } = change
  if (partner.joins > lastQuarterOf(model)) return touchesNothing(change, 'quarter')
  if (model.partners.some(({ id }) => id === partner.id)) return { wrong: fault('already-partner', at, { partner: partner.id }) }
  const unknown = counts.find(({ driver }) => !model.counts.has(driver))
  if (unknown) return { wrong: unknownCount(unknown.driver, at, model) }
  const counted = counts.map(({ driver, count }) =>
    [driver, new Map([...model.counts.get(driver)!, [partner.id, { years: new Map(), quarters: new Map([[partner.joins, { value: count, at }]]) }]])] as const)
  return {
    model: {
      ...model,
      partners: [...model.partners, partner].sort((a, b) => inCodePointOrder(a.id, b.id)),
      counts: new Map([...model.counts, ...counted]),
      baseline: [...model.baseline, ...baseline].sort((a, b) => inCodePointOrder(a.id, b.id) || inCodePointOrder(a.partner, b.partner)),
    },
  }
}

function left(model: Model, change: ChangeOf<'leave'>): Changed {
  const { partner: id, last, costs, at } = change
  if (last >= lastQuarterOf(model)) return touchesNothing(change, 'quarter')
  const leaver = model.partners.find(partner => partner.id === id)
  if (leaver === undefined) return { wrong: unknownPartner(id, at, model) }
  if (id === model.host) return { wrong: fault('host-leaves', at, { partner: id }) }
  if ((leaver.joins !== undefined && last < leaver.joins) || (leaver.leaves !== undefined && leaver.leaves <= last)) return { wrong: fault('leaves-when-out', at, { partner: id, last }) }
  const afterLeaving: Partner['afterLeaving'] = costs.by === 'host' ? { kind: 'carried', by: model.host }
    : costs.by === 'leaver' ? { kind: 'notice', to: (last + costs.quarters) as Quarter } : undefined
  const now: Partner = { ...leaver, leaves: last, ...(afterLeaving && { afterLeaving }) }
  return { model: { ...model, partners: model.partners.map(partner => (partner.id === id ? now : partner)) } }
}

const lastQuarterOf = ({ years }: Model): Quarter => quartersOf(years.at(-1)!)[3]
