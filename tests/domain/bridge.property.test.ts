/** Truths of every bridge, over pairs of models that have little in common and over models with a single change. */
import fc from 'fast-check'
import { describe, test } from 'vitest'
import { type Bridged, type Step, steps } from '../../src/domain/bridge.ts'
import { type Difference, planDifference } from '../../src/domain/difference.ts'
import { groupBy } from '../../src/domain/group.ts'
import { leavesOf } from '../../src/domain/leaf.ts'
import type { CostLine, Model } from '../../src/domain/model.ts'
import { type Money, pence } from '../../src/domain/money.ts'
import { quarter, year, yearName, yearOf } from '../../src/domain/period.ts'
import { type Plan, plan } from '../../src/domain/plan.ts'
import { ratio } from '../../src/domain/ratio.ts'
import type { Stated } from '../../src/domain/stated.ts'
import { blend, counted, datum } from '../models.ts'
import { forAll, holds, same, size, total } from '../properties.ts'
import { models } from '../random-models.ts'

/** What each partner bears in each year by the leaves of a plan, which the bridge has no part in. */
function borneIn(of: Plan): Map<string, bigint> {
  const borne = new Map<string, bigint>()
  for (const { line, quarter: when, partner, amount } of leavesOf(of)) {
    const key = `${line.id} ${yearName(yearOf(when))} ${partner}`
    borne.set(key, (borne.get(key) ?? 0n) + amount)
  }
  return borne
}

const keyOf = ({ line, span, partner }: Bridged): string => `${line} ${yearName(span.year!)} ${partner}`

function tie(before: Plan, after: Plan, { bridges }: Difference): void {
  const [was, is] = [borneIn(before), borneIn(after)]
  for (const bridged of bridges) {
    same([bridged.from, bridged.to], [was.get(keyOf(bridged)) ?? 0n, is.get(keyOf(bridged)) ?? 0n])
    same([bridged.from + total(steps.map(step => bridged[step]))], [bridged.to])
  }
  const told = new Set(bridges.map(keyOf))
  holds([...was, ...is].every(([key, amount]) => amount === 0n || told.has(key)), 'somebody bears what no bridge tells of')
}

/** Shares add up to one before and after each step, so within a line and year nobody gains what nobody loses. */
function balance({ bridges }: Difference): void {
  for (const cells of groupBy(bridges, ({ line, span }) => `${line} ${span.year}`).values()) {
    const partners = BigInt(cells.length)
    holds(size(total(cells.map(({ volume, share }) => volume + share))) <= partners, 'volume and share do not cancel out')
    holds(size(total(cells.map(({ partners: moved }) => moved))) <= partners, 'partners do not cancel out')
    holds(size(total(cells.map(({ method }) => method))) <= partners, 'method does not cancel out')
  }
}

const nilIn = ({ bridges }: Difference, of: readonly Step[]): void =>
  holds(bridges.every(bridged => of.every(step => bridged[step] === 0n)), `not nil: ${of.filter(step => bridges.some(bridged => bridged[step] !== 0n)).join(', ')}`)

type Mutation = fc.Arbitrary<(model: Model) => Model>

const inBudget = (model: Model, which: number, to: (line: CostLine) => CostLine): Model =>
  ({ ...model, budget: model.budget.map((line, place) => (place === which % model.budget.length ? to(line) : line)) })

const withQuarter = <T>(of: Stated<T>, place: number, value: T): Stated<T> =>
  ({ ...of, quarters: new Map([...of.quarters, [quarter(year(2017), place), datum(value)]]) })

const withYear = <T>(of: Stated<T>, value: T): Stated<T> => ({ ...of, years: new Map([...of.years, [year(2017), datum(value)]]) })

const amount: Mutation = fc.tuple(fc.nat(5), fc.nat(3), fc.integer({ min: -90_000, max: 90_000 })).map(([which, place, to]) =>
  model => inBudget(model, which, line => ({ ...line, amounts: place === 3 ? withYear(line.amounts, pence(BigInt(to))) : withQuarter(line.amounts, place * 2, pence(BigInt(to))) })))

const counting: Mutation = fc.tuple(fc.nat(2), fc.nat(4), fc.nat(11), fc.integer({ min: 1, max: 60 })).map(([driver, who, place, to]) => model => {
  const name = [...model.counts.keys()][driver]!
  const of = model.counts.get(name)!
  const { id } = model.partners[who % model.partners.length]!
  return { ...model, counts: new Map([...model.counts, [name, new Map([...of, [id, withQuarter(of.get(id) ?? { years: new Map(), quarters: new Map() }, place, ratio(BigInt(to)))]])]]) }
})

const driving: Mutation = fc.tuple(fc.nat(5), fc.nat(3)).map(([which, to]) =>
  model => inBudget(model, which, line => ({ ...line, driver: [counted('users:one'), counted('calls'), blend('nested'), { kind: 'baseline' } as const][to]! })))

const joining: Mutation = fc.tuple(fc.nat(4), fc.nat(11), fc.nat(9), fc.boolean()).map(([who, joins, stays, leaves]) => model => ({
  ...model,
  partners: model.partners.map((partner, place) => (place !== who % model.partners.length || partner.id === model.host ? partner
    : { id: partner.id, name: partner.name, joins: quarter(year(2017), joins), ...(leaves && { leaves: quarter(year(2017), joins + stays) }) })),
}))

/** Pairs of which both can be planned: what one partner bears alone may cost something while it is away. */
const planned = (pairs: fc.Arbitrary<readonly [Model, Model]>): fc.Arbitrary<{ before: Plan; after: Plan }> =>
  pairs.map(([before, after]) => ({ before: plan(before).value, after: plan(after).value }))
    .filter((of): of is { before: Plan; after: Plan } => of.before !== undefined && of.after !== undefined)

const mutated = (mutation: Mutation): fc.Arbitrary<{ before: Plan; after: Plan }> => planned(fc.tuple(models, mutation).map(([model, change]) => [model, change(model)] as const))

describe('a bridge', () => {
  test('of two models sums exactly, for every line, year and partner, and between partners', () => {
    forAll([planned(fc.tuple(models, models))], ({ before, after }) => {
      const difference = planDifference(before, after)
      tie(before, after, difference)
      balance(difference)
    }, { numRuns: 3000 })
  })

  test('of a single change has no other step than its own, and of none has no step at all', () => {
    const single: [Mutation, Step[]][] = [
      [fc.constant(model => structuredClone(model)), []], [amount, ['price', 'rounding']], [counting, ['volume', 'share', 'rounding']],
      [driving, ['method', 'rounding']], [joining, ['partners', 'rounding']],
    ]
    forAll([fc.oneof(...single.map(([mutation, named]) => mutated(mutation).map(pair => ({ ...pair, named }))))], ({ before, after, named }) => {
      const difference = planDifference(before, after)
      tie(before, after, difference)
      nilIn(difference, steps.filter(step => !named.includes(step)))
      if (named.length === 0) same(difference.changes, [])
    }, { numRuns: 5000 })
  })

  /** By a second method: the plan itself, with one kind of change after another. A year has at most four runs, each rounded twice. */
  test('steps by what the plan itself comes to, changed in one way after another', () => {
    forAll([fc.tuple(models, amount, counting, joining)], ([first, ...changes]) => {
      const stages = [first]
      for (const change of changes) stages.push(change(stages.at(-1)!))
      const plans = stages.map(stage => plan(stage).value)
      if (!plans.every(of => of !== undefined)) return
      const borne = plans.map(borneIn)
      for (const bridged of planDifference(plans[0]!, plans.at(-1)!).bridges) {
        const [one, two, three, four] = borne.map(of => (of.get(keyOf(bridged)) ?? 0n) as Money)
        const near = (found: bigint, wanted: bigint): void => holds(size(found - wanted) <= 9n, `${keyOf(bridged)}: ${found} and not ${wanted}`)
        near(bridged.price, two! - one!)
        near(bridged.volume + bridged.share, three! - two!)
        near(bridged.partners, four! - three!)
      }
    }, { numRuns: 3000 })
  })
})
