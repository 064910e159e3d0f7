/** `farthing issued`: what was issued, when and for how much. */
import { resolve } from 'node:path'
import { type Diagnostic, isFault } from '../domain/diagnostic.ts'
import { listRecords, readIssued } from '../read/issued.ts'
import { issuedJson, issuedReport, issuedTable } from '../report/issued-list.ts'
import { writeReport } from '../write/report.ts'
import type { Io } from './io.ts'
import type { FormatOptions } from './options.ts'
import { perform } from './perform.ts'

export const issuedCommand = (folder: string, options: FormatOptions, io: Io): Promise<number> =>
  perform({ command: 'issued', folders: [folder], options }, io, (model, screen) => {
    const diagnostics: Diagnostic[] = []
    const path = resolve(io.cwd, folder)
    const records = readIssued(path, diagnostic => void diagnostics.push(diagnostic))
    if (diagnostics.some(isFault)) return { diagnostics }
    const sayings = { reports: () => [issuedReport(model, records)], facts: () => issuedTable(records), data: () => issuedJson(model, records) }
    return { value: { text: writeReport(sayings, options.format, screen) }, diagnostics, files: listRecords(path) }
  })
