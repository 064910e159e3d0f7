/** `farthing risk`: a simulation over the ranges of scenarios: how far the figures spread, and how likely each target is missed. */
import { resolve } from 'node:path'
import { type Diagnostic, fault, isFault } from '../domain/diagnostic.ts'
import type { Aim } from '../domain/risk/counting.ts'
import type { Measure } from '../domain/risk/figures.ts'
import { simulate } from '../domain/risk/simulate.ts'
import { varies } from '../domain/risk/varying.ts'
import { planUnder } from '../domain/scenario/apply.ts'
import { readTargets } from '../read/targets.ts'
import { listScenarios, readScenarios } from '../read/scenario/scenarios.ts'
import { riskFacts, riskJson } from '../report/risk/data.ts'
import { riskReport } from '../report/risk/report.ts'
import { writeReport } from '../write/report.ts'
import type { Io } from './io.ts'
import { selectionOf, type SharedOptions, unitOf } from './options.ts'
import { perform } from './perform.ts'
import { progressBar } from './progress.ts'
import { blamed } from './suppose.ts'

export interface RiskOptions extends Omit<SharedOptions, 'rounding'> {
  readonly scenario?: readonly string[]
  readonly runs: string
  readonly seed: string
  readonly figure: 'cost' | 'saving' | 'cumulative-saving'
}

const mostRuns = 10_000_000
const seeds = 2n ** 64n

export const riskCommand = (folder: string, options: RiskOptions, io: Io): Promise<number> =>
  perform({ command: 'risk', folders: [folder], options }, io, (model, screen) => {
    const diagnostics: Diagnostic[] = []
    const tell = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
    const runs = wholeNumber(options.runs)
    const seed = wholeNumber(options.seed)
    if (runs === undefined || runs < 1n || runs > mostRuns) tell(fault('bad-option', undefined, { option: '--runs', text: options.runs, wanted: 'a whole number from 1 to 10000000' }))
    if (seed === undefined || seed >= seeds) tell(fault('bad-option', undefined, { option: '--seed', text: options.seed, wanted: 'a whole number from 0 to 18446744073709551615' }))
    const path = resolve(io.cwd, folder)
    const names = options.scenario ?? listScenarios(path).filter(file => /^risk\.ya?ml$/i.test(file))
    const { scenarios, sources } = readScenarios(path, names, io.cwd, model, tell)
    // Scenarios that build on the same one have its changes in common, which count once.
    const changes = [...new Set(scenarios.flatMap(scenario => scenario.changes))]
    if (!diagnostics.some(isFault) && !changes.some(varies)) tell(fault('no-ranges', undefined, { scenarios: names }))
    if (runs === undefined || seed === undefined || diagnostics.some(isFault)) return { diagnostics, sources }

    const central = planUnder(model, { changes })
    diagnostics.push(...blamed(central.diagnostics, model, scenarios, sources))
    const selected = selectionOf(options, central.value?.model ?? model)
    diagnostics.push(...selected.diagnostics)
    if (central.value === undefined || selected.value === undefined || diagnostics.some(isFault)) return { diagnostics, sources }

    const { targets, sources: ofTargets } = readTargets(path, model, tell)
    if (diagnostics.some(isFault)) return { diagnostics, sources: [...sources, ...ofTargets] }
    const { years, partners } = selected.value
    const aims: readonly Aim[] = targets.filter(({ year, partner }) => years.includes(year) && (partner === undefined ? partners.length === central.value!.model.partners.length : partners.includes(partner)))
    const bar = progressBar('Simulating', io)
    const simulated = simulate(model, { changes, correlations: scenarios.flatMap(({ correlations }) => correlations ?? []) }, central.value, { ...selected.value, aims }, { runs: parseInt(options.runs, 10), seed, show: bar.show })
    bar.clear()
    diagnostics.push(...simulated.diagnostics)
    const of = simulated.value
    const allSources = [...sources, ...ofTargets]
    if (of === undefined) return { diagnostics, sources: allSources }
    const view = { ...selected.value, name: model.name, currency: model.currency, scenarios, unit: unitOf(options), figure: figures[options.figure] }
    const sayings = { reports: () => [riskReport(of, view)], facts: () => riskFacts(of), data: () => riskJson(of, view) }
    return { value: { text: writeReport(sayings, options.format, screen) }, diagnostics, sources: allSources }
  })

const figures: Readonly<Record<RiskOptions['figure'], Measure>> = { cost: 'cost', saving: 'saving', 'cumulative-saving': 'cumulativeSaving' }

const wholeNumber = (text: string): bigint | undefined => (/^\d{1,30}$/.test(text) ? BigInt(text) : undefined)
