/**
 * The figures of a comparison as shown. Partners come to the total, which is the same under every method, and years to
 * the years together: what is rounded is the figure to date, and a year is what it adds. £0.60 and £0.60 are £1.20 and
 * are shown as 1 and 0, 1 together. A gain is the difference of the two costs as shown, and so less than two units from exact.
 */
import { type ByPartner, type ByYear, type Comparison, gains, together } from '../domain/comparison.ts'
import { crossSubsidies, type Subsidy } from '../domain/cross-subsidy.ts'
import type { MethodName } from '../domain/methods/registry.ts'
import { type Money, nil, sum } from '../domain/money.ts'
import type { Year } from '../domain/period.ts'
import { ratio } from '../domain/ratio.ts'
import { type RoundingMode, showAlone, showParts } from './shown.ts'
import type { Unit } from './unit.ts'

/** An amount for each partner and, last, their sum; as they are, and as shown. */
export interface Figures {
  readonly exact: readonly Money[]
  readonly shown: readonly bigint[]
}

export interface CompareView {
  readonly years: readonly Year[]
  readonly byYear: boolean
  readonly unit: Unit
  readonly rounding: RoundingMode
}

/** Of the years together, and of each of them. */
export interface Through {
  readonly together: Figures
  readonly byYear: ReadonlyMap<Year, Figures>
}

export function showThrough(amounts: ByYear, { model }: Comparison, { years, unit, rounding }: CompareView): Through {
  const show = (of: ByPartner): Figures => ({ exact: withSum(of), shown: shownOf(of, unit, rounding) })
  const toDate = years.map((_, place) => show(together(amounts, years.slice(0, place + 1), model)))
  const byYear = years.map((year, place): [Year, Figures] => {
    const alone = show(amounts.get(year)!)
    const before = toDate[place - 1]?.shown
    return [year, rounding === 'independent' || before === undefined ? alone : { ...alone, shown: toDate[place]!.shown.map((shown, partner) => shown - before[partner]!) }]
  })
  return { together: toDate.at(-1)!, byYear: new Map(byYear) }
}

const withSum = (amounts: ByPartner): Money[] => [...amounts, sum(amounts)]

function shownOf(amounts: ByPartner, { size }: Unit, mode: RoundingMode): bigint[] {
  const whole = showAlone(sum(amounts), size)
  if (mode === 'independent') return [...amounts.map(amount => showAlone(amount, size)), whole]
  return [...showParts(amounts.map(amount => ratio(amount, size)), whole), whole]
}

/** What the second leaves of the first, which come to nil where both have one total. */
export function showDifference(from: Figures, to: Figures, { unit, rounding }: CompareView): Figures {
  const exact = gains(from.exact, to.exact)
  const shown = rounding === 'independent' ? exact.map(amount => showAlone(amount, unit.size)) : from.shown.map((amount, place) => amount - to.shown[place]!)
  return { exact, shown }
}

/** One method's costs, and what a move to it from the reference would do over the years together. */
export interface ShownMethod {
  readonly name: MethodName
  readonly costs: Through
  readonly gains: Figures
  readonly subsidies: readonly (Subsidy & { readonly shown: bigint })[]
}

export interface ShownComparison {
  readonly methods: readonly ShownMethod[]
  /** Those besides the one that gains are measured from. */
  readonly others: readonly ShownMethod[]
  readonly baseline: Through
}

export function showComparison(of: Comparison, view: CompareView): ShownComparison {
  const reference = showThrough(of.from.costs, of, view).together
  const methods = of.methods.map(({ method, costs: exact }): ShownMethod => {
    const costs = showThrough(exact, of, view)
    const gained = showDifference(reference, costs.together, view)
    return { name: method.name, costs, gains: gained, subsidies: showSubsidies(gained, view) }
  })
  return { methods, others: methods.filter(({ name }) => name !== of.from.method.name), baseline: showThrough(of.baseline, of, view) }
}

/** Reconciled, they are those of the gains as shown; on their own, each is rounded by itself. */
function showSubsidies({ exact, shown }: Figures, { unit, rounding }: CompareView): ShownMethod['subsidies'] {
  const subsidies = crossSubsidies(exact.slice(0, -1))
  if (rounding === 'independent') return subsidies.map(of => ({ ...of, shown: showAlone(of.amount, unit.size) }))
  return crossSubsidies(shown.slice(0, -1)).map(of => {
    const amount = subsidies.find(({ payer, beneficiary }) => payer === of.payer && beneficiary === of.beneficiary)?.amount ?? nil
    return { ...of, amount, shown: of.amount }
  })
}
