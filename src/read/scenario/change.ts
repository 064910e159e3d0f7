/** One change of a scenario, told from the others by the key that says what is changed. */
import { fault } from '../../domain/diagnostic.ts'
import type { Change } from '../../domain/scenario/change.ts'
import { fieldsOf } from '../fields.ts'
import type { Branch } from '../yaml.ts'
import type { ChangeContext, Fields } from './context.ts'
import { readAmountChange, readBaselineChange, readCountChange, readRateChange, readStart } from './figures.ts'
import { changeKeys } from './keys.ts'
import { readDelay, readMove, readNewLine } from './lines.ts'
import { readJoin, readLeave } from './membership.ts'

type Kind = keyof typeof changeKeys

const readers: Readonly<Record<Kind, (fields: Fields, branch: Branch, context: ChangeContext) => Change | undefined>> = {
  join: readJoin,
  leave: readLeave,
  amounts: readAmountChange,
  baseline: readBaselineChange,
  users: readCountChange('users'),
  'expected-users': readCountChange('expected-users'),
  drivers: readCountChange('drivers'),
  rate: readRateChange,
  move: readMove,
  delay: readDelay,
  line: readNewLine,
  start: readStart,
}

const kinds = Object.keys(changeKeys) as Kind[]
const besides: readonly string[] = Object.values(changeKeys).flat()

/** None, and told, where it cannot be read. */
export function readChange(branch: Branch, context: ChangeContext): Change | undefined {
  const any = fieldsOf(branch, 'changes', undefined, context.tell)
  if (any === undefined || branch.kind !== 'map') return undefined
  const kind = kinds.find(key => any.has(key))
  if (kind === undefined) {
    const stray = branch.entries.find(({ key }) => !besides.includes(key.text))?.key
    context.tell(stray ? fault('unknown-key', stray.at, { key: stray.text, known: kinds }) : fault('bad-change', branch.at, { key: 'changes', wanted: `what is changed: one of ${kinds.join(', ')}` }))
    return undefined
  }
  const fields = fieldsOf(branch, kind, [kind, ...changeKeys[kind]], context.tell)
  return fields && readers[kind](fields, branch, context)
}
