/** `farthing whatif`: the model as it is and under each scenario, side by side. */
import { resolve } from 'node:path'
import { type Diagnostic, fault, isFault } from '../domain/diagnostic.ts'
import { plan } from '../domain/plan.ts'
import { planUnder } from '../domain/scenario/apply.ts'
import { readScenarios } from '../read/scenario/scenarios.ts'
import type { Breakdown } from '../report/plan-figures.ts'
import { whatifFacts, whatifJson } from '../report/whatif-data.ts'
import { type Supposed, whatifReport } from '../report/whatif-report.ts'
import { inCodePointOrder } from '../domain/model.ts'
import { writeReport } from '../write/report.ts'
import type { Io } from './io.ts'
import { selectionOf, type SharedOptions, unitOf } from './options.ts'
import { perform } from './perform.ts'

export interface WhatifOptions extends SharedOptions {
  readonly scenario?: readonly string[]
  readonly by: Breakdown
}

export const whatifCommand = (folder: string, options: WhatifOptions, io: Io): Promise<number> =>
  perform({ command: 'whatif', folders: [folder], options }, io, (model, screen) => {
    const diagnostics: Diagnostic[] = []
    const tell = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
    const { scenarios, sources } = readScenarios(resolve(io.cwd, folder), options.scenario, io.cwd, model, tell)
    if (scenarios.length === 0 && diagnostics.length === 0) tell(fault('no-scenarios', undefined, { folder }))
    const base = plan(model)
    diagnostics.push(...base.diagnostics)
    if (base.value === undefined || diagnostics.some(isFault)) return { diagnostics, sources }

    const supposed = scenarios.flatMap(({ id, name, changes }): Supposed[] => {
      const under = planUnder(model, { changes })
      diagnostics.push(...under.diagnostics.filter(isFault))
      return under.value ? [{ id, name, plan: under.value }] : []
    })
    const everyone = [...new Set([base.value, ...supposed.map(of => of.plan)].flatMap(of => of.model.partners.map(({ id }) => id)))].sort(inCodePointOrder)
    const selected = selectionOf(options, { ...model, partners: everyone.map(id => ({ id, name: id })) })
    diagnostics.push(...selected.diagnostics)
    if (selected.value === undefined || diagnostics.some(isFault)) return { diagnostics, sources }

    const view = { ...selected.value, by: options.by, unit: unitOf(options), rounding: options.rounding }
    const of = base.value
    const sayings = { reports: () => [whatifReport(of, supposed, view)], facts: () => whatifFacts(of, supposed, view), data: () => whatifJson(of, supposed, view) }
    return { value: { text: writeReport(sayings, options.format, screen) }, diagnostics, sources }
  })
