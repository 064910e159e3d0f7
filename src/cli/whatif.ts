/** `farthing whatif`: the model as it is and under each scenario, side by side. */
import { resolve } from 'node:path'
import { type Diagnostic, fault, isFault } from '../domain/diagnostic.ts'
import { inCodePointOrder, type Model } from '../domain/model.ts'
import { plan } from '../domain/plan.ts'
import { readScenarios } from '../read/scenario/scenarios.ts'
import type { Breakdown } from '../report/plan-figures.ts'
import { whatifFacts, whatifJson } from '../report/whatif-data.ts'
import { whatifReport } from '../report/whatif-report.ts'
import { writeReport } from '../write/report.ts'
import type { Screen } from '../write/text.ts'
import type { Io } from './io.ts'
import { selectionOf, type SharedOptions, unitOf } from './options.ts'
import { type Answered, perform } from './perform.ts'
import { suppose } from './suppose.ts'

export interface WhatifOptions extends SharedOptions {
  readonly scenario?: readonly string[]
  readonly by: Breakdown
  readonly watch?: true
}

export async function whatifCommand(folder: string, { watch, ...options }: WhatifOptions, io: Io): Promise<number> {
  const once = (): Promise<number> => perform({ command: 'whatif', folders: [folder], options }, io, (model, screen) => answer(model, screen, folder, options, io))
  if (watch === undefined) return once()
  const { watchModel } = await import('./watch.ts')
  return watchModel(folder, options.scenario ?? [], once, io)
}

function answer(model: Model, screen: Screen, folder: string, options: Omit<WhatifOptions, 'watch'>, io: Io): Answered {
  const diagnostics: Diagnostic[] = []
  const tell = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
  const { scenarios, sources } = readScenarios(resolve(io.cwd, folder), options.scenario, io.cwd, model, tell)
  if (scenarios.length === 0 && !diagnostics.some(isFault)) tell(fault('no-scenarios', undefined, { folder }))
  for (const file of [options.output, options.manifest]) {
    if (file !== undefined && sources.some(source => resolve(io.cwd, source.file) === resolve(io.cwd, file))) tell(fault('part-of-the-model', undefined, { file }))
  }
  const base = plan(model)
  diagnostics.push(...base.diagnostics)
  if (base.value === undefined || diagnostics.some(isFault)) return { diagnostics, sources }

  const { supposed, diagnostics: amiss } = suppose(model, scenarios, sources)
  const everyone = [...new Set([base.value, ...supposed.map(of => of.plan)].flatMap(of => of.model.partners.map(({ id }) => id)))].sort(inCodePointOrder)
  const selected = selectionOf(options, { ...model, partners: everyone.map(id => ({ id, name: id })) })
  diagnostics.push(...amiss, ...(amiss.some(isFault) ? [] : selected.diagnostics))
  if (selected.value === undefined || diagnostics.some(isFault)) return { diagnostics, sources }

  const view = { ...selected.value, by: options.by, unit: unitOf(options), rounding: options.rounding }
  const of = base.value
  const sayings = { reports: () => [whatifReport(of, supposed, view)], facts: () => whatifFacts(of, supposed, view), data: () => whatifJson(of, supposed, view) }
  return { value: { text: writeReport(sayings, options.format, screen) }, diagnostics, sources }
}
