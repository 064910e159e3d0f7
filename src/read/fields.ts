/** The fields of a YAML map, each told where it is not what it should be. */
import { fault } from '../domain/diagnostic.ts'
import type { Read } from './scalar.ts'
import type { Cell } from './source.ts'
import type { Tell } from './tell.ts'
import type { Branch } from './yaml.ts'

/** The entries of a map by key; none, and told, for anything else. Without a list of keys any key will do. */
export function fieldsOf(branch: Branch, name: string, known: readonly string[] | undefined, tell: Tell): Map<string, Branch> | undefined {
  if (branch.kind !== 'map') {
    tell(fault('wrong-shape', branch.at, { key: name, wanted: 'keys and values, as in "key: value"' }))
    return undefined
  }
  for (const { key } of branch.entries) {
    if (known && !known.includes(key.text)) tell(fault('unknown-key', key.at, { key: key.text, known }))
  }
  return new Map(branch.entries.map(({ key, value }) => [key.text, value]))
}

/** A text that is not empty. */
export function textOf(branch: Branch | undefined, key: string, tell: Tell): Cell | undefined {
  if (branch === undefined) return undefined
  if (branch.kind === 'text' && branch.text !== '') return branch
  tell(fault('wrong-shape', branch.at, { key, wanted: 'a text' }))
  return undefined
}

/** What a cell reads as; none, and told, where it does not. */
export function told<T>(cell: Cell | undefined, read: (cell: Cell) => Read<T>, tell: Tell): T | undefined {
  const value = cell && read(cell)
  if (value === undefined) return undefined
  if ('value' in value) return value.value
  tell(value.wrong)
  return undefined
}

