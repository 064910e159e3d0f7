/**
 * Scenario files: those in the model's `scenarios/`, by name, or any file. A scenario may build on others, whose changes come
 * before its own.
 */
import { basename, dirname, join, resolve } from 'node:path'
import { fault } from '../../domain/diagnostic.ts'
import type { Model } from '../../domain/model.ts'
import type { Change, Correlation, Scenario } from '../../domain/scenario/change.ts'
import { fieldsOf, textOf } from '../fields.ts'
import { listFolder, readSource } from '../folder.ts'
import { namesOf } from '../names.ts'
import { type Cell, type Quotable, quotable } from '../source.ts'
import type { Tell } from '../tell.ts'
import { type Branch, readYaml } from '../yaml.ts'
import { readChange } from './change.ts'
import { readCorrelations } from './correlations.ts'
import type { ChangeContext } from './context.ts'

export interface ScenariosRead {
  readonly scenarios: readonly Scenario[]
  readonly sources: readonly Quotable[]
}

const isScenario = (file: string): boolean => /\.ya?ml$/i.test(file) && !file.startsWith('.')

export const listScenarios = (folder: string): string[] => (listFolder(join(folder, 'scenarios')) ?? []).filter(isScenario)

/** @param asked names in the model's `scenarios/`, or files; all of them where none is named */
export function readScenarios(folder: string, asked: readonly string[] | undefined, cwd: string, model: Model, tell: Tell): ScenariosRead {
  const files = listScenarios(folder)
  const names = files.map(nameOf)
  const sources: Quotable[] = []
  const read = new Map<string, Written | undefined>()
  const load = (place: Place): Written | undefined => {
    const key = join(place.folder, place.file)
    if (!read.has(key)) {
      read.set(key, undefined)
      read.set(key, readOne(place, { model, names: namesOf(model), tell }, sources))
    }
    return read.get(key)
  }
  const named = (name: string, at: Cell['at'] | undefined): Place | undefined => {
    const file = files.find(each => nameOf(each) === name || each === name)
    if (file !== undefined) return { folder, file: `scenarios/${file}` }
    if (at === undefined && isScenario(basename(name))) return { folder: dirname(resolve(cwd, name)), file: basename(name) }
    tell(fault('unknown-scenario', at, { scenario: name, known: names }))
    return undefined
  }
  const allOf = (place: Place, through: readonly string[]): Written[] => {
    const written = load(place)
    return (written?.basedOn ?? []).flatMap(cell => {
      if (through.includes(cell.text)) {
        tell(fault('circular-scenario', cell.at, { scenario: cell.text, through: [...through, cell.text] }))
        return []
      }
      const base = named(cell.text, cell.at)
      return base ? allOf(base, [...through, cell.text]) : []
    }).concat(written ?? [])
  }
  const places = (asked ?? names).flatMap(name => named(name, undefined) ?? [])
  const scenarios = places.map((place): Scenario => {
    const id = nameOf(basename(place.file))
    const all = allOf(place, [id])
    return { id, name: load(place)?.name ?? nameOf(place.file), changes: all.flatMap(({ changes }) => changes), correlations: all.flatMap(({ correlations }) => correlations) }
  })
  return { scenarios, sources }
}

interface Place {
  readonly folder: string
  readonly file: string
}

const nameOf = (file: string): string => file.replace(/\.ya?ml$/i, '')

interface Written {
  readonly name: string
  readonly basedOn: readonly Cell[]
  readonly changes: readonly Change[]
  readonly correlations: readonly Correlation[]
}

function readOne({ folder, file }: Place, context: ChangeContext, sources: Quotable[]): Written | undefined {
  const { tell } = context
  const source = readSource(folder, file, tell)
  if (source === undefined) return undefined
  sources.push(quotable(source))
  const root = readYaml(source, tell)
  const fields = root && fieldsOf(root, file, ['name', 'description', 'based-on', 'changes', 'correlations'], tell)
  if (fields === undefined) return undefined
  for (const key of ['name', 'changes'].filter(each => !fields.has(each))) tell(fault('missing-key', root!.at, { key, within: file }))
  const name = fields.has('name') ? textOf(fields.get('name'), 'name', tell)?.text : undefined
  const basedOn = listOf(fields.get('based-on')).flatMap(each => textOf(each, 'based-on', tell) ?? [])
  const list = fields.get('changes')
  if (list && list.kind !== 'list') tell(fault('wrong-shape', list.at, { key: 'changes', wanted: 'a list, each item starting with "- "' }))
  const changes = list?.kind === 'list' ? list.items.flatMap(item => readChange(item, context) ?? []) : []
  return { name: name ?? nameOf(basename(file)), basedOn, changes, correlations: readCorrelations(fields.get('correlations'), tell) }
}

const listOf = (branch: Branch | undefined): readonly Branch[] => (branch === undefined ? [] : branch.kind === 'list' ? branch.items : [branch])
