/** A scenario file as it is written: what it is called, what it builds on, and its changes, not yet read one by one. */
import { fault } from '../../domain/diagnostic.ts'
import type { Correlation } from '../../domain/scenario/change.ts'
import { fieldsOf, textOf } from '../fields.ts'
import { readSource } from '../folder.ts'
import { type Cell, type Quotable, quotable } from '../source.ts'
import type { Tell } from '../tell.ts'
import { type Branch, readYaml } from '../yaml.ts'
import { cellIn } from './context.ts'
import { readCorrelations } from './correlations.ts'
import type { Place } from './find.ts'
import { scenarioKeys } from './keys.ts'

export interface Document {
  readonly name: string
  readonly basedOn: readonly Cell[]
  readonly changes: readonly Branch[]
  readonly correlations: readonly Correlation[]
}

/** None, and told, where the file cannot be read. */
export function readDocument({ id, folder, file, within }: Place, sources: Quotable[], tell: Tell): Document | undefined {
  const source = readSource(folder, file, tell)
  if (source === undefined) return undefined
  sources.push({ ...quotable(source), within })
  const root = readYaml(source, tell)
  const fields = root && fieldsOf(root, file, scenarioKeys, tell)
  if (fields === undefined) return undefined
  const required = fields.has('based-on') ? ['name'] : ['name', 'changes']
  for (const key of required.filter(each => !fields.has(each))) tell(fault('missing-key', root!.at, { key, within: file }))
  const basedOn = listOf(fields.get('based-on')).flatMap(each => textOf(each, 'based-on', tell) ?? [])
  const changes = fields.get('changes')
  if (changes && changes.kind !== 'list') tell(fault('bad-change', changes.at, { key: 'changes', wanted: 'a list, each item starting with "- "' }))
  return { name: cellIn(fields, 'name', tell)?.text ?? id, basedOn, changes: changes?.kind === 'list' ? changes.items : [], correlations: readCorrelations(fields.get('correlations'), tell) }
}

const listOf = (branch: Branch | undefined): readonly Branch[] => (branch === undefined ? [] : branch.kind === 'list' ? branch.items : [branch])

/** The partners that join in it. */
export const joinersIn = ({ changes }: Document): string[] => changes.flatMap(change => textWithin(change, 'join', 'partner'))

/** The lines that it adds. */
export const newLinesIn = ({ changes }: Document): string[] => changes.flatMap(change => textWithin(change, 'line', 'line'))

function textWithin(branch: Branch, ...path: readonly string[]): string[] {
  const [key, ...rest] = path
  if (key === undefined) return branch.kind === 'text' ? [branch.text] : []
  const field = branch.kind === 'map' ? branch.entries.find(entry => entry.key.text === key) : undefined
  return field ? textWithin(field.value, ...rest) : []
}
