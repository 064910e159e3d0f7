/** `farthing check`: is the model sound, does it add up, does it match what was published? */
import { resolve } from 'node:path'
import { type Diagnostic, fault } from '../domain/diagnostic.ts'
import { plan } from '../domain/plan.ts'
import { compare } from '../domain/published.ts'
import { zero } from '../domain/ratio.ts'
import { savings } from '../domain/savings.ts'
import { checkSums } from '../domain/sums.ts'
import { readFigure, readPublished } from '../read/published.ts'
import { checkJson, type Checked, checkReport, differenceFacts, passed } from '../report/check-report.ts'
import { writeCsv } from '../write/csv.ts'
import { writeJson } from '../write/json.ts'
import { writeMarkdown } from '../write/markdown.ts'
import { type Screen, writeText } from '../write/text.ts'
import type { Io } from './io.ts'
import type { Format } from './options.ts'
import { perform } from './perform.ts'

export interface CheckOptions {
  readonly format: Format
  readonly output?: string
  readonly tolerance: string
}

export const checkCommand = (folder: string, options: CheckOptions, io: Io): number =>
  perform(folder, options.output, io, (model, screen) => {
    const diagnostics: Diagnostic[] = []
    const tell = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
    const tolerance = readFigure({ text: options.tolerance, at: { file: '', line: 0, column: 0, length: 0 } }, model.currency)
    if (tolerance === 'wrong' || tolerance.percent) tell(fault('bad-option', undefined, { option: '--tolerance', text: options.tolerance, wanted: 'an amount, as in "£1"' }))

    const published = readPublished(resolve(io.cwd, folder), model, tolerance === 'wrong' ? zero : tolerance.value, tell)
    const planned = plan(model)
    diagnostics.push(...planned.diagnostics)
    const { sources } = published
    if (planned.value === undefined || diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics, sources }

    const checked: Checked = {
      model: model.name,
      sums: checkSums(planned.value),
      comparisons: compare(published.figures, savings(planned.value, () => true)),
      beyond: published.beyond,
    }
    return { value: { text: write(checked, options.format, screen), no: !passed(checked) }, diagnostics, sources }
  })

function write(checked: Checked, format: Format, screen: Screen): string {
  switch (format) {
    case 'table':
      return writeText(checkReport(checked), screen)
    case 'markdown':
      return writeMarkdown(checkReport(checked))
    case 'csv':
      return writeCsv(differenceFacts(checked))
    case 'json':
      return writeJson(checkJson(checked))
  }
}
