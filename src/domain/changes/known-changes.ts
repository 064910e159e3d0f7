/**
 * What changed from one quarter's charges to another's, of what was known when each was reckoned: the lines and what
 * they go by, what each was known to cost in each quarter, and what was counted.
 */
import type { ChargedLine, KnownQuarter } from '../charged.ts'
import type { Partnership } from '../issued.ts'
import { inCodePointOrder } from '../model.ts'
import type { Quarter } from '../period.ts'
import { isZero } from '../ratio.ts'
import { type Change, changeOf, pairs, type Said, text } from './change.ts'
import { partnershipChanges } from './partnership-changes.ts'

/** What is charged to date, by whom and of what. */
export interface Known {
  readonly partnership: Partnership
  readonly lines: readonly ChargedLine[]
}

export function knownChanges(before: Known, after: Known): Change[] {
  const [was, is] = [before.lines, after.lines].map(lines => lines.filter(({ known }) => known.length > 0)) as [ChargedLine[], ChargedLine[]]
  return [
    ...partnershipChanges(before.partnership, after.partnership),
    ...pairs(byLine(was), byLine(is), inCodePointOrder).flatMap(([line, old, now]) => [...lineChanges(line, old, now), ...costChanges(line, old, now)]),
    ...countChanges(was, is),
  ]
}

const byLine = (lines: readonly ChargedLine[]): Map<string, ChargedLine> => new Map(lines.map(of => [of.line, of]))

/** A line that only one side has is none that was added or removed until it costs something. */
function lineChanges(line: string, before: ChargedLine | undefined, after: ChargedLine | undefined): Change[] {
  const of = { line }
  if (before && after) return (['category', 'rule', 'driver'] as const).flatMap(field => changeOf({ kind: 'field', of, field }, text(before[field]), text(after[field])))
  const [was, is] = [before, after].map(each => (each?.known.some(({ cost }) => cost !== 0n) ? each : undefined))
  return [
    ...changeOf({ kind: 'line', of }, text(was?.rule), text(is?.rule)),
    ...changeOf({ kind: 'field', of, field: 'driver' }, text(was?.driver), text(is?.driver)),
  ]
}

const costChanges = (line: string, before: ChargedLine | undefined, after: ChargedLine | undefined): Change[] =>
  pairs(byQuarter(before), byQuarter(after), (a, b) => a - b).flatMap(([quarter, was, is]) => changeOf({ kind: 'cost', line, quarter }, cost(was), cost(is)))

/** A quarter without a cost is as one that was never known. */
const cost = (of: KnownQuarter | undefined): Said | undefined => (of && of.cost !== 0n ? { value: { kind: 'money', amount: of.cost } } : undefined)

const byQuarter = (line: ChargedLine | undefined): Map<Quarter, KnownQuarter> => new Map((line?.known ?? []).map(known => [known.quarter, known]))

/** A driver that only one side goes by is told with the line that went by it. */
function countChanges(before: readonly ChargedLine[], after: readonly ChargedLine[]): Change[] {
  return pairs(byDriver(before), byDriver(after), inCodePointOrder).flatMap(([driver, was, is]) => {
    if (was === undefined || is === undefined) return []
    return pairs(was, is, (a, b) => a - b).flatMap(([quarter, old, now]) => (old && now ? weightChanges(driver, quarter, old, now) : []))
  })
}

function weightChanges(driver: string, quarter: Quarter, before: KnownQuarter['weights'], after: KnownQuarter['weights']): Change[] {
  const counted = (weights: KnownQuarter['weights']): Map<string, Said> =>
    new Map([...weights].filter(([, weight]) => !isZero(weight)).map(([partner, count]) => [partner, { value: { kind: 'count', count, driver } }]))
  return pairs(counted(before), counted(after), inCodePointOrder)
    .flatMap(([partner, was, is]) => changeOf({ kind: 'count', driver, partner, period: { kind: 'quarter', quarter } }, was, is))
}

function byDriver(lines: readonly ChargedLine[]): Map<string, Map<Quarter, KnownQuarter['weights']>> {
  const drivers = new Map<string, Map<Quarter, KnownQuarter['weights']>>()
  for (const { driver, known } of lines) drivers.set(driver, new Map([...(drivers.get(driver) ?? []), ...known.map(({ quarter, weights }) => [quarter, weights] as const)]))
  return drivers
}
