/** `farthing plan`: what each partner will pay and save, year by year and in total. */
import { plan, type Plan } from '../domain/plan.ts'
import type { Breakdown } from '../report/plan-figures.ts'
import { planFacts } from '../report/plan-facts.ts'
import { planJson } from '../report/plan-json.ts'
import { planReport, type PlanView } from '../report/plan-tables.ts'
import { writeCsv } from '../write/csv.ts'
import { writeJson } from '../write/json.ts'
import { writeMarkdown } from '../write/markdown.ts'
import { type Screen, writeText } from '../write/text.ts'
import type { Io } from './io.ts'
import { type Format, selectionOf, type SharedOptions, unitOf } from './options.ts'
import { perform } from './perform.ts'

export interface PlanOptions extends SharedOptions {
  readonly by: Breakdown
}

export const planCommand = (folder: string, options: PlanOptions, io: Io): number =>
  perform(folder, options.output, io, (model, screen) => {
    const planned = plan(model)
    const selected = selectionOf(options, model)
    const diagnostics = [...planned.diagnostics, ...selected.diagnostics]
    if (planned.value === undefined || selected.value === undefined) return { diagnostics }
    const view = { ...selected.value, by: options.by, unit: unitOf(options), rounding: options.rounding }
    return { value: { text: write(planned.value, view, options.format, screen) }, diagnostics }
  })

function write(of: Plan, view: PlanView, format: Format, screen: Screen): string {
  switch (format) {
    case 'table':
      return writeText(planReport(of, view), screen)
    case 'markdown':
      return writeMarkdown(planReport(of, view))
    case 'csv':
      return writeCsv(planFacts(of, view))
    case 'json':
      return writeJson(planJson(of, view))
  }
}
