/** Partners that join and leave: what is counted of one that joins, and who carries the costs that stay when one goes. */
import { fault } from '../../domain/diagnostic.ts'
import { type BaselineLine, equalInstalments } from '../../domain/model.ts'
import { firstQuarter, lastQuarter, type Quarter, type Year, yearOf } from '../../domain/period.ts'
import type { Change, CostsLeft, Counted } from '../../domain/scenario/change.ts'
import { stated } from '../../domain/stated.ts'
import { fieldsOf, textOf, told } from '../fields.ts'
import { readAmount, readCount } from '../scalar.ts'
import type { Branch } from '../yaml.ts'
import { cellIn, type ChangeContext, type Fields, indexAmiss, nameIn, partnerAmiss, partOf } from './context.ts'
import { costsKeys, joinBaselineKeys, joinKeys, leaveKeys } from './keys.ts'
import { periodIn } from './span.ts'
import { readTime } from './time.ts'

export function readJoin(fields: Fields, { at }: Branch, context: ChangeContext): Change | undefined {
  const { model, tell } = context
  const own = partOf(fields.get('join')!, 'join', joinKeys, ['partner', 'quarter'], tell)
  const [id, name = id] = ['partner', 'name'].map(key => own && cellIn(own, key, tell)?.text)
  const quarter = own && cellIn(own, 'quarter', tell)
  const period = quarter && periodIn(quarter, undefined, model, tell)
  if (id === undefined || name === undefined || period === undefined) return undefined
  const joins = firstQuarter(period)
  const counts = (['users', 'expected-users', 'drivers'] as const).flatMap(file => readCounts(fields.get(file), file, context))
  const baseline = fields.has('baseline') ? readBaseline(fields.get('baseline')!, { id, joins }, context) : []
  return { kind: 'join', at, partner: { id, name, joins }, counts, baseline }
}

const counted = {
  users: { prefix: 'users:', known: 'users' }, 'expected-users': { prefix: 'expected:', known: 'expected' }, drivers: { prefix: '', known: 'counted' },
} as const

function readCounts(branch: Branch | undefined, file: keyof typeof counted, { model: { currency }, names, tell }: ChangeContext): Counted[] {
  if (branch === undefined || fieldsOf(branch, file, undefined, tell) === undefined || branch.kind !== 'map') return []
  const known = names[counted[file].known] ?? []
  return branch.entries.flatMap(({ key: { text: name, at }, value }) => {
    if (!known.includes(name)) tell(file === 'drivers' ? fault('unknown-driver', at, { driver: name, known }) : fault('unknown-system', at, { system: name, known, file: `${file}.csv` }))
    const count = told(textOf(value, name, tell), cell => readCount(cell, currency), tell)
    return count ? [{ driver: `${counted[file].prefix}${name}`, count }] : []
  })
}

/** Amounts a year by category, `staff: £600,000` every year alike, or `staff: { amount: £600,000, index: pay }` raised from the year of joining. */
function readBaseline(branch: Branch, { id, joins }: { readonly id: string; readonly joins: Quarter }, context: ChangeContext): BaselineLine[] {
  const { model: { baseline, budget, currency, years }, tell } = context
  if (fieldsOf(branch, 'baseline', undefined, tell) === undefined || branch.kind !== 'map') return []
  const known = [...new Set([...baseline, ...budget].map(({ category }) => category))]
  return branch.entries.flatMap(({ key: { text: category, at }, value }): BaselineLine[] => {
    if (!known.includes(category)) tell(fault('unknown-category', at, { category, known }))
    const own = value.kind === 'map' ? partOf(value, category, joinBaselineKeys, ['amount'], tell) : new Map([['amount', value]])
    const cell = own && cellIn(own, 'amount', tell)
    const amount = told(cell, each => readAmount(each, currency), tell)
    const index = own && nameIn(own, 'index', indexAmiss(context), tell)
    if (cell === undefined || amount === undefined) return []
    const stating: readonly Year[] = index === undefined ? years.filter(year => year >= yearOf(joins)) : [yearOf(joins)]
    const amounts = stated(stating.map(year => [{ kind: 'year', year } as const, { value: amount, at: cell.at }]))
    return [{ id: category, category, partner: id, profile: equalInstalments, amounts, at, ...(index !== undefined && { index }) }]
  })
}

export function readLeave(fields: Fields, { at }: Branch, context: ChangeContext): Change | undefined {
  const { model, tell } = context
  const own = partOf(fields.get('leave')!, 'leave', leaveKeys, ['partner', 'after'], tell)
  const partner = own && nameIn(own, 'partner', partnerAmiss(context), tell)
  const after = own && cellIn(own, 'after', tell)
  const period = after && periodIn(after, undefined, model, tell)
  const costs = readCosts(fields.get('costs'), context)
  const ownLines = readOwnLines(fields, context)
  return partner !== undefined && period && costs && ownLines ? { kind: 'leave', at, partner, last: lastQuarter(period), costs, ownLines } : undefined
}

/** What becomes of the lines that the leaver bears alone. */
function readOwnLines(fields: Fields, { tell }: ChangeContext): 'stay' | 'go' | undefined {
  const cell = cellIn(fields, 'own-lines', tell)
  const text = cell?.text ?? 'stay'
  if (text === 'stay' || text === 'go') return text
  tell(fault('bad-change', cell!.at, { key: 'own-lines', wanted: '"stay" or "go"' }))
  return undefined
}

/** `others`, `host`, or `{ leaver: 4 quarters }`; the others where nothing is said. */
function readCosts(branch: Branch | undefined, { tell }: ChangeContext): CostsLeft | undefined {
  if (branch === undefined) return { by: 'others' }
  if (branch.kind === 'text' && (branch.text === 'others' || branch.text === 'host')) return { by: branch.text }
  if (branch.kind === 'map') {
    const own = partOf(branch, 'costs', costsKeys, costsKeys, tell)
    const quarters = own && told(cellIn(own, 'leaver', tell), readTime('leaver'), tell)
    return quarters === undefined ? undefined : { by: 'leaver', quarters }
  }
  tell(fault('bad-change', branch.at, { key: 'costs', wanted: '"others", "host" or "{ leaver: 4 quarters }"' }))
  return undefined
}
