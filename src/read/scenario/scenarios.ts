/**
 * Scenario files: those in the model's `scenarios/`, by name, or any file. A scenario may build on others, whose changes come
 * before its own, each once, however often it is built on.
 */
import { type Diagnostic, fault } from '../../domain/diagnostic.ts'
import { inCodePointOrder, type Model } from '../../domain/model.ts'
import type { Change, Scenario } from '../../domain/scenario/change.ts'
import { namesOf } from '../names.ts'
import type { Cell, Quotable } from '../source.ts'
import type { Tell } from '../tell.ts'
import { readChange } from './change.ts'
import type { ChangeContext } from './context.ts'
import { type Document, joinersIn, newLinesIn, readDocument } from './document.ts'
import { finderIn, type Place } from './find.ts'

export { listScenarios } from './find.ts'

export interface ScenariosRead {
  readonly scenarios: readonly Scenario[]
  readonly sources: readonly Quotable[]
}

/** @param asked names in the model's `scenarios/`, or files; all of them where none is named */
export function readScenarios(folder: string, asked: readonly string[] | undefined, cwd: string, model: Model, tellAll: Tell): ScenariosRead {
  const tell: Tell = diagnostic => tellAll(inScenarioWords(diagnostic))
  const sources: Quotable[] = []
  const finder = finderIn(folder, cwd, tell)
  const read = once((place: Place) => readDocument(place, sources, tell), ({ path }) => path)
  const baseOf = once((cell: Cell) => finder.named(cell.text, cell.at), cell => cell)
  const refuseCircle = once((cell: Cell, through: readonly string[]) => tell(fault('circular-scenario', cell.at, { scenario: cell.text, through })), cell => cell)

  /** The documents that a scenario is made of, in the order in which their changes are made. */
  const chain = (place: Place, above: readonly Place[], seen: Set<string>): Document[] => {
    const document = seen.has(place.path) ? undefined : read(place)
    seen.add(place.path)
    if (document === undefined) return []
    const through = [...above, place]
    const bases = document.basedOn.flatMap(cell => {
      const base = baseOf(cell)
      const isCircle = base !== undefined && through.some(({ path }) => path === base.path)
      if (isCircle) refuseCircle(cell, [...through.map(({ id }) => id), base.id])
      return base && !isCircle ? chain(base, through, seen) : []
    })
    return [...bases, document]
  }

  const places = refuseTaken(asked ? asked.flatMap(name => finder.named(name) ?? []) : finder.all(), tell)
  const chains = places.map(place => ({ place, documents: chain(place, [], new Set()) }))
  const context = contextOf(model, chains.flatMap(({ documents }) => documents), tell)
  const changesOf = once((document: Document): Change[] => document.changes.flatMap(branch => readChange(branch, context) ?? []), document => document)
  const scenarios = chains.map(({ place, documents }): Scenario =>
    ({ id: place.id, name: documents.at(-1)?.name ?? place.id, changes: documents.flatMap(document => changesOf(document)), correlations: documents.flatMap(document => document.correlations) }))
  return { scenarios, sources }
}

/** What a file is read into is kept, and what is amiss in it told once, however often it is asked for. */
function once<K, A extends unknown[], T>(read: (of: K, ...rest: A) => T, keyOf: (of: K) => unknown): (of: K, ...rest: A) => T {
  const kept = new Map<unknown, T>()
  return (of, ...rest) => {
    const key = keyOf(of)
    if (!kept.has(key)) kept.set(key, read(of, ...rest))
    return kept.get(key)!
  }
}

/** Each file once; two files of one name could not be told apart in a report, nor one from the model as it is. */
function refuseTaken(places: readonly Place[], tell: Tell): Place[] {
  const different = [...new Map(places.map(place => [place.path, place])).values()]
  for (const [order, { id, file }] of different.entries()) {
    const other = different.slice(0, order).find(place => place.id === id)
    if (id === 'base') tell(fault('scenario-name-taken', undefined, { scenario: id, by: file }))
    else if (other) tell(fault('scenario-name-taken', undefined, { scenario: id, by: file, other: other.file }))
  }
  return different
}

/** Names are those of the model and of whatever any of the scenarios adds; whether this one does is told when it is applied. */
function contextOf(model: Model, documents: readonly Document[], tell: Tell): ChangeContext {
  const names = namesOf(model)
  const partners = [...new Set([...(names.partners ?? []), ...documents.flatMap(joinersIn)])].sort(inCodePointOrder)
  return { model, names: { ...names, partners }, lines: [...model.budget.map(({ id }) => id), ...documents.flatMap(newLinesIn)], tell }
}

/** What the readers of the model's own files say of a wrong shape points to those; a scenario has its own guide. */
const inScenarioWords = (diagnostic: Diagnostic): Diagnostic =>
  diagnostic.code === 'wrong-shape' ? fault('bad-change', diagnostic.at, diagnostic.args) : diagnostic
