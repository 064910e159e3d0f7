/** `farthing method`: the methodology statement of a year, for an audit committee. */
import { fault } from '../domain/diagnostic.ts'
import { type Methodology, methodology } from '../domain/method/methodology.ts'
import { yearName } from '../domain/period.ts'
import { plan } from '../domain/plan.ts'
import { methodJson } from '../report/method/json.ts'
import { methodReport } from '../report/method/report.ts'
import { writeJson } from '../write/json.ts'
import { writeMarkdown } from '../write/markdown.ts'
import { type Screen, writeText } from '../write/text.ts'
import type { OutputOptions } from './invocation.ts'
import type { Io } from './io.ts'
import { perform } from './perform.ts'

export interface MethodOptions extends OutputOptions {
  readonly format: 'markdown' | 'table' | 'json'
  readonly year?: string
}

export const methodCommand = (folder: string, options: MethodOptions, io: Io): Promise<number> =>
  perform({ command: 'method', folders: [folder], options }, io, (model, screen) => {
    const planned = plan(model)
    const known = model.years.map(yearName)
    const year = model.years[options.year === undefined ? 0 : known.indexOf(options.year)]
    const unknown = year === undefined ? [fault('unknown-year', undefined, { year: options.year!, known })] : []
    const diagnostics = [...planned.diagnostics, ...unknown]
    if (planned.value === undefined || year === undefined) return { diagnostics }
    return { value: { text: written(methodology(planned.value, year), options, screen) }, diagnostics }
  })

/** It has no one table to be written as CSV. */
function written(of: Methodology, { format }: MethodOptions, screen: Screen): string {
  switch (format) {
    case 'markdown':
      return writeMarkdown(methodReport(of))
    case 'table':
      return writeText(methodReport(of), screen)
    case 'json':
      return writeJson(methodJson(of))
  }
}
