/**
 * Why a figure of the plan is what it is: its years, partners, rules and lines, down to every share of a line's amount and
 * every baseline. All of it is read from the plan's own runs.
 */
import { driverName } from '../drivers/driver.ts'
import { type Category, type Partner, type PartnerId, takesPart } from '../model.ts'
import { type Money, sum } from '../money.ts'
import { placeInYear, type Quarter, quartersOf, type Year } from '../period.ts'
import type { BaselineYear, CostYear, Plan } from '../plan.ts'
import { type RuleName, ruleNames } from '../rules/registry.ts'
import { added, type Derivation, type Heading, type Measure, type Own, type Share, shareIn, taken } from './derivation.ts'
import { addUp, type Part } from './grouping.ts'

/** Which figure is asked after. What is not named is all of it. */
export interface Question {
  readonly measure: Extract<Measure, 'saving' | 'cumulative-saving' | 'baseline' | 'cost'>
  readonly partners: readonly PartnerId[]
  readonly years: readonly Year[]
  readonly quarter?: Quarter
  readonly category?: Category
  readonly rule?: RuleName
  readonly line?: string
}

/** A saving is the baseline less the cost; every other figure adds up its parts. */
export function explainPlan(plan: Plan, question: Question): Derivation {
  const { measure } = question
  const parts = [
    ...(measure === 'cost' ? [] : plan.baseline.flatMap(of => baselinePart(of, question, plan))),
    ...(measure === 'baseline' ? [] : plan.costs.flatMap(of => costParts(of, question, plan))),
  ]
  const place = ({ year, partner, group }: PlanPart): number[] => [question.years.indexOf(year), question.partners.indexOf(partner), group.kind === 'rule' ? ruleNames.indexOf(group.rule) : -1]
  const inOrder = [...parts].sort((a, b) => firstDifference(place(a), place(b)))
  return addUp({ kind: 'measure', measure }, inOrder.map(part => ({ headings: headingsOf(part, question), derivation: part.derivation })), heading => (isCost(heading) ? taken : added))
}

const isCost = (heading: Heading): boolean => heading.kind === 'measure' && heading.measure === 'cost'

const firstDifference = (a: readonly number[], b: readonly number[]): number => a.map((of, place) => of - b[place]!).find(of => of !== 0) ?? 0

interface PlanPart {
  readonly year: Year
  readonly partner: PartnerId
  readonly measure: 'baseline' | 'cost'
  /** What lines are grouped by: costs by rule, baselines by category. */
  readonly group: Heading
  readonly line: string
  readonly derivation: Derivation
}

/** Headings that tell parts apart: one year or one partner is named once, at the top. */
const headingsOf = ({ year, partner, measure, group, line }: PlanPart, { years, partners, measure: asked, rule, line: only }: Question): Part['headings'] => [
  ...(years.length > 1 ? [{ kind: 'year', year } as const] : []),
  ...(partners.length > 1 ? [{ kind: 'partner', partner } as const] : []),
  ...(asked === 'saving' || asked === 'cumulative-saving' ? [{ kind: 'measure', measure } as const] : []),
  ...(rule === undefined && only === undefined ? [group] : []),
  { kind: 'line', line },
]

const isMeant = (line: { readonly id: string; readonly category: Category }, year: Year, { years, category, line: only }: Question): boolean =>
  years.includes(year) && (category === undefined || line.category === category) && (only === undefined || line.id === only)

function costParts({ line, year, amount, runs }: CostYear, question: Question, { model }: Plan): PlanPart[] {
  if (!isMeant(line, year, question) || (question.rule !== undefined && line.rule !== question.rule)) return []
  const partners = model.partners.map(({ id }) => id)
  const shared = { id: line.id, category: line.category, rule: line.rule, driver: driverName(line.driver) }
  return runs.flatMap(run => {
    const meant = [...run.quarters.keys()].filter(place => question.quarter === undefined || run.quarters[place]!.quarter === question.quarter)
    const [from, to] = [meant[0], meant.at(-1)]
    if (from === undefined || to === undefined) return []
    const of: Heading = { kind: 'quarters', first: run.quarters[from]!.quarter, last: run.quarters[to]!.quarter }
    const absent = model.partners.filter(partner => !takesPartIn(partner, run.quarters.slice(from, to + 1))).map(({ id }) => id)
    return question.partners.map(partner => shareIn(run, from, to, { of, line: shared, basis: 'budget', partners, place: partners.indexOf(partner), absent }, quarter =>
      ({ kind: 'budget', year: amount, place: placeInYear(quarter), profile: line.profile })))
      .filter(share => isAnything(share, question))
      .map((derivation): PlanPart => ({ year, partner: partners[derivation.place]!, measure: 'cost', group: { kind: 'rule', rule: line.rule }, line: line.id, derivation }))
  })
}

const takesPartIn = (partner: Partner, quarters: readonly { readonly quarter: Quarter }[]): boolean => quarters.some(({ quarter }) => takesPart(partner, quarter))

/** What is nil is shown where its line is asked after. */
const isAnything = ({ amount }: Share | Own, { line }: Question): boolean => amount !== 0n || line !== undefined

function baselinePart({ line, year, amount }: BaselineYear, question: Question, { model }: Plan): PlanPart[] {
  if (!isMeant(line, year, question) || !question.partners.includes(line.partner)) return []
  const partner = model.partners.find(({ id }) => id === line.partner)!
  const derivation = ownIn(partner, year, question.quarter, { line, from: amount })
  return derivation.counted.length === 0 || !isAnything(derivation, question) ? [] : [{ year, partner: line.partner, measure: 'baseline', group: { kind: 'category', category: line.category }, line: line.id, derivation }]
}

function ownIn(partner: Partner, year: Year, only: Quarter | undefined, { line, from }: Pick<Own, 'line' | 'from'>): Own {
  const counted = quartersOf(year).flatMap((quarter, place) => (takesPart(partner, quarter) && (only === undefined || quarter === only) ? [place] : []))
  const amount: Money = sum(counted.map(place => from.quarters[place]!.amount))
  return { kind: 'own', of: { kind: 'year', year }, amount, line, year, from, counted }
}
