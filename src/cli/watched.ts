/** What `sensitivity` and `solve` start from: the base, which scenarios may set, and the figure of it that is watched. */
import { resolve } from 'node:path'
import { type Diagnostic, isFault } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import { yearName } from '../domain/period.ts'
import { type Base, baseOf } from '../domain/sensitivity/base.ts'
import type { Watched } from '../domain/sensitivity/figure.ts'
import { readScenarios } from '../read/scenario/scenarios.ts'
import type { Quotable } from '../read/source.ts'
import type { Io } from './io.ts'
import { type FormatOptions, selectionOf } from './options.ts'
import { blamed } from './suppose.ts'

export interface WatchedOptions extends FormatOptions {
  readonly figure: Watched['measure']
  readonly partner?: readonly string[]
  readonly year?: string
  readonly scenario?: readonly string[]
}

/** None of either, and told, where it cannot be. */
export interface BaseLoaded {
  readonly base?: Base
  readonly watched?: Watched
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: readonly Quotable[]
}

export function loadBase(folder: string, { figure, partner, year, scenario }: WatchedOptions, model: Model, io: Io): BaseLoaded {
  const diagnostics: Diagnostic[] = []
  const { scenarios, sources } = scenario === undefined ? { scenarios: [], sources: [] } : readScenarios(resolve(io.cwd, folder), scenario, io.cwd, model, of => void diagnostics.push(of))
  if (diagnostics.some(isFault)) return { diagnostics, sources }
  // Scenarios that build on the same one have its changes in common, which count once.
  const { value: base, diagnostics: amiss } = baseOf(model, [...new Set(scenarios.flatMap(({ changes }) => changes))])
  const selected = base && selectionOf({ ...(partner && { partner }), year: [year ?? yearName(model.years.at(-1)!)] }, base.plan.model)
  diagnostics.push(...blamed(amiss, model, scenarios, sources), ...(selected?.diagnostics ?? []))
  const watched: Watched | undefined = selected?.value && { measure: figure, partners: selected.value.partners, year: selected.value.years[0]! }
  return { ...(base && { base }), ...(watched && { watched }), diagnostics, sources }
}
