/** `farthing diff`: which inputs changed, and why each partner pays more or less. */
import { type Diagnostic, fault, type Outcome } from '../domain/diagnostic.ts'
import { type Difference, isDifferent } from '../domain/difference.ts'
import { chosen, type Compared, type ComparedSide, spanName } from '../report/compared.ts'
import { diffFacts, diffJson } from '../report/diff-facts.ts'
import { type DiffBreakdown, diffReport } from '../report/diff-report.ts'
import { writeReport } from '../write/report.ts'
import { differenceOf } from './difference-of.ts'
import { type DiffSide, type Found, loadSide } from './diff-side.ts'
import type { Io } from './io.ts'
import type { FormatOptions } from './options.ts'
import { conclude, isRefused, screenFor } from './perform.ts'

export interface DiffOptions extends FormatOptions {
  readonly partner?: readonly string[]
  readonly year?: readonly string[]
  readonly by?: DiffBreakdown
  readonly exitCode?: boolean
}

export async function diffCommand(before: string, after: string, options: DiffOptions, io: Io): Promise<number> {
  if (await isRefused(options, io)) return 2
  const [was, is] = [loadSide(before, io), loadSide(after, io)]
  const differed = isFound(was) && isFound(is) ? differenceOf(was, is, io) : undefined
  const compared = differed?.value && isFound(is) ? comparedAs(differed.value, was, is, options) : undefined
  return conclude({ command: 'diff', folders: [was.folder, is.folder], options }, io, {
    ...(differed?.value && compared?.value && { value: { text: write(compared.value, options, io), no: options.exitCode === true && isDifferent(differed.value) } }),
    diagnostics: [...was.diagnostics, ...is.diagnostics, ...(differed?.diagnostics ?? []), ...(compared?.diagnostics ?? [])],
    sources: [...was.sources, ...is.sources, ...(differed?.sources ?? [])],
    inputs: [[...was.files, ...(differed?.files[0] ?? [])], [...is.files, ...(differed?.files[1] ?? [])]],
  })
}

const isFound = (side: DiffSide): side is DiffSide & { readonly found: Found } => side.found !== undefined

/** The partners and years asked for; all of them where none is named. */
function comparedAs(difference: Difference, before: DiffSide, after: DiffSide & { readonly found: Found }, { partner, year, by }: DiffOptions): Outcome<Compared> {
  const { partners, spans } = difference
  const years = spans.filter(span => span.year !== undefined).map(spanName)
  const diagnostics = [
    ...(partner ?? []).filter(name => !partners.includes(name)).map(name => fault('unknown-partner', undefined, { partner: name, known: partners })),
    ...(years.length > 0 ? (year ?? []).filter(name => !years.includes(name)).map(name => fault('unknown-year', undefined, { year: name, known: years })) : toDateOnly(year, by)),
  ]
  if (diagnostics.length > 0) return { diagnostics }
  const { name, currency } = after.found.partnership
  const of = chosen(difference, partner ? partners.filter(id => partner.includes(id)) : partners, span => year === undefined || year.includes(spanName(span)))
  const [was, is] = years.length > 0 ? [before, after] : [unplaced(before), unplaced(after)]
  return { value: { name, currency, before: was, after: is, ...of }, diagnostics }
}

/** What was known of charges to date is added up: it stands in no one cell. */
const unplaced = ({ name }: DiffSide): ComparedSide => ({ name, placeOf: () => undefined })

/** Charges to date have no years. */
function toDateOnly(year: readonly string[] | undefined, by: DiffBreakdown | undefined): Diagnostic[] {
  const wanted = 'it only where two models are compared: an issued quarter is charged to date'
  return [
    ...(year ?? []).map(text => fault('bad-option', undefined, { option: '--year', text, wanted })),
    ...(by === 'year' ? [fault('bad-option', undefined, { option: '--by', text: by, wanted })] : []),
  ]
}

const write = (compared: Compared, { by, ...options }: DiffOptions, io: Io): string =>
  writeReport({ reports: () => [diffReport(compared, by)], facts: () => diffFacts(compared), data: () => diffJson(compared) }, options.format, screenFor(options, io))
