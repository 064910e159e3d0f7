/**
 * The bridge: for each line, stretch of time and partner what it bore, what it bears, and the steps between, in whole
 * pence that sum exactly. A step comes to the partners' rounded sum of it, so that a line which costs a penny more has a
 * penny of price in all; each partner's part of it is within a penny of exact, and what is left of its own is rounding.
 */
import { addSteps, eachStep, type ExactStep, type ExactSteps, exactSteps, noSteps, type States, stepsOf } from './bridge-steps.ts'
import type { Side, SideLine } from './bridge-side.ts'
import type { Between } from './hybrid.ts'
import type { PartnerId } from './ids.ts'
import { inCodePointOrder } from './model.ts'
import { less, type Money, nil, pence, sum } from './money.ts'
import { type Quarter, quartersOf, type Year } from './period.ts'
import { roundHalfAway, total } from './ratio.ts'
import { wholeParts } from './whole-parts.ts'

export const steps = [...exactSteps, 'rounding'] as const
export type Step = (typeof steps)[number]

/** What was borne, what is borne now, and how the one became the other. */
export type Bridge = Readonly<Record<'from' | Step | 'to', Money>>

export interface Bridged extends Bridge {
  readonly line: string
  readonly span: Span
  readonly partner: PartnerId
}

/** A year; or, where none is named, everything to date. */
export interface Span {
  readonly year?: Year
  readonly quarters: readonly Quarter[]
}

export const spanOf = (year: Year): Span => ({ year, quarters: quartersOf(year) })

export function bridge(before: Side, after: Side, between: Between, spans: readonly Span[]): Bridged[] {
  const partners = union(before.partners, after.partners)
  return union(before.lines.keys(), after.lines.keys()).flatMap(line => {
    const [was, is] = [before.lines.get(line), after.lines.get(line)]
    return spans.flatMap(span => {
      const exact = stepsThrough(span.quarters.map(quarter => stepsOf({
        before: was?.costs.get(quarter) ?? nil, after: is?.costs.get(quarter) ?? nil, states: statesIn(quarter, was, is, before, after, between),
      })))
      const inWholePence = inPence(partners.map(exact))
      return partners.map((partner, place) => {
        const [from, to] = [was, is].map(of => of?.borne(partner, span.quarters) ?? nil) as [Money, Money]
        const stepped = eachStep(step => inWholePence[step][place]!)
        return { line, span, partner, from, ...stepped, rounding: less(less(to, from), sum(Object.values(stepped))), to }
      }).filter(isAnything)
    })
  })
}

/** The lines or partners of both sides, in code-point order. */
export const union = (before: Iterable<string>, after: Iterable<string>): string[] => [...new Set([...before, ...after])].sort(inCodePointOrder)

/** Where the old side lacks the line, or does not reach the quarter, the new one alone has weights for it. */
function statesIn(quarter: Quarter, was: SideLine | undefined, is: SideLine | undefined, before: Side, after: Side, between: Between): States {
  const old = was?.costs.has(quarter) ? was.driver : undefined
  return [
    old && before.weigh(old, quarter),
    old && between.counted(old, quarter),
    old && between.joined(old, quarter),
    is && after.weigh(is.driver, quarter),
  ]
}

const stepsThrough = (quarters: readonly ((partner: PartnerId) => ExactSteps)[]) => (partner: PartnerId): ExactSteps =>
  quarters.map(of => of(partner)).reduce(addSteps, noSteps)

/** Each step of every partner in whole pence that come to the rounded sum of the step. */
function inPence(exact: readonly ExactSteps[]): Readonly<Record<ExactStep, readonly Money[]>> {
  return eachStep(step => {
    const each = exact.map(of => of[step])
    return wholeParts(each, roundHalfAway(total(each))).map(pence)
  })
}

const isAnything = (of: Bridge): boolean => of.from !== 0n || of.to !== 0n || hasSteps(of)

export const hasSteps = (of: Bridge): boolean => steps.some(step => of[step] !== 0n)

/** Only adds, so that whatever is shown ties with all the rest. */
export function addBridges(bridges: readonly Bridge[]): Bridge {
  const of = (measure: keyof Bridge): Money => sum(bridges.map(bridge => bridge[measure]))
  return { from: of('from'), ...eachStep(of), rounding: of('rounding'), to: of('to') }
}
