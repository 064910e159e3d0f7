/** `farthing explain`: why exactly does a partner pay, cost or save this? */
import { resolve } from 'node:path'
import { closedQuarters } from '../domain/actuals.ts'
import { type ChargeableLine, chargeable } from '../domain/chargeable.ts'
import { type Diagnostic, isFault } from '../domain/diagnostic.ts'
import type { Asked } from '../domain/explain/asked.ts'
import { explainCharge, type TracedCharge } from '../domain/explain/charge-derivation.ts'
import { frozenTrace, liveTrace } from '../domain/explain/charge-trace.ts'
import { explainPlan } from '../domain/explain/plan-derivation.ts'
import type { Model } from '../domain/model.ts'
import type { Quarter } from '../domain/period.ts'
import { plan } from '../domain/plan.ts'
import { prepare } from '../domain/prepare.ts'
import { readActuals } from '../read/actuals.ts'
import { explainFacts } from '../report/explain-facts.ts'
import { explainJson } from '../report/explain-json.ts'
import { type Explanation, explainReport } from '../report/explain-report.ts'
import { planShares } from '../report/explain-conclusion.ts'
import { writeReport } from '../write/report.ts'
import type { Screen } from '../write/text.ts'
import { type ChargedQuarter, loadCharge } from './charged-quarter.ts'
import { type ExplainOptions, readQuestion, unknownLine } from './explain-question.ts'
import type { Io } from './io.ts'
import { type Answered, perform } from './perform.ts'

export const explainCommand = (folder: string, options: ExplainOptions, io: Io): Promise<number> =>
  perform({ command: 'explain', folders: [folder], options }, io, (model, screen) => {
    const { value: asked, diagnostics } = readQuestion(options, model)
    if (asked === undefined) return { diagnostics }
    return asked.figure === 'charge' ? ofCharge(folder, asked, options, model, screen, io) : ofPlan(asked, options, model, screen)
  })

function ofPlan(asked: Extract<Asked, { figure: 'plan' }>, { format }: ExplainOptions, model: Model, screen: Screen): Answered {
  const { value: planned, diagnostics } = plan(model)
  if (planned === undefined) return { diagnostics }
  const derivation = explainPlan(planned, asked.question)
  return { value: { text: write({ model, asked, derivation, shares: planShares(planned, asked) }, format, screen) }, diagnostics }
}

function ofCharge(folder: string, asked: Extract<Asked, { figure: 'charge' }>, options: ExplainOptions, model: Model, screen: Screen, io: Io): Answered {
  const { value, diagnostics, sources, files } = loadCharge(folder, { ...options, quarter: options.quarter! }, model, io)
  if (value === undefined || diagnostics.some(isFault)) return { diagnostics, sources, files }
  const unknown = unknownLine(asked.question.line, value.stated.lines)
  if (unknown.length > 0) return { diagnostics: [...diagnostics, ...unknown], sources, files }
  const live = value.trace ?? linesNow(resolve(io.cwd, folder), asked.quarter, model)
  const everyone = value.stated.partnership.partners.map(({ id }) => id)
  const of = options.partner ? asked : { ...asked, question: { ...asked.question, partners: everyone } }
  const derivation = explainCharge(tracedCharge(value, live, model), of.question)
  return { value: { text: write({ model, asked: of, derivation, shares: [], ...(value.stated.issuedAt && { issuedAt: value.stated.issuedAt }) }, options.format, screen) }, diagnostics, sources, files }
}

/** A quarter that was issued is explained by its record. */
function tracedCharge({ stated: { quarter, lines }, trace, earlier }: ChargedQuarter, now: readonly ChargeableLine[], model: Model): TracedCharge {
  const live = new Map(now.map(line => [line.line.id, liveTrace(line, model)]))
  const frozen = lines.filter(({ known }) => known.length > 0).map(line => [line.line, frozenTrace(line, quarter, live.get(line.line))] as const)
  return { quarter, lines, traces: trace ? live : new Map(frozen), issued: earlier }
}

/** The lines as the files have them now, for their cells; a file that cannot be read any more has none. */
function linesNow(folder: string, quarter: Quarter, model: Model): readonly ChargeableLine[] {
  const unread: Diagnostic[] = []
  const actuals = readActuals(folder, model, diagnostic => void unread.push(diagnostic), () => {})
  return unread.some(isFault) ? [] : chargeable(prepare(model).prepared, actuals, closedQuarters(actuals, undefined), quarter).lines
}

const write = (of: Explanation, format: ExplainOptions['format'], screen: Screen): string =>
  writeReport({ reports: () => [explainReport(of)], facts: () => explainFacts(of.derivation), data: () => explainJson(of) }, format, screen)
