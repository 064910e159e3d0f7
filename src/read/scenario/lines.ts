/** Changes of lines: another rule or driver, a later start, or a line that is new. */
import { fault } from '../../domain/diagnostic.ts'
import { driverName } from '../../domain/drivers/driver.ts'
import { type CostLine, equalInstalments } from '../../domain/model.ts'
import type { Money } from '../../domain/money.ts'
import { firstQuarter, type Period } from '../../domain/period.ts'
import type { Apportioned, Change } from '../../domain/scenario/change.ts'
import { isCostMeant, type Target } from '../../domain/scenario/target.ts'
import { type Datum, stated } from '../../domain/stated.ts'
import { fieldsOf, textOf, told } from '../fields.ts'
import { readRule, tagsIn } from '../lines.ts'
import { readAmount, readProfile } from '../scalar.ts'
import type { Cell } from '../source.ts'
import { withoutBlanks } from '../without-blanks.ts'
import type { Branch } from '../yaml.ts'
import { cellIn, type ChangeContext, type Fields, indexAmiss, nameIn, partOf } from './context.ts'
import { moveToKeys, newLineKeys } from './keys.ts'
import { periodIn } from './span.ts'
import { readLines, readTarget } from './target.ts'
import { readTime } from './time.ts'

export function readMove(fields: Fields, { at }: Branch, context: ChangeContext): Change | undefined {
  const { model, tell } = context
  const target = readLines(fields.get('move')!, 'move', context)
  const to = fields.get('to')
  if (to === undefined) tell(fault('missing-key', at, { key: 'to', within: 'move' }))
  const terms = to && partOf(to, 'to', moveToKeys, ['rule'], tell)
  const apportioned = target && terms?.has('rule') ? readMoved(terms, to!.at, target, context) : undefined
  const from = cellIn(fields, 'from', tell)
  const period = from && periodIn(from, undefined, model, tell)
  return target && apportioned && withoutBlanks({ kind: 'move' as const, at, target, to: apportioned, from: period && firstQuarter(period) })
}

/** The rule may take its driver from the line's category, which must then be one. */
function readMoved(terms: Fields, at: Branch['at'], target: Target, { model, names, tell }: ChangeContext): Apportioned | undefined {
  const categories = [...new Set(model.budget.filter(line => isCostMeant(line, target)).map(({ category }) => category))]
  const toldOnce = categories.length > 1 ? () => {} : tell
  const [first, ...others] = (categories.length > 0 ? categories : [target.category ?? 'other']).map((category, place) =>
    readRule({ cell: column => cellOf(terms, column, at, { line: target.line ?? '*', category }) }, names, place === 0 ? tell : toldOnce))
  if (first && others.some(other => other && driverName(other.driver) !== driverName(first.driver))) {
    tell(fault('bad-change', at, { key: 'to', wanted: 'a driver, since these lines are of several categories' }))
    return undefined
  }
  return first
}

/** A field as a cell of a table would have it: blank where it is not there. */
function cellOf(fields: Fields, column: string, at: Branch['at'], defaults: Readonly<Record<string, string>> = {}): Cell {
  const field = fields.get(column)
  return field?.kind === 'text' ? field : { text: defaults[column] ?? '', at }
}

export function readDelay(fields: Fields, { at }: Branch, context: ChangeContext): Change | undefined {
  const { tell } = context
  const target = readTarget(fields.get('delay')!, 'delay', context)
  if (!fields.has('by')) tell(fault('missing-key', at, { key: 'by', within: 'delay' }))
  const quarters = told(cellIn(fields, 'by', tell), readTime('by'), tell)
  return target && quarters !== undefined ? { kind: 'delay', at, target, quarters } : undefined
}

export function readNewLine(fields: Fields, { at }: Branch, context: ChangeContext): Change | undefined {
  const { names, tell } = context
  const required = ['line', 'category', 'rule', 'amounts']
  const own = partOf(fields.get('line')!, 'line', newLineKeys, required, tell)
  if (own === undefined || required.some(key => !own.has(key))) return undefined
  const [id, category, description, tags] = ['line', 'category', 'description', 'tags'].map(key => cellIn(own, key, tell)?.text)
  const apportioned = readRule({ cell: column => cellOf(own, column, at) }, names, tell)
  const index = nameIn(own, 'index', indexAmiss(context), tell)
  const profile = told(cellIn(own, 'profile', tell), readProfile, tell) ?? equalInstalments
  const amounts = readAmounts(own.get('amounts')!, context)
  if (apportioned === undefined || id === undefined || category === undefined || amounts === undefined) return undefined
  return { kind: 'line', at, line: withoutBlanks({ id, category, description, profile, amounts, at, index, tags: tags === undefined ? undefined : tagsIn(tags), ...apportioned }) }
}

function readAmounts(branch: Branch, { model, tell }: ChangeContext): CostLine['amounts'] | undefined {
  if (fieldsOf(branch, 'amounts', undefined, tell) === undefined || branch.kind !== 'map') return undefined
  return stated(branch.entries.flatMap(({ key, value }): [Period, Datum<Money>][] => {
    const period = periodIn(key, undefined, model, tell)
    const amount = told(textOf(value, key.text, tell), cell => readAmount(cell, model.currency), tell)
    return period && amount !== undefined ? [[period, { value: amount, at: value.at }]] : []
  }))
}
