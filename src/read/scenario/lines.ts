/** Changes of lines: another rule or driver, a later start, or a line that is new. */
import { fault } from '../../domain/diagnostic.ts'
import { type CostLine, equalInstalments } from '../../domain/model.ts'
import type { Money } from '../../domain/money.ts'
import { firstQuarter, type Period } from '../../domain/period.ts'
import type { Change } from '../../domain/scenario/change.ts'
import { type Datum, stated } from '../../domain/stated.ts'
import { fieldsOf, textOf, told } from '../fields.ts'
import { readRule } from '../lines.ts'
import { mayBe } from '../names.ts'
import { readAmount, readPeriod } from '../scalar.ts'
import type { Cell } from '../source.ts'
import { withoutBlanks } from '../without-blanks.ts'
import type { Branch } from '../yaml.ts'
import { type ChangeContext, type Fields, lineKeys } from './context.ts'
import { readTarget } from './target.ts'

export function readMove(fields: Fields, { at }: Branch, { names, tell }: ChangeContext): Change | undefined {
  const target = readTarget(fields.get('move')!, 'move', lineKeys, tell)
  const to = fields.get('to')
  if (to === undefined) tell(fault('missing-key', at, { key: 'to', within: 'move' }))
  const terms = to && fieldsOf(to, 'to', ['rule', 'driver', 'partner'], tell)
  const defaults = { line: target?.line ?? '*', category: target?.category ?? 'other' }
  const apportioned = terms && readRule({ cell: column => cellOf(terms, column, at, defaults) }, names, tell)
  const from = fields.has('from') ? told(textOf(fields.get('from'), 'from', tell), readPeriod, tell) : undefined
  return target && apportioned && withoutBlanks({ kind: 'move' as const, at, target, to: apportioned, from: from && firstQuarter(from) })
}

/** A field as a cell of a table would have it: blank where it is not there. */
function cellOf(fields: Fields, column: string, at: Branch['at'], defaults: Readonly<Record<string, string>> = {}): Cell {
  const field = fields.get(column)
  return field?.kind === 'text' ? field : { text: defaults[column] ?? '', at }
}

export function readDelay(fields: Fields, { at }: Branch, { tell }: ChangeContext): Change | undefined {
  const target = readTarget(fields.get('delay')!, 'delay', lineKeys, tell)
  if (!fields.has('by')) tell(fault('missing-key', at, { key: 'by', within: 'delay' }))
  const by = fields.has('by') ? textOf(fields.get('by'), 'by', tell) : undefined
  const quarters = by && told(by, readTime, tell)
  return target && quarters !== undefined ? { kind: 'delay', at, target, quarters } : undefined
}

/** "1 year" is 4 quarters. */
export function readTime({ text, at }: Cell) {
  const parts = /^([1-9]\d?)\s+(year|quarter)s?$/.exec(text)
  if (parts === null) return { wrong: fault('wrong-shape', at, { key: text, wanted: 'to be a time, as in "2 quarters" or "1 year"' }) }
  return { value: parseInt(parts[1]!, 10) * (parts[2] === 'year' ? 4 : 1) }
}

export function readNewLine(fields: Fields, { at }: Branch, { model, names, tell }: ChangeContext): Change | undefined {
  const own = fieldsOf(fields.get('line')!, 'line', ['line', 'description', 'category', 'rule', 'driver', 'partner', 'index', 'amounts'], tell)
  if (own === undefined) return undefined
  const missing = ['line', 'category', 'rule', 'amounts'].filter(key => !own.has(key))
  for (const key of missing) tell(fault('missing-key', at, { key, within: 'line' }))
  const apportioned = missing.length === 0 ? readRule({ cell: column => cellOf(own, column, at) }, names, tell) : undefined
  const index = own.has('index') ? textOf(own.get('index'), 'index', tell) : undefined
  if (index && !mayBe(index.text, names.indices)) tell(fault('unknown-index', index.at, { index: index.text, known: names.indices ?? [] }))
  const [id, category] = ['line', 'category'].map(key => (own.has(key) ? textOf(own.get(key), key, tell)?.text : undefined))
  const amounts = own.has('amounts') ? readAmounts(own.get('amounts')!, model.currency, tell) : undefined
  if (apportioned === undefined || id === undefined || category === undefined || amounts === undefined) return undefined
  const line: CostLine = { id, category, profile: equalInstalments, amounts, at, ...apportioned, ...(index && { index: index.text }) }
  return { kind: 'line', at, line }
}

function readAmounts(branch: Branch, currency: string, tell: ChangeContext['tell']): CostLine['amounts'] | undefined {
  if (fieldsOf(branch, 'amounts', undefined, tell) === undefined || branch.kind !== 'map') return undefined
  return stated(branch.entries.flatMap(({ key, value }): [Period, Datum<Money>][] => {
    const period = told(key, readPeriod, tell)
    const amount = told(textOf(value, key.text, tell), cell => readAmount(cell, currency), tell)
    return period && amount !== undefined ? [[period, { value: amount, at: value.at }]] : []
  }))
}
