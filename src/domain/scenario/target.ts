/**
 * What a change is about: lines by name with `*` for any letters, by category, rule, partner, system or tag, in some
 * quarters or in all. `microsoft-*` in 2019/20 is every line that begins with microsoft-, in four quarters.
 */
import type { Driver } from '../drivers/driver.ts'
import type { BaselineLine, Category, CostLine, PartnerId } from '../model.ts'
import { type Quarter, quarter, type Year } from '../period.ts'
import type { RuleName } from '../rules/registry.ts'

/** Stretches of quarters, both ends included. One that was named by quarters is quarterly: a figure set or added there is of each quarter, not of a year. */
export type Span = readonly { readonly first: Quarter; readonly last: Quarter; readonly quarterly?: true }[]

export interface Target {
  readonly line?: string
  readonly category?: Category
  readonly rule?: RuleName
  readonly partner?: PartnerId
  readonly system?: string
  readonly tag?: string
  readonly span?: Span
}

export const isWithin = (span: Span | undefined, quarter: Quarter): boolean =>
  span === undefined || span.some(({ first, last }) => first <= quarter && quarter <= last)

/** Whether a year is meant as one: a figure set or added is then of the year. */
export const isMeantWhole = (span: Span | undefined, year: Year): boolean =>
  span === undefined || span.some(({ first, last, quarterly }) => quarterly === undefined && first <= quarter(year, 0) && quarter(year, 3) <= last)

/** A line that a scenario parted still goes by the name that it had. */
export const isCostMeant = (line: CostLine, { line: pattern, category, rule, partner, system, tag }: Target): boolean =>
  [
    pattern === undefined || matches(pattern, line.id) || (line.partOf !== undefined && matches(pattern, line.partOf)),
    category === undefined || line.category === category,
    rule === undefined || line.rule === rule,
    partner === undefined || (line.driver.kind === 'direct' && line.driver.partner === partner),
    system === undefined || countsSystem(line.driver, system),
    tag === undefined || line.tags?.includes(tag) === true,
  ].every(meant => meant)

/** A baseline has no rule, no system and no tags: a target that names one means none of it. */
export const isBaselineMeant = (line: BaselineLine, { line: pattern, category, rule, partner, system, tag }: Target): boolean =>
  [
    pattern === undefined || matches(pattern, line.id),
    category === undefined || line.category === category,
    partner === undefined || line.partner === partner,
    rule === undefined && system === undefined && tag === undefined,
  ].every(meant => meant)

const countsSystem = (driver: Driver, system: string): boolean =>
  driver.kind === 'counted' && (driver.name === `users:${system}` || driver.name === `expected:${system}`)

/** Whether a change of counts is to a driver. Without a prefix a name is one of drivers.csv: `*` is none of the systems. */
export const isDriverMeant = (pattern: string, name: string): boolean => matches(pattern, name) && name.includes(':') === pattern.includes(':')

/** Whether a name is as a pattern has it; `*` stands for any letters, or none. */
export function matches(pattern: string, name: string): boolean {
  const pieces = pattern.split('*')
  if (pieces.length === 1) return pattern === name
  const [first, last] = [pieces[0]!, pieces.at(-1)!]
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false
  let from = first.length
  for (const piece of pieces.slice(1, -1)) {
    const found = name.indexOf(piece, from)
    if (found < 0) return false
    from = found + piece.length
  }
  return from <= name.length - last.length
}
