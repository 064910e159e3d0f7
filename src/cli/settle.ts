/** `farthing settle`: who pays whom how much for a quarter. */
import { settle } from '../domain/settlement.ts'
import { settlementJson, settlementReport, transferTable } from '../report/settlement-report.ts'
import { type Format, writeReport } from '../write/report.ts'
import { loadCharge } from './charged-quarter.ts'
import type { Io } from './io.ts'
import { perform } from './perform.ts'
import type { QuarterOptions } from './quarter-options.ts'

export interface SettleOptions extends QuarterOptions {
  readonly format: Format
  readonly output?: string
}

export const settleCommand = (folder: string, options: SettleOptions, io: Io): Promise<number> =>
  perform(folder, options.output, io, (model, screen) => {
    const { value, diagnostics, sources } = loadCharge(folder, options, model, io)
    if (value === undefined) return { diagnostics, sources }
    const { stated, paid, before } = value
    const settlement = settle(stated.partnership, stated.lines, paid, before?.paid ?? new Map())
    const sayings = {
      reports: () => [settlementReport(stated, settlement)],
      facts: () => transferTable(stated.quarter, settlement),
      data: () => settlementJson(stated, settlement),
    }
    return { value: { text: writeReport(sayings, options.format, screen) }, diagnostics, sources }
  })
