/** Changes of figures: amounts, counts, rates, and where the budget starts. */
import { fault } from '../../domain/diagnostic.ts'
import { isNegative, multiply, type Ratio, ratio } from '../../domain/ratio.ts'
import type { Adjustment, Change } from '../../domain/scenario/change.ts'
import { matches } from '../../domain/scenario/target.ts'
import { type Read, readCount, readPercent } from '../scalar.ts'
import type { Cell } from '../source.ts'
import type { Tell } from '../tell.ts'
import { withoutBlanks } from '../without-blanks.ts'
import type { Branch } from '../yaml.ts'
import { cellIn, type ChangeContext, type Fields, indexAmiss, nameIn, partnerAmiss, partOf, penceIn } from './context.ts'
import { adjustments, driverKeys, rateKeys, spanKeys, systemKeys } from './keys.ts'
import { readSpan } from './span.ts'
import { readBaselineTarget, readTarget, targetFields } from './target.ts'
import { type ReadValue, readVarying } from './varying.ts'

export function readAmountChange(fields: Fields, { at }: Branch, context: ChangeContext): Change | undefined {
  const target = readTarget(fields.get('amounts')!, 'amounts', context)
  const adjustment = readAdjustment(fields, at, penceIn(context.model), context.tell)
  return target && adjustment && { kind: 'amounts', at, of: 'budget', target, adjustment }
}

export function readBaselineChange(fields: Fields, { at }: Branch, context: ChangeContext): Change | undefined {
  const target = readBaselineTarget(fields.get('baseline')!, 'baseline', context)
  const adjustment = readAdjustment(fields, at, penceIn(context.model), context.tell)
  return target && adjustment && { kind: 'amounts', at, of: 'baseline', target, adjustment }
}

/** What the counts of a file are of, and how the names of their drivers begin. */
const countFiles = {
  users: { keys: systemKeys, of: 'system', prefix: 'users:', known: 'users' },
  'expected-users': { keys: systemKeys, of: 'system', prefix: 'expected:', known: 'expected' },
  drivers: { keys: driverKeys, of: 'driver', prefix: '', known: 'counted' },
} as const

export const readCountChange = (file: keyof typeof countFiles) => (fields: Fields, { at }: Branch, context: ChangeContext): Change | undefined => {
  const { model: { currency }, names, tell } = context
  const { keys, of, prefix, known } = countFiles[file]
  const target = targetFields(fields.get(file)!, file, [...keys, ...spanKeys], context)
  const adjustment = readAdjustment(fields, at, cell => readCount(cell, currency), tell)
  if (target === undefined || adjustment === undefined) return undefined
  const systems = names[known] ?? []
  const amiss = (name: string, place: Cell['at']) => (systems.some(each => matches(name, each)) ? undefined
    : of === 'driver' ? fault('unknown-driver', place, { driver: name, known: systems }) : fault('unknown-system', place, { system: name, known: systems, file: `${file}.csv` }))
  const driver = `${prefix}${nameIn(target, of, amiss, tell) ?? '*'}`
  return withoutBlanks({ kind: 'counts' as const, at, driver, partner: nameIn(target, 'partner', partnerAmiss(context), tell), span: readSpan(target, context), adjustment })
}

export function readRateChange(fields: Fields, { at }: Branch, context: ChangeContext): Change | undefined {
  const { tell } = context
  const target = partOf(fields.get('rate')!, 'rate', rateKeys, ['index'], tell)
  const index = target && nameIn(target, 'index', indexAmiss(context), tell)
  const adjustment = readAdjustment(fields, at, readPercent, tell)
  if (target === undefined || index === undefined || adjustment === undefined) return undefined
  return withoutBlanks({ kind: 'rates' as const, at, index, span: readSpan(target, context, 'years'), adjustment })
}

export function readStart(fields: Fields, { at }: Branch, { tell }: ChangeContext): Change | undefined {
  const share = readVarying(fields.get('start')!, 'start', readPart('start'), tell)
  return share && withoutBlanks({ kind: 'start' as const, at, share, category: cellIn(fields, 'category', tell)?.text })
}

/** One of set, add and scale; a factor is always a percentage. */
function readAdjustment(fields: Fields, at: Branch['at'], read: ReadValue, tell: Tell): Adjustment | undefined {
  const given = adjustments.filter(key => fields.has(key))
  const [how] = given
  if (given.length !== 1 || how === undefined) {
    tell(fault('bad-change', at, { key: 'changes', wanted: 'one of set, add and scale beside what is changed' }))
    return undefined
  }
  const by = readVarying(fields.get(how)!, how, how === 'scale' ? readPart('scale') : how === 'add' ? orLess(read) : read, tell)
  return by && { how, by }
}

/** What is left of a figure: a tenth off leaves 90%, and nobody means less than nothing by -10%. */
const readPart = (key: string): ReadValue => (cell): Read<Ratio> => {
  const read = readPercent(cell)
  const isBelowNil = 'value' in read && isNegative(read.value)
  return isBelowNil ? { wrong: fault('bad-change', cell.at, { key, wanted: 'what is left of the figure, as in "90%" for a tenth less and "110%" for a tenth more' }) } : read
}

/** What is added may be below nil, whatever it is added to, and may say that it is above. */
const orLess = (read: ReadValue): ReadValue => (cell): Read<Ratio> => {
  const sign = /^[-−+]\s*/.exec(cell.text)?.[0]
  if (sign === undefined) return read(cell)
  const size = read({ ...cell, text: cell.text.slice(sign.length) })
  return 'value' in size && !sign.startsWith('+') ? { value: multiply(size.value, ratio(-1n)) } : size
}
