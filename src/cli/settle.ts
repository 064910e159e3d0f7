/** `farthing settle`: who pays whom how much for a quarter. */
import { settle } from '../domain/settlement.ts'
import { settlementJson, settlementReport, transferTable } from '../report/settlement-report.ts'
import { writeReport } from '../write/report.ts'
import { loadCharge } from './charged-quarter.ts'
import type { Io } from './io.ts'
import type { FormatOptions } from './options.ts'
import { perform } from './perform.ts'
import type { QuarterOptions } from './quarter-options.ts'

export interface SettleOptions extends QuarterOptions, FormatOptions {
}

export const settleCommand = (folder: string, options: SettleOptions, io: Io): Promise<number> =>
  perform({ command: 'settle', folders: [folder], options }, io, (model, screen) => {
    const { value, diagnostics, sources, files } = loadCharge(folder, options, model, io)
    if (value === undefined) return { diagnostics, sources, files }
    const { stated, paid, earlier } = value
    const settlement = settle(stated.partnership, stated.lines, paid, earlier.at(-1)?.paid ?? new Map())
    const sayings = {
      reports: () => [settlementReport(stated, settlement)],
      facts: () => transferTable(stated.quarter, settlement),
      data: () => settlementJson(stated, settlement),
    }
    return { value: { text: writeReport(sayings, options.format, screen) }, diagnostics, sources, files }
  })
