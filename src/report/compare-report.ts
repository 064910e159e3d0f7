/** The costs of each partner under several methods, side by side, and what a move from one to another would do. */
import type { Comparison } from '../domain/comparison.ts'
import { driverName } from '../domain/drivers/driver.ts'
import type { MethodName } from '../domain/methods/registry.ts'
import { yearName } from '../domain/period.ts'
import { aloneConclusion, aloneTable } from './compare-alone.ts'
import { type CompareView, showComparison } from './compare-figures.ts'
import { costTable, gainTable, perUserTable, subsidyTable } from './compare-tables.ts'
import { spanOf } from './span.ts'
import type { Prose, Report } from './table.ts'
import { unitLabel } from './unit.ts'

/** What was asked for, besides what is compared. */
export interface CompareTerms {
  /** Methods that go by the count of users, and nobody is counted. */
  readonly leftOut: readonly MethodName[]
  /** Whether the count of users was named. */
  readonly usersNamed: boolean
}

export function compareReport(of: Comparison, view: CompareView, terms: CompareTerms): Report {
  const { model } = of
  const shown = showComparison(of, view)
  const years = view.byYear ? view.years : []
  return {
    title: `${model.name}: methods compared for ${spanOf(view.years)}, ${unitLabel(view.unit, model.currency)}`,
    parts: [
      methodsInWords(of, terms),
      costTable('Cost by method', of, shown.methods, ({ costs }) => costs.together, view),
      ...years.map(year => costTable(`Cost by method, ${yearName(year)}`, of, shown.methods, ({ costs }) => costs.byYear.get(year)!, view)),
      ...(shown.others.length > 0 ? [gainTable(of, shown.others, view)] : []),
      ...(shown.others.some(({ subsidies }) => subsidies.length > 0) ? [subsidyTable(of, shown.others, view)] : []),
      ...(of.users ? [perUserTable(of, of.users, view)] : []),
      ...(model.baseline.length > 0 ? [aloneTable(of, shown, view)] : []),
    ],
    conclusion: aloneConclusion(of, view),
  }
}

function methodsInWords({ model, methods, users }: Comparison, { leftOut, usersNamed }: CompareTerms): Prose {
  const first = `${yearName(model.years[0]!)} Q1`
  const whose = usersNamed ? '' : `, which has the most users in ${first}`
  return {
    kind: 'prose', title: 'Methods',
    paragraphs: [
      ...methods.map(({ method: { name, borne } }) => `${name}: every line ${borne}${name === 'per-user' ? `, ${driverName(users!)}${whose}` : ''}.`),
      ...leftOut.map(name => `${name} is left out: users.csv counts nobody in ${first}.`),
    ],
  }
}
