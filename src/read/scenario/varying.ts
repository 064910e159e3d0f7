/**
 * A figure of a scenario, fixed or with a range: `110%`, or `{ low: 95%, likely: 100%, high: 115% }` for a triangle, `{ low:,
 * high: }` for any value between, `{ mean:, deviation: }` for a normal curve, `{ values: { 100%: 70%, 130%: 30% } }` for a few
 * values and the chance of each. A range may have a name, by which it is correlated with another.
 */
import { fault } from '../../domain/diagnostic.ts'
import { add, divide, equal, isLess, one, type Ratio, ratio, total, zero } from '../../domain/ratio.ts'
import type { Range, Varying } from '../../domain/scenario/range.ts'
import { fieldsOf, textOf, told } from '../fields.ts'
import { type Read, readPercent } from '../scalar.ts'
import type { Cell } from '../source.ts'
import type { Tell } from '../tell.ts'
import type { Branch } from '../yaml.ts'
import { rangeKeys } from './keys.ts'

export type ReadValue = (cell: Cell) => Read<Ratio>

/** None, and told, where it cannot be read. */
export function readVarying(branch: Branch, key: string, read: ReadValue, tell: Tell): Varying | undefined {
  if (branch.kind === 'text') {
    const central = told(textOf(branch, key, tell), read, tell)
    return central && { central }
  }
  const range = readRange(branch, key, read, tell)
  return range && { central: centreOf(range), range }
}

function readRange(branch: Branch, key: string, read: ReadValue, tell: Tell): Range | undefined {
  const fields = fieldsOf(branch, key, rangeKeys, tell)
  if (fields === undefined) return undefined
  const value = (of: string): Ratio | undefined => (fields.has(of) ? told(textOf(fields.get(of), of, tell), read, tell) : undefined)
  const named = fields.has('name') ? { name: textOf(fields.get('name'), 'name', tell)?.text ?? '' } : {}
  const [low, likely, high, mean, deviation] = ['low', 'likely', 'high', 'mean', 'deviation'].map(value)
  const has = (...keys: string[]): boolean => keys.every(of => fields.has(of)) && [...fields.keys()].every(of => keys.includes(of) || of === 'name')

  const refuse = (): undefined => {
    tell(fault('bad-range', branch.at, { key }))
    return undefined
  }
  if (has('low', 'likely', 'high')) {
    if (!low || !likely || !high) return undefined
    return isLess(likely, low) || isLess(high, likely) || equal(low, high) ? refuse() : { kind: 'triangular', low, likely, high, ...named }
  }
  if (has('low', 'high')) {
    if (!low || !high) return undefined
    return isLess(low, high) ? { kind: 'uniform', low, high, ...named } : refuse()
  }
  if (has('mean', 'deviation')) {
    if (!mean || !deviation) return undefined
    return isLess(zero, deviation) ? { kind: 'normal', mean, deviation, ...named } : refuse()
  }
  if (has('values')) {
    const values = readValues(fields.get('values')!, read, tell)
    if (values === undefined) return undefined
    const whole = equal(total(values.map(({ chance }) => chance)), one) && values.every(({ chance }) => isLess(zero, chance))
    return whole ? { kind: 'discrete', values, ...named } : refuse()
  }
  return refuse()
}

function readValues(branch: Branch, read: ReadValue, tell: Tell): { value: Ratio; chance: Ratio }[] | undefined {
  if (fieldsOf(branch, 'values', undefined, tell) === undefined || branch.kind !== 'map') return undefined
  const values = branch.entries.map(({ key, value }) => ({ value: told(key, read, tell), chance: told(textOf(value, key.text, tell), readPercent, tell) }))
  return values.every((of): of is { value: Ratio; chance: Ratio } => of.value !== undefined && of.chance !== undefined) ? values : undefined
}

function centreOf(range: Range): Ratio {
  switch (range.kind) {
    case 'triangular':
      return range.likely
    case 'uniform':
      return divide(add(range.low, range.high), ratio(2n))
    case 'normal':
      return range.mean
    case 'discrete':
      return range.values.reduce((likeliest, each) => (isLess(likeliest.chance, each.chance) ? each : likeliest)).value
  }
}
