/** `farthing plan`: what each partner will pay and save, year by year and in total. */
import { plan } from '../domain/plan.ts'
import type { Breakdown } from '../report/plan-figures.ts'
import { planFacts } from '../report/plan-facts.ts'
import { planJson } from '../report/plan-json.ts'
import { planReport } from '../report/plan-tables.ts'
import { writeReport } from '../write/report.ts'
import type { Io } from './io.ts'
import { selectionOf, type SharedOptions, unitOf } from './options.ts'
import { perform } from './perform.ts'

export interface PlanOptions extends SharedOptions {
  readonly by: Breakdown
}

export const planCommand = (folder: string, options: PlanOptions, io: Io): Promise<number> =>
  perform({ command: 'plan', folders: [folder], options }, io, (model, screen) => {
    const planned = plan(model)
    const selected = selectionOf(options, model)
    const diagnostics = [...planned.diagnostics, ...selected.diagnostics]
    if (planned.value === undefined || selected.value === undefined) return { diagnostics }
    const view = { ...selected.value, by: options.by, unit: unitOf(options), rounding: options.rounding }
    const of = planned.value
    const sayings = { reports: () => [planReport(of, view)], facts: () => planFacts(of, view), data: () => planJson(of, view) }
    return { value: { text: writeReport(sayings, options.format, screen) }, diagnostics }
  })
