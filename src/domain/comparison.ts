/**
 * The same costs under several methods, and what each partner would gain or lose by a move from one to another: £10 that
 * are A's alone as agreed are 5 and 5 in equal parts, a gain of £5 for A and a loss of £5, a gain of -£5, for B.
 */
import { type Diagnostic, isFault, type Outcome } from './diagnostic.ts'
import type { Driver } from './drivers/driver.ts'
import { type Fact, factsOf } from './fact.ts'
import { groupBy } from './group.ts'
import { type MethodName, methods, type NamedMethod } from './methods/registry.ts'
import type { Model } from './model.ts'
import { less, type Money, sum } from './money.ts'
import type { Year } from './period.ts'
import { plan } from './plan.ts'

/** An amount for each partner of the model, in their order. */
export type ByPartner = readonly Money[]

export type ByYear = ReadonlyMap<Year, ByPartner>

export interface MethodCosts {
  readonly method: NamedMethod
  readonly costs: ByYear
}

export interface Comparison {
  readonly model: Model
  /** The count that a cost per user goes by; none where nobody is counted. */
  readonly users?: Driver
  /** In the order of the registry. */
  readonly methods: readonly MethodCosts[]
  /** The one of them that gains are measured from. */
  readonly from: MethodCosts
  /** What each partner would spend alone, which is the same whatever the method. */
  readonly baseline: ByYear
}

export interface Compared {
  /** Each of them has a driver for every line. */
  readonly methods: readonly MethodName[]
  readonly from: MethodName
  readonly users?: Driver
}

export function compareMethods(model: Model, { methods: chosen, from, users }: Compared): Outcome<Comparison> {
  const planned = methods.filter(({ name }) => name === from || chosen.includes(name)).map(method => {
    const { value, diagnostics } = plan(under(method, model, users))
    const facts = value && factsOf(value)
    return { method, diagnostics, ...(facts && { costs: amountsOf(model, facts, 'cost'), baseline: amountsOf(model, facts, 'baseline') }) }
  })
  const diagnostics = planned.flatMap(({ method, diagnostics: told }, place) => toldOf(method, told, place === 0))
  const sound = planned.flatMap(({ method, costs, baseline }) => (costs && baseline ? [{ method, costs, baseline }] : []))
  const reference = sound.find(({ method }) => method.name === from)
  if (reference === undefined || diagnostics.some(isFault)) return { diagnostics }
  return { value: { model, methods: sound, from: reference, baseline: reference.baseline, ...(users && { users }) }, diagnostics }
}

/** The model with each line's driver as the method has it. */
export function under(method: NamedMethod, model: Model, users: Driver | undefined): Model {
  const driverOf = method.driverOf(users)
  if (driverOf === undefined) throw new RangeError(`no count of users for the method ${method.name}`)
  return { ...model, budget: model.budget.map(line => ({ ...line, driver: driverOf(line) })) }
}

/** What each partner would pay less under the one than under the other. */
export const gains = (from: ByPartner, to: ByPartner): ByPartner => from.map((cost, place) => less(cost, to[place]!))

/** Each partner's amounts of some years together. */
export const together = (amounts: ByYear, years: readonly Year[], { partners }: Model): ByPartner =>
  partners.map((_, place) => sum(years.map(year => amounts.get(year)![place]!)))

function amountsOf({ years, partners }: Model, facts: readonly Fact[], measure: Fact['measure']): ByYear {
  const byYear = groupBy(facts.filter(fact => fact.measure === measure), ({ year }) => year)
  return new Map(years.map(year => {
    const own = groupBy(byYear.get(year) ?? [], ({ partner }) => partner)
    return [year, partners.map(({ id }) => sum((own.get(id) ?? []).map(({ amount }) => amount)))]
  }))
}

/**
 * What is amiss with the amounts is so under every method, and is told of the first. What nobody can bear under a method
 * is told of it by name; there all lines go by one driver, so only of the first line that needs it.
 */
function toldOf({ name }: NamedMethod, diagnostics: readonly Diagnostic[], isFirst: boolean): Diagnostic[] {
  let line: string | undefined
  return diagnostics.flatMap((diagnostic): Diagnostic[] => {
    const { code, args } = diagnostic
    if (name === 'agreed' || (code !== 'no-weights' && code !== 'negative-weight')) return isFirst ? [diagnostic] : []
    line ??= args.line
    return args.line === line ? [{ ...diagnostic, args: { ...args, method: name } } as Diagnostic] : []
  })
}
