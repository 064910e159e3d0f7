/** What the changes of a scenario are read against, and how their parts are picked up. */
import { type Diagnostic, fault } from '../../domain/diagnostic.ts'
import type { Model } from '../../domain/model.ts'
import { ratio } from '../../domain/ratio.ts'
import { matches } from '../../domain/scenario/target.ts'
import { fieldsOf, textOf } from '../fields.ts'
import { mayBe, type Names } from '../names.ts'
import { readAmount } from '../scalar.ts'
import type { Cell } from '../source.ts'
import type { Tell } from '../tell.ts'
import type { Branch } from '../yaml.ts'
import type { ReadValue } from './varying.ts'

export interface ChangeContext {
  readonly model: Model
  /** Of the model, and of the partners that join in a scenario. */
  readonly names: Names
  /** The lines of the budget, and those that a scenario adds. */
  readonly lines: readonly string[]
  readonly tell: Tell
}

export type Fields = ReadonlyMap<string, Branch>

/** The fields of a part of a change; a key that must be there and is not is told. */
export function partOf(branch: Branch, name: string, known: readonly string[], required: readonly string[], tell: Tell): Fields | undefined {
  const fields = fieldsOf(branch, name, known, tell)
  if (fields) for (const key of required.filter(each => !fields.has(each))) tell(fault('missing-key', branch.at, { key, within: name }))
  return fields
}

/** The cell of a field, where it is there and is a text. */
export const cellIn = (fields: Fields, key: string, tell: Tell): Cell | undefined => (fields.has(key) ? textOf(fields.get(key), key, tell) : undefined)

/** The text of a field that names something; what is amiss with the name is told where it stands. */
export function nameIn(fields: Fields, key: string, amiss: (name: string, at: Cell['at']) => Diagnostic | undefined, tell: Tell): string | undefined {
  const cell = cellIn(fields, key, tell)
  const wrong = cell && amiss(cell.text, cell.at)
  if (wrong) tell(wrong)
  return cell?.text
}

export const partnerAmiss = ({ names: { partners } }: ChangeContext) => (partner: string, at: Cell['at']): Diagnostic | undefined =>
  mayBe(partner, partners) ? undefined : fault('unknown-partner', at, { partner, known: partners ?? [] })

export const indexAmiss = ({ names: { indices } }: ChangeContext) => (index: string, at: Cell['at']): Diagnostic | undefined =>
  mayBe(index, indices) ? undefined : fault('unknown-index', at, { index, known: indices ?? [] })

/** A name, or a pattern with `*` that must match one. */
export const lineAmiss = (lines: readonly string[], of: 'budget' | 'baseline') => (line: string, at: Cell['at']): Diagnostic | undefined =>
  lines.some(id => matches(line, id)) ? undefined : fault('no-such-line', at, { line, of, known: [...new Set(lines)] })

/** An amount in pence. */
export const penceIn = ({ currency }: Model): ReadValue => cell => {
  const read = readAmount(cell, currency)
  return 'value' in read ? { value: ratio(read.value) } : read
}
