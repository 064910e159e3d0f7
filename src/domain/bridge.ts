/**
 * The bridge: for each line, stretch of time and partner what it bore, what it bears, and the steps between, in whole
 * pence that sum exactly. Each step is rounded on its own, and rounding is what is left: from 333 to 400 by 66.67 of
 * price is 67 of price and no rounding; from 333 to 400 by 33.33 and 33.33 is 33, 33 and 1 of rounding.
 */
import { addSteps, eachStep, type ExactStep, type ExactSteps, exactSteps, noSteps, type States, stepsOf } from './bridge-steps.ts'
import type { Side, SideLine } from './bridge-side.ts'
import type { Between } from './hybrid.ts'
import type { PartnerId } from './ids.ts'
import { inCodePointOrder } from './model.ts'
import { less, type Money, nil, pence, sum } from './money.ts'
import { type Quarter, quartersOf, type Year } from './period.ts'
import { roundHalfAway } from './ratio.ts'

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
      return partners.map(partner => {
        const [from, to] = [was, is].map(of => of?.borne(partner, span.quarters) ?? nil) as [Money, Money]
        return { line, span, partner, from, ...inPence(exact(partner), less(to, from)), to }
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

function inPence(exact: ExactSteps, difference: Money): Readonly<Record<Step, Money>> {
  const rounded = eachStep((step: ExactStep) => pence(roundHalfAway(exact[step])))
  return { ...rounded, rounding: less(difference, sum(exactSteps.map(step => rounded[step]))) }
}

const isAnything = (of: Bridge): boolean => of.from !== 0n || of.to !== 0n || hasSteps(of)

export const hasSteps = (of: Bridge): boolean => steps.some(step => of[step] !== 0n)

/** Only adds, so that whatever is shown ties with all the rest. */
export function addBridges(bridges: readonly Bridge[]): Bridge {
  const of = (measure: keyof Bridge): Money => sum(bridges.map(bridge => bridge[measure]))
  return { from: of('from'), ...eachStep(of), rounding: of('rounding'), to: of('to') }
}
