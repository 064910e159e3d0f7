/**
 * Savings: baseline less cost, by year, category and partner, with the saving so far. A baseline of £100 and a cost of
 * £80 is a saving of £20, 20%; a cost of £130 is a saving of -£30: a cost increase.
 */
import { type Fact, factsOf } from './fact.ts'
import { groupBy } from './group.ts'
import { type Category, inCodePointOrder, type PartnerId } from './model.ts'
import { less, type Money, nil, plus, sum } from './money.ts'
import type { Year } from './period.ts'
import type { Plan } from './plan.ts'
import { type Ratio, ratio } from './ratio.ts'
import { type RuleName, ruleNames } from './rules/registry.ts'
import { staffShares } from './staff-share.ts'

export interface Standing {
  readonly baseline: Money
  readonly cost: Money
  readonly saving: Money
}

export interface Progress extends Standing {
  /** Of the baseline; none where there is no baseline. */
  readonly savingShare?: Ratio
  /** Since the first year of the plan. */
  readonly cumulativeSaving: Money
}

export interface YearSavings extends Progress {
  readonly year: Year
  /** Of every partner, chosen or not; none for a year without staff costs. */
  readonly staffShares?: ReadonlyMap<PartnerId, Ratio>
  readonly categories: readonly (Standing & { readonly category: Category })[]
  readonly partners: readonly PartnerSavings[]
}

export interface PartnerSavings extends Progress {
  readonly partner: PartnerId
  readonly rules: readonly { readonly rule: RuleName; readonly cost: Money }[]
  readonly lines: readonly { readonly line: string; readonly cost: Money }[]
}

/** The savings of the partners chosen: every total is the total of what they bear. */
export function savings(plan: Plan, chosen: (partner: PartnerId) => boolean): YearSavings[] {
  const facts = factsOf(plan).filter(({ partner }) => chosen(partner))
  const partners = plan.model.partners.filter(({ id }) => chosen(id))
  const categories = inReportOrder(new Set([...plan.model.baseline, ...plan.model.budget].map(({ category }) => category)))
  const rules = ruleNames.filter(rule => plan.model.budget.some(line => line.rule === rule))

  const savedSoFar = new Map<PartnerId | undefined, Money>()
  const progress = (who: PartnerId | undefined, of: readonly Fact[]): Progress => {
    const standing = standingOf(of)
    const cumulativeSaving = plus(savedSoFar.get(who) ?? nil, standing.saving)
    savedSoFar.set(who, cumulativeSaving)
    return { ...standing, ...(standing.baseline !== 0n && { savingShare: ratio(standing.saving, standing.baseline) }), cumulativeSaving }
  }

  const byYear = groupBy(facts, ({ year }) => year)
  return plan.model.years.map(year => {
    const ofYear = byYear.get(year) ?? []
    const byPartner = groupBy(ofYear, ({ partner }) => partner)
    const shares = staffShares(plan, year)
    return {
      year,
      ...progress(undefined, ofYear),
      ...(shares && { staffShares: shares }),
      categories: categories.map(category => ({ category, ...standingOf(ofYear.filter(fact => fact.category === category)) })),
      partners: partners.map(({ id }) => {
        const own = byPartner.get(id) ?? []
        const costs = own.filter(({ measure }) => measure === 'cost')
        return {
          partner: id,
          ...progress(id, own),
          rules: rules.map(rule => ({ rule, cost: sum(costs.filter(fact => fact.rule === rule).map(({ amount }) => amount)) })),
          lines: costs.map(({ line, amount }) => ({ line, cost: amount })),
        }
      }),
    }
  })
}

function standingOf(facts: readonly Fact[]): Standing {
  const of = (measure: Fact['measure']): Money => sum(facts.filter(fact => fact.measure === measure).map(({ amount }) => amount))
  const baseline = of('baseline')
  const cost = of('cost')
  return { baseline, cost, saving: less(baseline, cost) }
}

/** Staff first and other last, as the published plans have them, and the rest in code-point order between. */
function inReportOrder(categories: Iterable<Category>): Category[] {
  return [...categories].sort((a, b) => placeOf(a) - placeOf(b) || inCodePointOrder(a, b))
}

const placeOf = (category: Category): number => (category === 'staff' ? 0 : category === 'other' ? 2 : 1)
