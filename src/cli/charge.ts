/** `farthing charge`: what is due from each partner for a quarter, and why that much; `--issue` freezes it. */
import { resolve } from 'node:path'
import { version } from '../../package.json'
import { type Diagnostic, fault, isFault } from '../domain/diagnostic.ts'
import type { IssuedRecord } from '../domain/issued.ts'
import type { Model } from '../domain/model.ts'
import { quarter as quarterOf, type Quarter } from '../domain/period.ts'
import { inputFiles, listFolder } from '../read/folder.ts'
import { recordFile } from '../read/seal.ts'
import { chargeFacts, chargeJson } from '../report/charge-facts.ts'
import type { Stated } from '../report/stated.ts'
import { partnershipStatement, partnerStatement } from '../report/statement.ts'
import { writeReport } from '../write/report.ts'
import type { Screen } from '../write/text.ts'
import { type ChargedQuarter, loadCharge } from './charged-quarter.ts'
import type { Io } from './io.ts'
import { digestFiles } from './digest.ts'
import { issue } from './issue.ts'
import { selectionOf, type SharedOptions, unitOf } from './options.ts'
import { perform } from './perform.ts'
import type { QuarterOptions } from './quarter-options.ts'

export interface ChargeOptions extends SharedOptions, QuarterOptions {
  readonly issue?: boolean
}

export const chargeCommand = (folder: string, options: ChargeOptions, io: Io): Promise<number> =>
  perform({ command: 'charge', folders: [folder], options }, io, async (model, screen) => {
    const selected = selectionOf(options, model)
    const loaded = loadCharge(folder, options, model, io, (quarter, issued) => (options.issue ? refusals(quarter, issued, model) : []))
    const { sources, files } = loaded
    const diagnostics = [...selected.diagnostics, ...loaded.diagnostics]
    if (loaded.value === undefined || selected.value === undefined) return { diagnostics, sources, files }

    const record = options.issue ? await recordOf(loaded.value, resolve(io.cwd, folder), io) : undefined
    if (record) diagnostics.push(...issue(resolve(io.cwd, folder), record))
    if (diagnostics.some(isFault)) return { diagnostics, sources, files }
    return { value: { text: write(record ?? loaded.value.stated, options, screen) }, diagnostics, sources, files }
  })

/** A quarter is issued once, and after the one before it. */
function refusals(quarter: Quarter, issued: readonly IssuedRecord[], { years }: Model): Diagnostic[] {
  const next = issued.length > 0 ? ((issued.at(-1)!.quarter + 1) as Quarter) : quarterOf(years[0]!, 0)
  if (issued.some(record => record.quarter === quarter)) return [fault('issued-already', undefined, { quarter, file: recordFile(quarter) })]
  return quarter === next ? [] : [fault('issue-out-of-order', undefined, { quarter, next })]
}

async function recordOf({ stated: { partnership, quarter, lines }, actualFiles, paid, earlier }: ChargedQuarter, folder: string, io: Io): Promise<Omit<IssuedRecord, 'digest'>> {
  return {
    partnership, quarter, issuedAt: io.now(), version, lines, ...(earlier.length > 0 && { previous: earlier.at(-1)!.digest }),
    inputs: await digestFiles(folder, [...(listFolder(folder) ?? []).filter(file => inputFiles.includes(file)), ...actualFiles]),
    paid,
  }
}

/** The whole partnership and then every partner, or the partners asked for alone. */
function write(stated: Stated, options: ChargeOptions, screen: Screen): string {
  const view = { unit: unitOf(options), rounding: options.rounding }
  const everyone = stated.partnership.partners.map(({ id }) => id)
  const partners = options.partner ? everyone.filter(id => options.partner!.includes(id)) : everyone
  const whole = options.partner === undefined ? [partnershipStatement(stated, view)] : []
  return writeReport({
    reports: () => [...whole, ...partners.map(partner => partnerStatement(stated, partner, view))],
    facts: () => chargeFacts(stated, partners),
    data: () => chargeJson(stated, partners),
  }, options.format, screen)
}
