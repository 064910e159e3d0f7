/** `farthing monitor`: budget to date, actual to date, variance and forecast outturn, line by line. */
import { resolve } from 'node:path'
import { type Diagnostic, fault, isFault } from '../domain/diagnostic.ts'
import { monitor } from '../domain/monitoring.ts'
import { isNegative } from '../domain/ratio.ts'
import { readPercent } from '../read/scalar.ts'
import { monitorFacts, monitorJson, monitorReport } from '../report/monitor-report.ts'
import { writeReport } from '../write/report.ts'
import { loadActuals } from './actuals.ts'
import type { Io } from './io.ts'
import type { FormatOptions } from './options.ts'
import { perform } from './perform.ts'
import { type QuarterOptions, quartersAsked } from './quarter-options.ts'

export interface MonitorOptions extends QuarterOptions, FormatOptions {
  readonly threshold: string
}

export const monitorCommand = (folder: string, options: MonitorOptions, io: Io): Promise<number> =>
  perform({ command: 'monitor', folders: [folder], options }, io, (model, screen) => {
    const diagnostics: Diagnostic[] = []
    const tell = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
    const asked = quartersAsked(options, model, tell)
    const threshold = readPercent({ text: options.threshold, at: { file: '', line: 0, column: 0, length: 0 } })
    if ('wrong' in threshold || isNegative(threshold.value)) tell(fault('bad-option', undefined, { option: '--threshold', text: options.threshold, wanted: 'a percentage, as in "5%"' }))
    if (asked === undefined || 'wrong' in threshold || diagnostics.some(isFault)) return { diagnostics }

    const actuals = loadActuals(resolve(io.cwd, folder), model, tell, io)
    const { sources } = actuals
    const monitored = diagnostics.some(isFault) ? undefined : monitor(model, actuals, asked.closedTo, asked.quarter, threshold.value)
    diagnostics.push(...(monitored?.diagnostics ?? []))
    const lines = monitored?.value
    if (lines === undefined) return { diagnostics, sources }
    const sayings = {
      reports: () => [monitorReport(model, asked.quarter, lines, options.threshold)],
      facts: () => monitorFacts(asked.quarter, lines),
      data: () => monitorJson(model, asked.quarter, lines),
    }
    return { value: { text: writeReport(sayings, options.format, screen) }, diagnostics, sources }
  })
