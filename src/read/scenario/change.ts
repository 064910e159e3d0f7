/** One change of a scenario, told from the others by the key that says what is changed. */
import { fault } from '../../domain/diagnostic.ts'
import type { Change } from '../../domain/scenario/change.ts'
import { fieldsOf } from '../fields.ts'
import type { Branch } from '../yaml.ts'
import type { ChangeContext, Fields } from './context.ts'
import { adjustments, readAmountChange, readCountChange, readRateChange, readStart } from './figures.ts'
import { readDelay, readMove, readNewLine } from './lines.ts'
import { readJoin, readLeave } from './membership.ts'

interface Kind {
  readonly key: string
  /** The other keys that it may have. */
  readonly with: readonly string[]
  readonly read: (fields: Fields, branch: Branch, context: ChangeContext) => Change | undefined
}

/** In the order in which they are tried: a partner that joins has users and a baseline too. */
const kinds: readonly Kind[] = [
  { key: 'join', with: ['users', 'expected-users', 'drivers', 'baseline'], read: readJoin },
  { key: 'leave', with: ['costs', 'own-lines'], read: readLeave },
  { key: 'amounts', with: adjustments, read: readAmountChange('budget') },
  { key: 'baseline', with: adjustments, read: readAmountChange('baseline') },
  { key: 'users', with: adjustments, read: readCountChange('users') },
  { key: 'expected-users', with: adjustments, read: readCountChange('expected-users') },
  { key: 'drivers', with: adjustments, read: readCountChange('drivers') },
  { key: 'rate', with: adjustments, read: readRateChange },
  { key: 'move', with: ['to', 'from'], read: readMove },
  { key: 'delay', with: ['by'], read: readDelay },
  { key: 'line', with: [], read: readNewLine },
  { key: 'start', with: ['category'], read: readStart },
]

/** None, and told, where it cannot be read. */
export function readChange(branch: Branch, context: ChangeContext): Change | undefined {
  const any = fieldsOf(branch, 'changes', undefined, context.tell)
  if (any === undefined) return undefined
  const kind = kinds.find(({ key }) => any.has(key))
  if (kind === undefined) {
    context.tell(fault('unknown-key', branch.at, { key: [...any.keys()][0] ?? '', known: kinds.map(({ key }) => key) }))
    return undefined
  }
  const fields = fieldsOf(branch, kind.key, [kind.key, ...kind.with], context.tell)
  return fields && kind.read(fields, branch, context)
}
