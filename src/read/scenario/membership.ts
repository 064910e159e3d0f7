/** Partners that join and leave: what is counted of one that joins, and who carries the costs that stay when one goes. */
import { fault } from '../../domain/diagnostic.ts'
import { type BaselineLine, equalInstalments } from '../../domain/model.ts'
import { firstQuarter, lastQuarter, yearOf } from '../../domain/period.ts'
import type { Change, CostsLeft, Counted } from '../../domain/scenario/change.ts'
import { stated } from '../../domain/stated.ts'
import { fieldsOf, textOf, told } from '../fields.ts'
import { mayBe } from '../names.ts'
import { readAmount, readCount, readPeriod } from '../scalar.ts'
import type { Branch } from '../yaml.ts'
import { type ChangeContext, type Fields, textIn } from './context.ts'
import { readTime } from './lines.ts'

export function readJoin(fields: Fields, { at }: Branch, { model: { currency }, names, tell }: ChangeContext): Change | undefined {
  const own = fieldsOf(fields.get('join')!, 'join', ['partner', 'name', 'quarter'], tell)
  if (own === undefined) return undefined
  for (const key of ['partner', 'quarter'].filter(each => !own.has(each))) tell(fault('missing-key', at, { key, within: 'join' }))
  const id = textIn(own, 'partner', tell)
  const period = own.has('quarter') ? told(textOf(own.get('quarter'), 'quarter', tell), readPeriod, tell) : undefined
  const name = textIn(own, 'name', tell) ?? id
  if (id === undefined || name === undefined || period === undefined) return undefined
  const joins = firstQuarter(period)
  const counts = (['users', 'expected-users', 'drivers'] as const).flatMap(of => readCounts(fields.get(of), of, currency, tell))
  const baseline = fields.has('baseline') ? readBaseline(fields.get('baseline')!, { id, joins }, currency, names, tell) : []
  return { kind: 'join', at, partner: { id, name, joins }, counts, baseline }
}

const prefixes = { users: 'users:', 'expected-users': 'expected:', drivers: '' } as const

function readCounts(branch: Branch | undefined, of: keyof typeof prefixes, currency: string, tell: ChangeContext['tell']): Counted[] {
  if (branch === undefined || fieldsOf(branch, of, undefined, tell) === undefined || branch.kind !== 'map') return []
  return branch.entries.flatMap(({ key, value }) => {
    const count = told(textOf(value, key.text, tell), cell => readCount(cell, currency), tell)
    return count ? [{ driver: `${prefixes[of]}${key.text}`, count }] : []
  })
}

/** Amounts a year by category, `staff: £600,000`, or with the index that raises them, `staff: { amount: £600,000, index: pay }`. */
function readBaseline(
  branch: Branch, { id, joins }: { readonly id: string; readonly joins: ReturnType<typeof firstQuarter> }, currency: string, names: ChangeContext['names'], tell: ChangeContext['tell'],
): BaselineLine[] {
  if (fieldsOf(branch, 'baseline', undefined, tell) === undefined || branch.kind !== 'map') return []
  return branch.entries.flatMap(({ key, value }): BaselineLine[] => {
    const own = value.kind === 'map' ? fieldsOf(value, key.text, ['amount', 'index'], tell) : new Map([['amount', value]])
    const cell = own && textOf(own.get('amount'), 'amount', tell)
    const amount = told(cell, each => readAmount(each, currency), tell)
    const index = own?.has('index') ? textOf(own.get('index'), 'index', tell) : undefined
    if (index && !mayBe(index.text, names.indices)) tell(fault('unknown-index', index.at, { index: index.text, known: names.indices ?? [] }))
    if (cell === undefined || amount === undefined) return []
    const amounts = stated([[{ kind: 'year', year: yearOf(joins) } as const, { value: amount, at: cell.at }]])
    return [{ id: key.text, category: key.text, partner: id, profile: equalInstalments, amounts, at: key.at, ...(index && { index: index.text }) }]
  })
}

export function readLeave(fields: Fields, { at }: Branch, { tell }: ChangeContext): Change | undefined {
  const own = fieldsOf(fields.get('leave')!, 'leave', ['partner', 'after'], tell)
  if (own === undefined) return undefined
  for (const key of ['partner', 'after'].filter(each => !own.has(each))) tell(fault('missing-key', at, { key, within: 'leave' }))
  const partner = textIn(own, 'partner', tell)
  const period = own.has('after') ? told(textOf(own.get('after'), 'after', tell), readPeriod, tell) : undefined
  const costs = readCosts(fields.get('costs'), tell)
  const ownLines = textIn(fields, 'own-lines', tell) ?? 'stay'
  const isKnown = ownLines === 'stay' || ownLines === 'go'
  if (!isKnown) tell(fault('wrong-shape', at, { key: 'own-lines', wanted: '"stay" or "go"' }))
  return partner !== undefined && period && costs && isKnown ? { kind: 'leave', at, partner, last: lastQuarter(period), costs, ownLines } : undefined
}

/** `others`, `host`, or `{ leaver: 4 quarters }`; the others where nothing is said. */
function readCosts(branch: Branch | undefined, tell: ChangeContext['tell']): CostsLeft | undefined {
  if (branch === undefined) return { by: 'others' }
  if (branch.kind === 'text' && (branch.text === 'others' || branch.text === 'host')) return { by: branch.text }
  const own = branch.kind === 'map' ? fieldsOf(branch, 'costs', ['leaver'], tell) : undefined
  if (own?.has('leaver')) {
    const quarters = told(textOf(own.get('leaver'), 'leaver', tell), readTime, tell)
    return quarters === undefined ? undefined : { by: 'leaver', quarters }
  }
  tell(fault('wrong-shape', branch.at, { key: 'costs', wanted: '"others", "host" or "{ leaver: 4 quarters }"' }))
  return undefined
}
