/**
 * Sensitivity: what each input alone does to a figure, low and high, the widest first. Staff of £90 that may be a tenth less
 * or more takes a saving of £10 to £19 or to £1: it is £18 wide.
 */
import { type Diagnostic, isFault } from '../diagnostic.ts'
import { less, type Money, nil, pence } from '../money.ts'
import type { Plan } from '../plan.ts'
import type { Ratio } from '../ratio.ts'
import { type Base, planWith } from './base.ts'
import { figureIn, type Watched } from './figure.ts'
import type { Input } from './inputs.ts'
import { type OneValue, oneValueIn } from './one-value.ts'
import type { Variable } from './variable.ts'

export interface Sensitivity {
  readonly base: Money
  /** Those that make a difference, the widest first, and of the same width in the order given. */
  readonly tried: readonly Tried[]
  /** How many make no difference at either end. */
  readonly idle: number
  /** Those without a plan at one end at least: where nobody is counted that would bear a cost, say. */
  readonly unplanned: readonly Unplanned[]
}

export interface Tried {
  readonly variable: Variable
  readonly low: End
  readonly high: End
  /** From the least of the figures at the ends and the base to the greatest. */
  readonly width: Money
}

export interface End {
  /** What the variable is set to, added or scaled by; and what that comes to, where it is one figure. */
  readonly value: Ratio
  readonly itself?: OneValue
  readonly figure: Money
  readonly difference: Money
}

export interface Unplanned {
  readonly variable: Variable
  readonly why: Diagnostic
}

/** @param inputs of the base's model, or among its changes */
export function sensitivity(from: Base, inputs: readonly Input[], watched: Watched): Sensitivity {
  const base = figureIn(from.plan, watched)
  const tries = inputs.map(input => tryInput(from, input, watched, base))
  const all = tries.flatMap(of => ('width' in of ? [of] : []))
  const tried = all.filter(({ width }) => width > 0n).sort((a, b) => descending(a.width, b.width))
  return { base, tried, idle: all.length - tried.length, unplanned: tries.flatMap(of => ('why' in of ? [of] : [])) }
}

function tryInput(from: Base, { variable, low, high }: Input, watched: Watched, base: Money): Tried | Unplanned {
  const at = (value: Ratio): End | Diagnostic => {
    const { value: plan, diagnostics } = planWith(from, variable, value)
    if (plan !== undefined) return endOf(plan, variable, value, figureIn(plan, watched), base)
    const why = diagnostics.find(isFault)!
    return why.code === 'touches-nothing' ? { value, figure: base, difference: nil } : why
  }
  const [below, above] = [at(low), at(high)]
  if ('code' in below) return { variable, why: below }
  if ('code' in above) return { variable, why: above }
  return { variable, low: below, high: above, width: widthOf([nil, below.difference, above.difference]) }
}

function endOf(plan: Plan, variable: Variable, value: Ratio, figure: Money, base: Money): End {
  const itself = oneValueIn(plan, variable)
  return { value, ...(itself && { itself }), figure, difference: less(figure, base) }
}

function widthOf(differences: readonly Money[]): Money {
  const [least, greatest] = [differences.reduce((a, b) => (b < a ? b : a)), differences.reduce((a, b) => (b > a ? b : a))]
  return pence(greatest - least)
}

const descending = (a: Money, b: Money): number => (a > b ? -1 : a < b ? 1 : 0)
