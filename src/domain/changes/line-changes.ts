/** Changes of the lines of the budget and of the baseline: lines added and removed, what a line says, and its amounts. */
import { driverName } from '../drivers/driver.ts'
import { type BaselineLine, type CostLine, inCodePointOrder, type Line } from '../model.ts'
import { type Change, changeOf, type Field, type LineName, pairs, type Said, text, type Value } from './change.ts'
import { statedChanges } from './stated-changes.ts'

export function budgetChanges(before: readonly CostLine[], after: readonly CostLine[]): Change[] {
  return changesOfLines(before, after, ({ id }) => ({ line: id }), ({ rule, driver }) => ({ kind: 'method', rule, driver: driverName(driver) }), line => ({
    ...commonFields(line), description: text(line.description, line.at), rule: text(line.rule, line.at), driver: text(driverName(line.driver), line.at),
  }))
}

/** A baseline line is known by its name and its partner. */
export function baselineChanges(before: readonly BaselineLine[], after: readonly BaselineLine[]): Change[] {
  return changesOfLines(before, after, ({ id, partner }) => ({ line: id, baselineOf: partner }), ({ category }) => ({ kind: 'text', text: category }), commonFields)
}

type Fields = Partial<Readonly<Record<Field, Said | undefined>>>

const commonFields = ({ category, index, profile, at }: Line): Fields =>
  ({ category: text(category, at), index: text(index, at), profile: { value: { kind: 'profile', profile }, at } })

function changesOfLines<L extends Line>(before: readonly L[], after: readonly L[], nameOf: (line: L) => LineName, summary: (line: L) => Value, fieldsOf: (line: L) => Fields): Change[] {
  const byName = (lines: readonly L[]): Map<string, L> => new Map(lines.map(line => [keyOf(nameOf(line)), line]))
  const said = (line: L | undefined): Said | undefined => line && { value: summary(line), at: line.at }
  return pairs(byName(before), byName(after), inCodePointOrder).flatMap(([, was, is]) => {
    const of = nameOf((is ?? was)!)
    return [
      ...(was && is ? fieldChanges(of, fieldsOf(was), fieldsOf(is)) : changeOf({ kind: 'line', of }, said(was), said(is))),
      ...statedChanges(was?.amounts, is?.amounts, period => ({ kind: 'amount', of, period }), amount => ({ kind: 'money', amount })),
    ]
  })
}

const keyOf = ({ line, baselineOf }: LineName): string => JSON.stringify([line, baselineOf])

const fields = ['category', 'description', 'rule', 'driver', 'index', 'profile'] as const satisfies readonly Field[]

const fieldChanges = (of: LineName, before: Fields, after: Fields): Change[] =>
  fields.flatMap(field => changeOf({ kind: 'field', of, field }, before[field], after[field]))
