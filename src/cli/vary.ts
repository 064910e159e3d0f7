/** The input that `--vary` names: `rate pay`, `amounts microsoft-*`, `users accounts of CCC`, `baseline staff`, from `--from` on. */
import { type Diagnostic, fault } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import { firstQuarter, quarterName, quartersOf, yearName, yearOf } from '../domain/period.ts'
import { one, zero } from '../domain/ratio.ts'
import type { Adjustment } from '../domain/scenario/change.ts'
import { fixed } from '../domain/scenario/range.ts'
import { matches, type Span } from '../domain/scenario/target.ts'
import { nowhere } from '../domain/sensitivity/inputs.ts'
import type { Variable } from '../domain/sensitivity/variable.ts'
import { readPeriod } from '../read/scalar.ts'

type Tell = (diagnostic: Diagnostic) => void

export interface VaryOptions {
  readonly vary: string
  readonly from?: string
}

/** @param model of the base; none, and told, where it has no such input */
export function readVary({ vary, from }: VaryOptions, model: Model, tell: Tell): Variable | undefined {
  const [, kind, name] = /^(rate|amounts|users|expected|driver|baseline)(?:\s*:\s*|\s+)(.+)$/.exec(vary.trim()) ?? []
  const span = from === undefined ? undefined : readFrom(from, kind === 'rate', model, tell)
  if (kind === undefined || name === undefined) {
    tell(fault('bad-option', undefined, { option: '--vary', text: vary, wanted: '"rate INDEX", "amounts LINE", "users SYSTEM of PARTNER", "expected SYSTEM of PARTNER", "driver NAME of PARTNER" or "baseline CATEGORY of PARTNER"; the partner may be left out' }))
    return undefined
  }
  const variable = readInput(kind, name, span, model, tell)
  return from !== undefined && span === undefined ? undefined : variable
}

const scaled: Adjustment = { how: 'scale', by: fixed(one) }

function readInput(kind: string, name: string, span: Span | undefined, model: Model, tell: Tell): Variable | undefined {
  const within = span && { span }
  const lines = model.budget.map(({ id }) => id)
  switch (kind) {
    case 'rate': {
      const known = [...model.indexation.keys()]
      if (known.includes(name)) return { kind: 'rates', at: nowhere, index: name, ...within, adjustment: { how: 'set', by: fixed(zero) } }
      tell(fault('unknown-index', undefined, { index: name, known }))
      return undefined
    }
    case 'amounts':
      if (lines.some(id => matches(name, id))) return { kind: 'amounts', of: 'budget', at: nowhere, target: { line: name, ...within }, adjustment: scaled }
      tell(fault('unknown-line', undefined, { line: name, known: lines }))
      return undefined
    case 'baseline': {
      const known = [...new Set(model.baseline.map(({ category }) => category))]
      const own = readWhose(name, known, model, tell)
      if (known.includes(own.name)) return own.sound ? { kind: 'amounts', of: 'baseline', at: nowhere, target: { category: own.name, ...own.whose, ...within }, adjustment: scaled } : undefined
      tell(fault('unknown-category', undefined, { category: own.name, known }))
      return undefined
    }
    default:
      return readCounts(kind, name, span, model, tell)
  }
}

function readCounts(kind: string, text: string, span: Span | undefined, model: Model, tell: Tell): Variable | undefined {
  const prefix = kind === 'driver' ? '' : `${kind}:`
  const known = [...model.counts.keys()].flatMap(driver => (driver.startsWith(prefix) ? [driver.slice(prefix.length)] : []))
  const { name, whose, sound } = readWhose(text, known, model, tell)
  if (known.some(driver => matches(name, driver))) {
    return sound ? { kind: 'counts', at: nowhere, driver: `${prefix}${name}`, ...whose, ...(span && { span }), adjustment: scaled } : undefined
  }
  tell(kind === 'driver'
    ? fault('unknown-driver', undefined, { driver: name, known })
    : fault('unknown-system', undefined, { system: name, known, file: kind === 'users' ? 'users.csv' : 'expected-users.csv' }))
  return undefined
}

interface Whose {
  readonly name: string
  readonly whose: { readonly partner?: string }
  /** Whether the partner is one, where one is named. */
  readonly sound: boolean
}

/** `accounts of CCC`, unless that is a name as a whole. */
function readWhose(text: string, known: readonly string[], { partners }: Model, tell: Tell): Whose {
  const [, name, partner] = (known.includes(text) ? undefined : /^(.+)\s+of\s+(.+)$/.exec(text)) ?? []
  if (name === undefined || partner === undefined) return { name: text, whose: {}, sound: true }
  const ids = partners.map(({ id }) => id)
  const sound = ids.includes(partner)
  if (!sound) tell(fault('unknown-partner', undefined, { partner, known: ids }))
  return { name, whose: { partner }, sound }
}

/** From a year or quarter of the plan to its end; a rate is one of a whole year. */
function readFrom(text: string, ofYears: boolean, { years }: Model, tell: Tell): Span | undefined {
  const read = readPeriod({ text, at: nowhere })
  if ('wrong' in read || (ofYears && read.value.kind === 'quarter')) {
    tell(fault('bad-period', undefined, { text, ...('value' in read && { wanted: 'year' }) }))
    return undefined
  }
  const first = firstQuarter(read.value)
  if (years.includes(yearOf(first))) return [{ first, last: quartersOf(years.at(-1)!)[3] }]
  tell(read.value.kind === 'year'
    ? fault('unknown-year', undefined, { year: text, known: years.map(yearName) })
    : fault('unknown-quarter', undefined, { quarter: text, known: years.flatMap(year => quartersOf(year)).map(quarterName) }))
  return undefined
}
