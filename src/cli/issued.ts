/** `farthing issued`: what was issued, when and for how much. */
import { resolve } from 'node:path'
import { type Diagnostic, isFault } from '../domain/diagnostic.ts'
import { readIssued } from '../read/issued.ts'
import { issuedJson, issuedReport, issuedTable } from '../report/issued-list.ts'
import { type Format, writeReport } from '../write/report.ts'
import type { Io } from './io.ts'
import { perform } from './perform.ts'

export const issuedCommand = (folder: string, options: { readonly format: Format; readonly output?: string }, io: Io): Promise<number> =>
  perform(folder, options.output, io, (model, screen) => {
    const diagnostics: Diagnostic[] = []
    const records = readIssued(resolve(io.cwd, folder), diagnostic => void diagnostics.push(diagnostic))
    if (diagnostics.some(isFault)) return { diagnostics }
    const sayings = { reports: () => [issuedReport(model, records)], facts: () => issuedTable(records), data: () => issuedJson(model, records) }
    return { value: { text: writeReport(sayings, options.format, screen) }, diagnostics }
  })
