/** What the changes of a scenario are read against, and how their parts are picked up. */
import type { Model } from '../../domain/model.ts'
import { ratio } from '../../domain/ratio.ts'
import { textOf } from '../fields.ts'
import type { Names } from '../names.ts'
import { readAmount } from '../scalar.ts'
import type { Tell } from '../tell.ts'
import type { Branch } from '../yaml.ts'
import type { ReadValue } from './varying.ts'

export interface ChangeContext {
  readonly model: Model
  readonly names: Names
  readonly tell: Tell
}

export type Fields = ReadonlyMap<string, Branch>

/** The text of a field, where it is there. */
export const textIn = (fields: Fields, key: string, tell: ChangeContext['tell']): string | undefined =>
  fields.has(key) ? textOf(fields.get(key), key, tell)?.text : undefined

/** An amount in pence. */
export const penceIn = ({ currency }: Model): ReadValue => cell => {
  const read = readAmount(cell, currency)
  return 'value' in read ? { value: ratio(read.value) } : read
}

/** The keys that narrow a change to lines of the budget. */
export const lineKeys = ['line', 'category', 'rule', 'partner', 'system', 'tag'] as const
