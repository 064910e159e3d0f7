/**
 * The figures of a comparison as shown. Partners come to a total that is the same under every method, and years to the
 * years together: £0.60 and £0.60 are £1.20 and are shown as 1 and 0, 1 together. A gain is the difference of the two
 * costs as shown, and so less than two units from exact.
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

export function showThrough(amounts: ByYear, { model }: Comparison, view: CompareView): Through {
  const { years, unit: { size }, rounding } = view
  const whole = together(amounts, years, model)
  const each = years.map(year => amounts.get(year)!)
  const shown = rounding === 'independent' ? undefined : showYears(each, whole, size)
  const figures = (exact: ByPartner, reconciled: readonly bigint[] | undefined): Figures =>
    ({ exact: withSum(exact), shown: reconciled ? withSum(reconciled) : withSum(exact).map(amount => showAlone(amount, size)) })
  return { together: figures(whole, shown?.whole), byYear: new Map(years.map((year, place) => [year, figures(each[place]!, shown?.each[place])])) }
}

const withSum = <T extends bigint>(amounts: readonly T[]): T[] => [...amounts, amounts.reduce<bigint>((a, b) => a + b, 0n) as T]

/** The totals first, which are the same under every method; then each year's parts, and units moved until they come to the parts of the whole. */
function showYears(each: readonly ByPartner[], whole: ByPartner, size: bigint): { each: bigint[][]; whole: bigint[] } {
  const parts = (amounts: ByPartner, of: bigint): bigint[] => showParts(amounts.map(amount => ratio(amount, size)), of)
  const total = showAlone(sum(whole), size)
  const totals = parts(each.map(sum), total)
  const shown = { each: each.map((amounts, place) => parts(amounts, totals[place]!)), whole: parts(whole, total) }
  moveUnits(shown.each, each, shown.whole, size)
  return shown
}

/** From a partner with a unit too many to one with too few, each time in the year whose figures gain most by it. */
function moveUnits(shown: readonly bigint[][], exact: readonly ByPartner[], whole: readonly bigint[], size: bigint): void {
  const wanting = whole.map((of, partner) => of - shown.reduce((sum, year) => sum + year[partner]!, 0n))
  for (;;) {
    const [to, from] = [wanting.findIndex(units => units > 0n), wanting.findIndex(units => units < 0n)]
    if (to < 0) return
    const above = (year: number, partner: number): bigint => shown[year]![partner]! * size - exact[year]![partner]!
    const year = [...shown.keys()].reduce((best, next) => (above(next, from) - above(next, to) > above(best, from) - above(best, to) ? next : best))
    for (const [partner, unit] of [[to, 1n], [from, -1n]] as const) {
      shown[year]![partner]! += unit
      wanting[partner]! -= unit
    }
  }
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
