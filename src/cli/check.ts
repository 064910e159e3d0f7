/** `farthing check`: is the model sound, does it add up, does it match what was published, does it reach its targets? */
import { resolve } from 'node:path'
import { contextOf, type Read, type Told } from '../domain/checks/context.ts'
import { blocking, type CheckResult, runChecks } from '../domain/checks/run.ts'
import { type Diagnostic, fault, isFault, type Outcome } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import { listRecords, readIssued } from '../read/issued.ts'
import { readModel } from '../read/model.ts'
import { type Published, readPublished } from '../read/published.ts'
import type { Quotable } from '../read/source.ts'
import { readTargets } from '../read/targets.ts'
import { checkList, checkListJson, checkListReport } from '../report/check-list.ts'
import { allPassed, type Checked, type Worded } from '../report/check-report.ts'
import type { Remark } from '../report/remark.ts'
import { writeReport } from '../write/report.ts'
import { loadActuals } from './actuals.ts'
import { tryCapital, tryScenarios } from './check-others.ts'
import { writeChecked, writeUnread } from './check-format.ts'
import { type CheckOptions, toleranceIn, type Wanted, wantedIn } from './check-options.ts'
import { wordsOf } from './messages/findings.ts'
import type { Io } from './io.ts'
import { type Answer, conclude, isRefused, screenFor } from './perform.ts'
import { byPlace, placeIn, remarksOnFiles } from './remarks.ts'

export async function checkCommand(folder: string, options: CheckOptions, io: Io): Promise<number> {
  const invocation = { command: 'check', folders: [folder], options } as const
  if (await isRefused(options, io)) return 2
  if (options.list) return conclude(invocation, io, { ...listChecks(options, io), sources: [], inputs: [[]] })
  const path = resolve(io.cwd, folder)
  const { value: model, diagnostics: told, sources } = readModel(path, folder)
  const diagnostics = [...told]
  const tell = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
  const wanted = wantedIn(options, tell)
  const beside = model && readBeside(path, model, options, wanted, tell, io)
  const quotable = [...sources, ...(beside?.sources ?? [])]
  const inputs = [[...quotable.map(({ file }) => file), ...listRecords(path)]]

  if (beside === undefined || diagnostics.some(isFault)) {
    const text = writeUnread(remarksOnFiles(diagnostics, quotable), folder, options, io)
    return conclude(invocation, io, { ...(text !== undefined && { value: { text } }), diagnostics, sources: quotable, inputs })
  }
  const checked = check({ ...beside.read, told: [...beside.read.told, ...diagnostics.map((diagnostic): Told => ({ by: 'reading', diagnostic }))] }, beside.beyond, wanted, options, quotable)
  const text = writeChecked(checked, folder, options, screenFor(options, io), io)
  return conclude(invocation, io, { value: { text, no: !allPassed(checked) }, diagnostics: [], sources: quotable, inputs })
}

interface Beside {
  readonly read: Read
  readonly beyond: Published['beyond']
  readonly sources: readonly Quotable[]
}

/** All that stands in the folder beside the model. A record that is at fault is a finding, not a fault of reading. */
function readBeside(path: string, model: Model, options: CheckOptions, { jump, amber }: Wanted, tell: (diagnostic: Diagnostic) => void, io: Io): Beside {
  const actuals = loadActuals(path, model, tell, io)
  const published = readPublished(path, model, toleranceIn(options, model.currency, tell), tell)
  const { targets, sources } = readTargets(path, model, tell)
  const told: Told[] = []
  const [scenarios, capital] = [tryScenarios(path, model, tell), tryCapital(path, model, tell)]
  const records = readIssued(path, diagnostic => (isFault(diagnostic) ? void told.push({ by: 'records', diagnostic }) : tell(diagnostic)))
  return {
    read: { model, actuals, records, recordFiles: listRecords(path).length, told, published: published.figures, targets, scenarios, capital, jump, amber },
    beyond: published.beyond, sources: [...actuals.sources, ...published.sources, ...sources, ...scenarios.sources, ...capital.sources],
  }
}

function check(read: Read, beyond: Published['beyond'], { chosen }: Wanted, { strict = false }: CheckOptions, sources: readonly Quotable[]): Checked {
  const context = contextOf(read)
  return {
    model: read.model.name, beyond, blocking: blocking(context),
    results: runChecks(context, chosen, strict).map(result => inWords(result, sources)),
    reached: (chosen('targets') && context.planned?.reached) || [], comparisons: (chosen('published') && context.planned?.comparisons) || [],
  }
}

function inWords({ findings, ...result }: CheckResult, sources: readonly Quotable[]): Worded {
  const remarks = findings.map(({ severity, notice }): Remark => ({ name: result.check, severity, ...wordsOf(notice), ...placeIn(notice.at, sources) }))
  return { ...result, remarks: remarks.sort(byPlace) }
}

function listChecks(options: CheckOptions, io: Io): Outcome<Answer> {
  const { format } = options
  if (format === 'github' || format === 'junit') {
    return { diagnostics: [fault('bad-option', undefined, { option: '--format', text: format, wanted: 'text, markdown, csv or json with "--list"' })] }
  }
  const sayings = { reports: () => [checkListReport()], facts: checkList, data: checkListJson }
  return { value: { text: writeReport(sayings, format === 'text' ? 'table' : format, screenFor(options, io)) }, diagnostics: [] }
}
