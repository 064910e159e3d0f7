/** Changes of the lines of the budget and of the baseline: lines added and removed, what a line says, and its amounts. */
import { driverName } from '../drivers/driver.ts'
import { type BaselineLine, type CostLine, inCodePointOrder, type Line } from '../model.ts'
import { type Change, changeOf, type Field, type LineName, pairs, type Said, text } from './change.ts'
import { statedChanges } from './stated-changes.ts'

/** A line that is added or removed is told by its rule, and then by its driver and its amounts. */
export const budgetChanges = (before: readonly CostLine[], after: readonly CostLine[]): Change[] =>
  changesOfLines(before, after, ({ id }) => ({ line: id }), ({ rule }) => rule, ({ driver, at }) => ({ driver: text(driverName(driver), at) }), line => ({
    ...commonFields(line), description: text(line.description, line.at), rule: text(line.rule, line.at), driver: text(driverName(line.driver), line.at),
  }))

/** A baseline line is known by its name and its partner. */
export const baselineChanges = (before: readonly BaselineLine[], after: readonly BaselineLine[]): Change[] =>
  changesOfLines(before, after, ({ id, partner }) => ({ line: id, baselineOf: partner }), ({ category }) => category, () => ({}), commonFields)

type Fields = Partial<Readonly<Record<Field, Said | undefined>>>

const commonFields = ({ category, index, profile, at }: Line): Fields =>
  ({ category: text(category, at), index: text(index, at), profile: { value: { kind: 'profile', profile }, at } })

function changesOfLines<L extends Line>(
  before: readonly L[], after: readonly L[], nameOf: (line: L) => LineName, summary: (line: L) => string, summaryFields: (line: L) => Fields, fieldsOf: (line: L) => Fields,
): Change[] {
  const byName = (lines: readonly L[]): Map<string, L> => new Map(lines.map(line => [keyOf(nameOf(line)), line]))
  const said = (line: L | undefined): Said | undefined => line && text(summary(line), line.at)
  return pairs(byName(before), byName(after), inCodePointOrder).flatMap(([, was, is]) => {
    const of = nameOf((is ?? was)!)
    const told = was && is ? fieldsOf : summaryFields
    return [
      ...(was && is ? [] : changeOf({ kind: 'line', of }, said(was), said(is))),
      ...fieldChanges(of, was ? told(was) : {}, is ? told(is) : {}),
      ...statedChanges(was?.amounts, is?.amounts, period => ({ kind: 'amount', of, period }), amount => ({ kind: 'money', amount })),
    ]
  })
}

const keyOf = ({ line, baselineOf }: LineName): string => JSON.stringify([line, baselineOf])

const fields = ['category', 'description', 'rule', 'driver', 'index', 'profile'] as const satisfies readonly Field[]

const fieldChanges = (of: LineName, before: Fields, after: Fields): Change[] =>
  fields.flatMap(field => changeOf({ kind: 'field', of, field }, before[field], after[field]))
