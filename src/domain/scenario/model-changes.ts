/** Changes to what a model states besides amounts: rates, counts, how lines are apportioned, lines, and partners. */
import { type Diagnostic, fault } from '../diagnostic.ts'
import { countInForce } from '../drivers/counted.ts'
import { inCodePointOrder, type Index, type Model, type Partner } from '../model.ts'
import { type Quarter, quartersOf, type Year } from '../period.ts'
import { equal, isNegative, type Ratio, zero } from '../ratio.ts'
import type { At, Datum, Stated } from '../stated.ts'
import { adjusted } from './adjust.ts'
import type { Change, ChangeOf } from './change.ts'
import { isCostMeant, isWithin, matches } from './target.ts'

/** A model with a change, or why it cannot be changed so. */
export type Changed = { readonly model: Model } | { readonly wrong: Diagnostic }

/** A change of amounts leaves the model as it is. */
export function withChange(model: Model, change: Change): Changed {
  switch (change.kind) {
    case 'rates':
      return withRates(model, change)
    case 'counts':
      return withCounts(model, change)
    case 'move':
      return change.from === undefined ? moved(model, change) : { model }
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

export const touchesNothing = (change: Change): { wrong: Diagnostic } => ({ wrong: fault('touches-nothing', change.at, { kind: change.kind }) })

function withRates(model: Model, change: ChangeOf<'rates'>): Changed {
  const index = model.indexation.get(change.index)
  if (index === undefined) return { wrong: fault('unknown-index', change.at, { index: change.index, known: [...model.indexation.keys()] }) }
  const years = model.years.filter(year => quartersOf(year).some(quarter => isWithin(change.span, quarter)))
  const rates = years.flatMap((year): [Year, Datum<Ratio>][] => {
    const rate = index.byYear.get(year) ?? index.everyYear
    if (rate === undefined && change.adjustment.how !== 'set') return []
    return [[year, { value: adjusted(rate?.value ?? zero, change.adjustment), at: change.at }]]
  })
  if (rates.length === 0) return touchesNothing(change)
  const now: Index = { ...index, byYear: new Map([...index.byYear, ...rates]) }
  return { model: { ...model, indexation: new Map([...model.indexation, [change.index, now]]) } }
}

function withCounts(model: Model, change: ChangeOf<'counts'>): Changed {
  const drivers = [...model.counts].filter(([name]) => matches(change.driver, name))
  if (drivers.length === 0) return { wrong: unknownCount(change.driver, change.at, model) }
  if (change.partner !== undefined && !model.partners.some(({ id }) => id === change.partner)) return { wrong: unknownPartner(change.partner, change.at, model) }
  let touched = false
  const counts = drivers.map(([name, partners]) => [name, new Map([...partners].map(([partner, stated]) => {
    if (change.partner !== undefined && partner !== change.partner) return [partner, stated] as const
    const now = recounted(stated, change, model)
    touched ||= now !== stated
    return [partner, now] as const
  }))] as const)
  return touched ? { model: { ...model, counts: new Map([...model.counts, ...counts]) } } : touchesNothing(change)
}

/** A count for each quarter in which it changes; where the span ends, the count that was in force is so again. */
function recounted(stated: Stated<Ratio>, { adjustment, span, at }: ChangeOf<'counts'>, { years }: Model): Stated<Ratio> {
  let touched = false
  let before: Ratio | undefined
  const quarters = new Map<Quarter, Datum<Ratio>>()
  for (const quarter of years.flatMap(year => quartersOf(year))) {
    const count = countInForce(stated, quarter)?.count
    const isMeant = isWithin(span, quarter) && (count !== undefined || adjustment.how === 'set')
    const now = isMeant ? { value: notBelowNil(adjusted(count?.value ?? zero, adjustment)), at } : count
    touched ||= isMeant
    if (now && (before === undefined || !equal(before, now.value))) quarters.set(quarter, now)
    before = now?.value
  }
  return touched ? { years: new Map(), quarters } : stated
}

const notBelowNil = (count: Ratio): Ratio => (isNegative(count) ? zero : count)

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

function joined(model: Model, { partner, counts, baseline, at }: ChangeOf<'join'>): Changed {
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

function left(model: Model, { partner: id, last, costs, at }: ChangeOf<'leave'>): Changed {
  const leaver = model.partners.find(partner => partner.id === id)
  if (leaver === undefined) return { wrong: unknownPartner(id, at, model) }
  if (id === model.host) return { wrong: fault('host-leaves', at, { partner: id }) }
  if ((leaver.joins !== undefined && last < leaver.joins) || (leaver.leaves !== undefined && leaver.leaves <= last)) return { wrong: fault('leaves-when-out', at, { partner: id, last }) }
  const afterLeaving: Partner['afterLeaving'] = costs.by === 'host' ? { kind: 'carried', by: model.host }
    : costs.by === 'leaver' ? { kind: 'notice', to: (last + costs.quarters) as Quarter } : undefined
  const now: Partner = { ...leaver, leaves: last, ...(afterLeaving && { afterLeaving }) }
  return { model: { ...model, partners: model.partners.map(partner => (partner.id === id ? now : partner)) } }
}

const unknownPartner = (partner: string, at: At, { partners }: Model): Diagnostic => fault('unknown-partner', at, { partner, known: partners.map(({ id }) => id) })

function unknownCount(driver: string, at: At, { counts }: Model): Diagnostic {
  const known = [...counts.keys()]
  const [, prefix, system] = /^(users|expected):(.*)$/.exec(driver) ?? []
  if (prefix === undefined) return fault('unknown-driver', at, { driver, known })
  return fault('unknown-system', at, { system: system!, known: known.flatMap(name => (name.startsWith(`${prefix}:`) ? [name.slice(prefix.length + 1)] : [])), file: prefix === 'users' ? 'users.csv' : 'expected-users.csv' })
}

/** Why no line is meant: the first of the names that is not known, or else that together they mean none. */
export function unknownTarget(change: ChangeOf<'move' | 'delay' | 'amounts'>, { budget, baseline, partners }: Model): Diagnostic {
  const { line, category, partner } = change.target
  const lines = change.kind === 'amounts' && change.of === 'baseline' ? baseline : budget
  const ids = [...new Set(lines.map(({ id }) => id))]
  const categories = [...new Set(lines.map(of => of.category))]
  if (line !== undefined && !ids.some(id => matches(line, id))) return fault('unknown-line', change.at, { line, known: ids })
  if (category !== undefined && !categories.includes(category)) return fault('unknown-category', change.at, { category, known: categories })
  if (partner !== undefined && !partners.some(({ id }) => id === partner)) return fault('unknown-partner', change.at, { partner, known: partners.map(({ id }) => id) })
  return touchesNothing(change).wrong
}
