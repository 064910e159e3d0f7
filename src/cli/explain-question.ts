/** What `farthing explain` is asked, out of its options: a figure, and what narrows it. */
import { type Diagnostic, fault, type Outcome } from '../domain/diagnostic.ts'
import type { Asked, PlanFigure } from '../domain/explain/asked.ts'
import type { Model } from '../domain/model.ts'
import { type Year, yearOf } from '../domain/period.ts'
import { ruleNamed, ruleNames } from '../domain/rules/registry.ts'
import { type explainable, type FormatOptions, selectionOf } from './options.ts'
import { quartersAsked } from './quarter-options.ts'

export interface ExplainOptions extends FormatOptions {
  readonly figure?: (typeof explainable)[number]
  readonly partner?: readonly string[]
  readonly year?: readonly string[]
  readonly quarter?: string
  readonly closedTo?: string
  readonly category?: string
  readonly rule?: string
  readonly line?: string
}

/** None, and told, where the options name what is not there, or do not go together. */
export function readQuestion(options: ExplainOptions, model: Model): Outcome<Asked> {
  const called = options.figure ?? (options.quarter !== undefined ? 'charge' : options.rule !== undefined || options.line !== undefined ? 'cost' : 'saving')
  const { value: selected, diagnostics: unselected } = selectionOf(options, model)
  const diagnostics: Diagnostic[] = [...unselected, ...unknownNames(called, options, model), ...misfits(called, options)]
  const tell = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
  const quarters = options.quarter === undefined ? undefined : quartersAsked({ ...options, quarter: options.quarter }, model, tell)
  if (selected === undefined || diagnostics.length > 0) return { diagnostics }

  const rule = options.rule === undefined ? undefined : ruleNamed(options.rule)?.name
  const narrowed = { partners: selected.partners, ...(rule && { rule }), ...(options.line !== undefined && { line: options.line }) }
  if (called === 'charge') return { value: { figure: 'charge', called, quarter: quarters!.quarter, question: narrowed }, diagnostics }
  const years = quarters ? [yearOf(quarters.quarter)] : yearsOf(called, selected.years, model)
  const question = { ...narrowed, years, ...(quarters && { quarter: quarters.quarter }), ...(options.category !== undefined && { category: options.category }) }
  return { value: { figure: 'plan', called, question: called === 'staff-share' ? { ...question, measure: 'cost', rule: 'staff' } : { ...question, measure: called } }, diagnostics }
}

/** What is saved so far is saved in every year up to the last that is meant. */
const yearsOf = (called: PlanFigure, years: readonly Year[], model: Model): readonly Year[] =>
  called === 'cumulative-saving' ? model.years.filter(year => year <= years.at(-1)!) : years

function unknownNames(called: Asked['called'], { rule, line, category }: ExplainOptions, { budget, baseline }: Model): Diagnostic[] {
  const lines = called === 'baseline' ? baseline : budget
  return [
    ...(called === 'charge' ? [] : unknown('--line', line, lines.map(({ id }) => id), `a line of ${called === 'baseline' ? 'baseline.csv' : 'budget.csv'}`)),
    ...unknown('--rule', rule, ruleNames, `one of ${ruleNames.join(', ')}`),
    ...unknown('--category', category, [...budget, ...baseline].map(of => of.category), 'a category of budget.csv or baseline.csv'),
  ]
}

/** What a charge has lines of is known only once it is reckoned. */
export const unknownLine = (line: string | undefined, charged: readonly { readonly line: string }[]): Diagnostic[] =>
  unknown('--line', line, charged.map(of => of.line), 'a line that is charged: one of budget.csv, or one that the actuals name a partner for, as "licences (CCC)"')

const unknown = (option: string, text: string | undefined, known: readonly string[], wanted: string): Diagnostic[] =>
  text === undefined || known.includes(text) ? [] : [fault('bad-option', undefined, { option, text, wanted, known })]

/** Figures of categories or of the whole. */
const wholes: readonly string[] = ['saving', 'cumulative-saving', 'staff-share']

const misfit = (option: string, text: string, wanted: string): Diagnostic => fault('bad-option', undefined, { option, text, wanted })

/** Options that say nothing of the figure, so that nothing is asked in vain. */
function misfits(called: NonNullable<ExplainOptions['figure']>, { quarter, closedTo, year, category, rule, line }: ExplainOptions): Diagnostic[] {
  return [
    ...(called === 'charge' && quarter === undefined ? [misfit('--figure', called, 'the quarter too, as in --quarter "2017/18 Q2"')] : []),
    ...(called === 'charge' && year !== undefined ? [misfit('--year', year.join(', '), '--quarter alone: a charge is of a quarter')] : []),
    ...(called === 'charge' && category !== undefined ? [misfit('--category', category, '--rule or --line to narrow a charge')] : []),
    ...(called !== 'charge' && closedTo !== undefined ? [misfit('--closed-to', closedTo, '--figure charge beside it: the plan has no actuals')] : []),
    ...(called !== 'charge' && quarter !== undefined && year !== undefined ? [misfit('--year', year.join(', '), 'either --year or --quarter')] : []),
    ...(called === 'cumulative-saving' && quarter !== undefined ? [misfit('--quarter', quarter, '--year: what is saved so far is counted by whole years')] : []),
    ...(called === 'staff-share' && quarter !== undefined ? [misfit('--quarter', quarter, '--year: a staff share is of a year')] : []),
    ...(called === 'staff-share' && category !== undefined ? [misfit('--category', category, 'no category: a staff share is of every line of the rule staff')] : []),
    ...([...wholes, 'baseline'].includes(called) && rule !== undefined ? [misfit('--rule', rule, '--figure cost beside it: a baseline has no rule')] : []),
    ...(wholes.includes(called) && line !== undefined ? [misfit('--line', line, '--figure cost or --figure baseline beside it: a saving is of a category or of the whole')] : []),
  ]
}
