/** `farthing check`: is the model sound, does it add up, does it match what was published? */
import { resolve } from 'node:path'
import { type Diagnostic, fault } from '../domain/diagnostic.ts'
import { plan } from '../domain/plan.ts'
import { compare } from '../domain/published.ts'
import { zero } from '../domain/ratio.ts'
import { savings } from '../domain/savings.ts'
import { checkSums } from '../domain/sums.ts'
import { listRecords, readIssued } from '../read/issued.ts'
import { isToleranceFor, readFigure, readPublished } from '../read/published.ts'
import { checkJson, type Checked, checkReport, differenceFacts, passed } from '../report/check-report.ts'
import { writeReport } from '../write/report.ts'
import { loadActuals } from './actuals.ts'
import type { Io } from './io.ts'
import type { FormatOptions } from './options.ts'
import { perform } from './perform.ts'

export interface CheckOptions extends FormatOptions {
  readonly tolerance: string
}

export const checkCommand = (folder: string, options: CheckOptions, io: Io): Promise<number> =>
  perform({ command: 'check', folders: [folder], options }, io, (model, screen) => {
    const diagnostics: Diagnostic[] = []
    const tell = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
    const path = resolve(io.cwd, folder)
    const tolerance = readFigure(options.tolerance, model.currency)
    if (!isToleranceFor(tolerance, false)) tell(fault('bad-option', undefined, { option: '--tolerance', text: options.tolerance, wanted: 'an amount, as in "£1"' }))

    const { sources: actuals } = loadActuals(path, model, tell, io)
    const published = readPublished(path, model, 'value' in tolerance ? tolerance.value : zero, tell)
    const planned = plan(model)
    diagnostics.push(...planned.diagnostics)
    const sources = [...published.sources, ...actuals]
    if (planned.value === undefined || diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics, sources }

    const chain: Diagnostic[] = []
    readIssued(path, diagnostic => void chain.push({ ...diagnostic, severity: 'warning' }))
    diagnostics.push(...chain)
    const checked: Checked = {
      issued: { records: listRecords(path).length, sound: listRecords(path).length - new Set(chain.map(({ args }) => ('file' in args ? args.file : ''))).size },
      model: model.name,
      sums: checkSums(planned.value),
      comparisons: compare(published.figures, savings(planned.value, () => true)),
      beyond: published.beyond,
    }
    const sayings = { reports: () => [checkReport(checked)], facts: () => differenceFacts(checked), data: () => checkJson(checked) }
    return { value: { text: writeReport(sayings, options.format, screen), no: !passed(checked) }, diagnostics, sources }
  })
