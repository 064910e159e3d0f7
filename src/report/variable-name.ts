/**
 * What a variable is called: `rate pay`, `amounts microsoft-*`, `users:accounts of CCC`, `baseline:staff of CCC`, as the option
 * `--vary` takes it, with the periods in which it varies.
 */
import { firstQuarter, placeInYear, type Quarter, quarterName, quartersOf, type Year, yearName, yearOf } from '../domain/period.ts'
import type { Span, Target } from '../domain/scenario/target.ts'
import { type Variable, varyingOf } from '../domain/sensitivity/variable.ts'

/** The name of its range, where it has one. */
export function variableName(variable: Variable, years: readonly Year[]): string {
  return varyingOf(variable).range?.name ?? `${subjectOf(variable)}${whenOf(variable, years)}`
}

function subjectOf(variable: Variable): string {
  switch (variable.kind) {
    case 'rates':
      return `rate ${variable.index}`
    case 'counts':
      return `${variable.driver.includes(':') ? '' : 'driver '}${variable.driver}${of(variable.partner)}`
    case 'amounts':
      return variable.of === 'budget' ? `amounts ${targetOf(variable.target)}` : baselineOf(variable.target)
    case 'start':
      return `start${of(variable.category)}`
  }
}

function baselineOf(target: Target): string {
  const { line, category, partner } = target
  return line === undefined && category !== undefined ? `baseline:${category}${of(partner)}` : `baseline ${targetOf(target)}`
}

/** A line alone needs no more words. */
function targetOf({ line, ...narrower }: Target): string {
  const words = (['category', 'rule', 'partner', 'system', 'tag'] as const).flatMap(key => (narrower[key] === undefined ? [] : [`${key} ${narrower[key]}`]))
  return [...(line === undefined ? [] : [line]), ...words].join(', ') || 'all'
}

const of = (whose: string | undefined): string => (whose === undefined ? '' : ` of ${whose}`)

function whenOf(variable: Variable, years: readonly Year[]): string {
  const span = variable.kind === 'start' ? undefined : variable.kind === 'amounts' ? variable.target.span : variable.span
  return span === undefined ? '' : ` ${spanText(span, years)}`
}

/** Open at an end where it goes past the plan's. */
function spanText(span: Span, years: readonly Year[]): string {
  const [start, end] = [firstQuarter({ kind: 'year', year: years[0]! }), quartersOf(years.at(-1)!)[3]]
  return span.map(({ first, last }) => {
    if (last >= end && first > start) return `from ${startName(first)}`
    if (last >= end) return 'throughout'
    if (first < start) return `to ${endName(last)}`
    const whole = placeInYear(first) === 0 && last - first === 3
    return `in ${whole ? yearName(yearOf(first)) : first === last ? quarterName(first) : `${startName(first)} to ${endName(last)}`}`
  }).join(' and ')
}

const startName = (first: Quarter): string => (placeInYear(first) === 0 ? yearName(yearOf(first)) : quarterName(first))
const endName = (last: Quarter): string => (placeInYear(last) === 3 ? yearName(yearOf(last)) : quarterName(last))
