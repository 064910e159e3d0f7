/** `farthing appraise`: is it worth it? Savings beside capital spending and running cost, in cash and in present values. */
import { resolve } from 'node:path'
import { appraise } from '../domain/appraisal/appraisal.ts'
import { cashFlows, cashIn } from '../domain/appraisal/cash-flow.ts'
import { indexedLines } from '../domain/appraisal/nominal.ts'
import type { Terms } from '../domain/appraisal/terms.ts'
import { type Diagnostic, isFault, warning } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import { plan } from '../domain/plan.ts'
import { readCapital } from '../read/capital.ts'
import { appraisalFacts } from '../report/appraisal-facts.ts'
import { appraisalJson } from '../report/appraisal-json.ts'
import { appraisalReport } from '../report/appraisal-report.ts'
import { writeReport } from '../write/report.ts'
import { readTerms, type TermsOptions } from './appraise-terms.ts'
import type { Io } from './io.ts'
import { type FormatOptions, selectionOf, type SharedOptions, unitOf } from './options.ts'
import { perform } from './perform.ts'

export type AppraiseOptions = TermsOptions & FormatOptions & Pick<SharedOptions, 'units' | 'partner'>

export const appraiseCommand = (folder: string, options: AppraiseOptions, io: Io): Promise<number> =>
  perform({ command: 'appraise', folders: [folder], options }, io, (model, screen) => {
    const { value: terms, diagnostics: ofTerms, besides } = readTerms(options, model, io)
    const { value: selected, diagnostics: ofSelection } = selectionOf(options, model)
    const ofCapital: Diagnostic[] = []
    const { lines, sources } = readCapital(resolve(io.cwd, folder), model, diagnostic => void ofCapital.push(diagnostic))
    const { value: planned, diagnostics: ofPlan } = plan(model)
    const diagnostics = [...ofTerms, ...ofSelection, ...ofCapital, ...ofPlan]
    if (terms === undefined || selected === undefined || planned === undefined || diagnostics.some(isFault)) return { diagnostics, sources, besides }

    const chosen = (partner: string): boolean => selected.partners.includes(partner)
    const flows = cashFlows(cashIn(planned, lines, chosen), terms)
    const appraised = { model, terms, appraisal: appraise(flows, selected.partners), capital: lines.filter(({ partner }) => chosen(partner)) }
    const sayings = {
      reports: () => [appraisalReport(appraised, unitOf(options))],
      facts: () => appraisalFacts(flows, terms, model.years),
      data: () => appraisalJson(appraised),
    }
    return { value: { text: writeReport(sayings, options.format, screen) }, diagnostics: [...diagnostics, ...pricesMixed(model, terms)], sources, besides }
  })

/** Amounts that rise by an index are in cash, and a real rate is for prices of one year. */
function pricesMixed(model: Model, { nominal, deflator }: Terms): Diagnostic[] {
  const [line, ...others] = nominal || deflator !== undefined ? [] : indexedLines(model)
  return line ? [warning('cash-at-a-real-rate', line.at, { line: line.id, index: line.index!, others: others.length })] : []
}
