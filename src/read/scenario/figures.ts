/** Changes of figures: amounts, counts, rates, and where the budget starts. */
import { fault } from '../../domain/diagnostic.ts'
import { multiply, type Ratio, ratio } from '../../domain/ratio.ts'
import type { Adjustment, Change } from '../../domain/scenario/change.ts'
import { textOf } from '../fields.ts'
import { type Read, readCount, readPercent } from '../scalar.ts'
import { withoutBlanks } from '../without-blanks.ts'
import type { Branch } from '../yaml.ts'
import { type ChangeContext, type Fields, lineKeys, penceIn, textIn } from './context.ts'
import { readSpan, readTarget, targetFields } from './target.ts'
import { type ReadValue, readVarying } from './varying.ts'

export const adjustments = ['set', 'add', 'scale'] as const

export const readAmountChange = (of: 'budget' | 'baseline') => (fields: Fields, { at }: Branch, { model, tell }: ChangeContext): Change | undefined => {
  const name = of === 'budget' ? 'amounts' : 'baseline'
  const target = readTarget(fields.get(name)!, name, of === 'budget' ? lineKeys : ['line', 'category', 'partner'], tell)
  const adjustment = readAdjustment(fields, at, penceIn(model), tell)
  return target && adjustment && { kind: 'amounts', at, of, target, adjustment }
}

/** What the counts of a file are of, and how the names of their drivers begin. */
const countFiles = { users: ['system', 'users:'], 'expected-users': ['system', 'expected:'], drivers: ['driver', ''] } as const

export const readCountChange = (of: keyof typeof countFiles) => (fields: Fields, { at }: Branch, { model: { currency }, tell }: ChangeContext): Change | undefined => {
  const [subject, prefix] = countFiles[of]
  const target = targetFields(fields.get(of)!, of, [subject, 'partner'], tell)
  const adjustment = readAdjustment(fields, at, cell => readCount(cell, currency), tell)
  if (target === undefined || adjustment === undefined) return undefined
  return withoutBlanks({
    kind: 'counts' as const, at, driver: `${prefix}${textIn(target, subject, tell) ?? '*'}`, partner: textIn(target, 'partner', tell), span: readSpan(target, tell), adjustment,
  })
}

export function readRateChange(fields: Fields, { at }: Branch, { tell }: ChangeContext): Change | undefined {
  const target = targetFields(fields.get('rate')!, 'rate', ['index'], tell)
  const index = target && textOf(target.get('index'), 'index', tell)
  if (target && !target.has('index')) tell(fault('missing-key', at, { key: 'index', within: 'rate' }))
  const adjustment = readAdjustment(fields, at, readPercent, tell)
  return target && index && adjustment && withoutBlanks({ kind: 'rates' as const, at, index: index.text, span: readSpan(target, tell), adjustment })
}

export function readStart(fields: Fields, { at }: Branch, { tell }: ChangeContext): Change | undefined {
  const share = readVarying(fields.get('start')!, 'start', readPercent, tell)
  return share && withoutBlanks({ kind: 'start' as const, at, share, category: textIn(fields, 'category', tell) })
}

/** One of set, add and scale; a factor is always a percentage. */
function readAdjustment(fields: Fields, at: Branch['at'], read: ReadValue, tell: ChangeContext['tell']): Adjustment | undefined {
  const given = adjustments.filter(key => fields.has(key))
  const [how] = given
  if (given.length !== 1 || how === undefined) {
    tell(fault('wrong-shape', at, { key: 'changes', wanted: 'one of set, add and scale beside what is changed' }))
    return undefined
  }
  const by = readVarying(fields.get(how)!, how, how === 'scale' ? readPercent : how === 'add' ? orLess(read) : read, tell)
  return by && { how, by }
}

/** What is added may be below nil, whatever it is added to. */
const orLess = (read: ReadValue): ReadValue => (cell): Read<Ratio> => {
  if (!/^[-−]/.test(cell.text)) return read(cell)
  const size = read({ ...cell, text: cell.text.slice(1).trim() })
  return 'value' in size ? { value: multiply(size.value, ratio(-1n)) } : size
}
