/** The quarters that a change is about: `year` and `quarter` name one or a list, `from` and `to` a stretch that may be open at either end. */
import { fault } from '../../domain/diagnostic.ts'
import type { Model } from '../../domain/model.ts'
import { firstQuarter, lastQuarter, type Period, quarter, quarterName, quartersOf, yearName } from '../../domain/period.ts'
import type { Span } from '../../domain/scenario/target.ts'
import { textOf, told } from '../fields.ts'
import { readPeriod } from '../scalar.ts'
import type { Cell } from '../source.ts'
import type { Tell } from '../tell.ts'
import type { Branch } from '../yaml.ts'
import type { ChangeContext, Fields } from './context.ts'

type Stretch = Span[number]

/** @param only for what is of whole years, as a rate is */
export function readSpan(fields: Fields, { model, tell }: Pick<ChangeContext, 'model' | 'tell'>, only?: 'years'): Span | undefined {
  refuseTwoWays(fields, tell)
  const named = (['year', 'quarter'] as const).flatMap(key =>
    cellsOf(fields.get(key), key, tell).flatMap(cell => periodIn(cell, key, model, tell) ?? []))
  const end = (key: string): Period | undefined => cellsOf(fields.get(key), key, tell).map(cell => periodIn(cell, only && 'year', model, tell))[0]
  const [from, to] = [end('from'), end('to')]
  const span = [...named.map(period => stretch(period, period)), ...(from || to ? [stretch(from ?? firstOf(model), to ?? lastOf(model))] : [])]
  const backwards = span.find(({ first, last }) => last < first)
  if (backwards) tell(fault('bad-change', fields.get('to')!.at, { key: 'to', wanted: `a time that is not before "from", ${quarterName(backwards.first)}` }))
  return span.length > 0 ? span : undefined
}

/** A time is told in one way: a year and a quarter of it, or of another, could mean both or what they share. */
function refuseTwoWays(fields: Fields, tell: Tell): void {
  const [first, second] = [['year'], ['quarter'], ['from', 'to']].flatMap(keys => keys.find(key => fields.has(key)) ?? [])
  if (first !== undefined && second !== undefined) tell(fault('bad-change', fields.get(second)!.at, { key: second, wanted: `to stand alone: either "year", or "quarter", or "from" and "to"; here is "${first}" too` }))
}

const stretch = (from: Period, to: Period): Stretch =>
  ({ first: firstQuarter(from), last: lastQuarter(to), ...((from.kind === 'quarter' || to.kind === 'quarter') && { quarterly: true }) })

const firstOf = ({ years }: Model): Period => ({ kind: 'year', year: years[0]! })
const lastOf = ({ years }: Model): Period => ({ kind: 'year', year: years.at(-1)! })

/** A year or quarter of the plan; none, and told, for any other. */
export function periodIn(cell: Cell, wanted: 'year' | 'quarter' | undefined, { years }: Model, tell: Tell): Period | undefined {
  const period = told(cell, readPeriod, tell)
  if (period === undefined) return undefined
  const isWithinPlan = firstQuarter(period) >= quarter(years[0]!, 0) && lastQuarter(period) <= quarter(years.at(-1)!, 3)
  if (isWithinPlan && (wanted === undefined || wanted === period.kind)) return period
  if (isWithinPlan && wanted === 'year') tell(fault('bad-period', cell.at, { text: cell.text, wanted: 'year' }))
  else if (period.kind === 'quarter' || wanted === 'quarter') tell(fault('unknown-quarter', cell.at, { quarter: cell.text, known: years.flatMap(year => quartersOf(year)).map(quarterName) }))
  else tell(fault('unknown-year', cell.at, { year: cell.text, known: years.map(yearName) }))
  return undefined
}

/** One text, or a list of them. */
function cellsOf(branch: Branch | undefined, key: string, tell: Tell): Cell[] {
  if (branch === undefined) return []
  if (branch.kind === 'list' && branch.items.length === 0) tell(fault('bad-change', branch.at, { key, wanted: 'at least one in its list' }))
  const branches = branch.kind === 'list' ? branch.items : [branch]
  return branches.flatMap(each => textOf(each, key, tell) ?? [])
}
