/** What holds of whatever model under whatever changes. */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFault } from '../../../src/domain/diagnostic.ts'
import { shareOf } from '../../../src/domain/drivers/weights.ts'
import { leavesOf } from '../../../src/domain/leaf.ts'
import { type Model, takesPart } from '../../../src/domain/model.ts'
import { type Money, pence } from '../../../src/domain/money.ts'
import { plan, type Plan } from '../../../src/domain/plan.ts'
import { divide, isLess, isZero, multiply, one, type Ratio, ratio, subtract, zero } from '../../../src/domain/ratio.ts'
import { planUnder } from '../../../src/domain/scenario/apply.ts'
import type { Adjustment, Change } from '../../../src/domain/scenario/change.ts'
import { fixed } from '../../../src/domain/scenario/range.ts'
import { checkSums } from '../../../src/domain/sums.ts'
import { at, planOf } from '../../models.ts'
import { forAll, holds, same, total } from '../../properties.ts'
import { arrivals, changedModels, departures } from '../../random-changes.ts'
import { models } from '../../random-models.ts'

const often = { numRuns: 3000 }

/** What it all costs, quarter by quarter, from the lines' amounts and not from anybody's part. */
function quarterly({ costs }: Plan): Map<number, bigint> {
  const totals = new Map<number, bigint>()
  for (const { amount, runs } of costs) {
    const quarters = runs.flatMap(run => run.quarters.map(({ quarter }) => quarter))
    for (const [place, quarter] of quarters.entries()) totals.set(quarter, (totals.get(quarter) ?? 0n) + amount.quarters[place]!.amount)
  }
  return totals
}

const leaves = (of: Plan): string[] => [...leavesOf(of)].filter(({ amount }) => amount !== 0n).map(({ line, quarter, partner, amount }) => `${line.id} ${quarter} ${partner} ${amount}`).sort()

const yearly = (of: Plan): string[] => of.costs.map(({ line, year, amount }) => `${line.id} ${year} ${amount.total}`).sort()

describe('whatever the model and the changes', () => {
  test('the partners bear what the lines cost, in every quarter and every year, and the model is as it was', () => {
    let planned = 0
    forAll([changedModels], ([model, changes]) => {
      const before = structuredClone(model)
      const { value, diagnostics } = planUnder(model, { changes })
      holds(isDeepStrictEqual(model, before), 'the model was touched')
      holds((value === undefined) === diagnostics.some(isFault), 'a plan and a fault, or neither')
      if (value === undefined) return
      planned++
      const borne = new Map<number, bigint>()
      for (const { quarter, amount } of leavesOf(value)) borne.set(quarter, (borne.get(quarter) ?? 0n) + amount)
      const cost = quarterly(value)
      same([...cost].map(([quarter, amount]) => borne.get(quarter) === amount), [...cost].map(() => true))
      same(value.costs.map(({ amount }) => amount.total), value.costs.map(({ amount }) => total(amount.quarters.map(quarter => quarter.amount))))
      same(checkSums(value).flatMap(({ faults }) => faults), [])
      same([new Set(value.model.budget.map(({ id }) => id)).size], [value.model.budget.length])
    }, often)
    // Most draws must come to a plan, or this would hold of nothing.
    expect(planned).toBeGreaterThan(often.numRuns / 3)
  })

  test('without changes it is the plan', () => {
    forAll([models], model => holds(isDeepStrictEqual(planUnder(model, { changes: [] }), { ...plan(model), beyond: [] }), 'another plan'), { numRuns: 1000 })
  })

  test('a departure makes and loses no money, in any quarter; nobody bears anything once it is out', () => {
    let planned = 0
    forAll([departures], ([model, change]) => {
      const { value, diagnostics } = planUnder(model, { changes: [change] })
      if (value === undefined) {
        const codes = new Set(diagnostics.filter(isFault).map(({ code }) => code))
        holds([...codes].every(code => ['host-leaves', 'leaves-when-out', 'touches-nothing', 'no-weights', 'negative-weight'].includes(code)), [...codes].join())
        return
      }
      planned++
      same([...quarterly(value)].flat(), [...quarterly(planOf(model))].flat())
      const out = change.last + (change.costs.by === 'leaver' ? change.costs.quarters : 0)
      for (const { partner, quarter, amount } of leavesOf(value)) holds(partner !== change.partner || quarter <= out || amount === 0n, `${partner} still pays`)
    }, often)
    expect(planned).toBeGreaterThan(often.numRuns / 10)
  })

  test('a partner that joins changes no total, and nobody else bears a larger share of what it is counted for', () => {
    let shared = 0
    forAll([arrivals], ([model, change]) => {
      const { value, diagnostics } = planUnder(model, { changes: [change] })
      if (value === undefined) return same(diagnostics.filter(isFault).map(({ code }) => code), ['touches-nothing'])
      const base = planOf(model)
      same([...quarterly(value)].flat(), [...quarterly(base)].flat())
      for (const [place, { line, year, amount, runs }] of base.costs.entries()) {
        if (line.driver.kind !== 'counted') continue
        const then = value.costs[place]!
        for (const { id } of model.partners) {
          const [was, is] = [base, value].map(of => of.model.partners.findIndex(partner => partner.id === id)) as [number, number]
          for (const { weights, quarters } of then.runs) {
            for (const { quarter } of quarters) {
              const old = runs.find(run => run.quarters.some(each => each.quarter === quarter))!.weights
              const [before, after] = [shareOf(old, was), shareOf(weights, is)]
              holds(!isLess(before, after), `${id} bears more of ${line.id}`)
              if (quarter >= change.partner.joins && !isZero(before)) {
                shared++
                holds(isLess(after, before), `${id} bears no less of ${line.id}`)
              }
            }
          }
          // In whole pence no more than rounding: a penny at each end of what was one run, and one of what are two.
          const paid = (runsOf: typeof runs, at: number): bigint => total(runsOf.flatMap(run => run.quarters.map(({ parts }) => parts[at]!)))
          if (amount.quarters.every(each => each.amount >= 0n)) holds(paid(then.runs, is) <= paid(runs, was) + 3n, `${id} pays more for ${line.id} in ${year}`)
        }
      }
    }, { numRuns: 2000 })
    expect(shared).toBeGreaterThan(1000)
  })

  test('changes that undo each other come to the plan as it was', () => {
    const everything = (adjustment: Adjustment): Change => ({ kind: 'amounts', at: at(1), of: 'budget', target: {}, adjustment })
    const users = (adjustment: Adjustment): Change => ({ kind: 'counts', at: at(1), driver: 'users:*', adjustment })
    const pay = (adjustment: Adjustment): Change => ({ kind: 'rates', at: at(1), index: 'pay', adjustment })
    const scaled = (by: Ratio): Adjustment => ({ how: 'scale', by: fixed(by) })
    const added = (by: Ratio): Adjustment => ({ how: 'add', by: fixed(by) })
    forAll([models, fc.integer({ min: 1, max: 500 }), fc.integer({ min: -999, max: 999 })], (model, factor, sum) => {
      const [by, amount] = [ratio(BigInt(factor), 100n), ratio(BigInt(sum))]
      const base = planOf(model)
      const under = (...changes: Change[]): Plan | undefined => planUnder(model, { changes }).value
      const undone = [
        under(everything(scaled(by)), everything(scaled(divide(one, by)))),
        under(users(scaled(by)), users(scaled(divide(one, by)))),
        under(pay(added(by)), pay(added(subtract(zero, by)))),
      ]
      for (const each of undone) if (each) same(leaves(each), leaves(base))
      const sumsAgain = under(everything(added(amount)), everything(added(multiply(amount, ratio(-1n)))))
      if (sumsAgain) same(yearly(sumsAgain), yearly(base))
    }, { numRuns: 1000 })
  })

  test('a budget that starts at a part of its baseline costs that part in its first year, to the penny', () => {
    let planned = 0
    forAll([models, fc.nat(20_000)], (model, share) => {
      const of = ratio(BigInt(share), 10_000n)
      const { value } = planUnder(model, { changes: [{ kind: 'start', at: at(1), share: fixed(of) }] })
      if (value === undefined) return
      planned++
      const first = model.years[0]
      const baseline = value.baseline.filter(({ year }) => year === first).reduce((sum, { counted }) => sum + counted, 0n)
      const exact = multiply(of, ratio(baseline))
      const cost: Money = pence(total(value.costs.filter(({ year }) => year === first).map(({ amount }) => amount.total)))
      const off = subtract(ratio(cost), exact)
      holds(!isLess(ratio(1n, 2n), off) && !isLess(off, ratio(-1n, 2n)), `${cost} is not ${share} of ${baseline}`)
    }, { numRuns: 2000 })
    expect(planned).toBeGreaterThan(500)
  })
})

test('a model that is frozen can be supposed anything of', () => {
  const freeze = <T>(of: T): T => {
    if (typeof of !== 'object' || of === null || Object.isFrozen(of)) return of
    for (const each of of instanceof Map ? [...of.keys(), ...of.values()] : Object.values(of)) freeze(each)
    if (of instanceof Map) for (const change of ['set', 'delete', 'clear'] as const) Object.defineProperty(of, change, { value: () => { throw new Error('the model was touched') } })
    return Object.freeze(of)
  }
  forAll([changedModels], ([model, changes]) => {
    const frozen: Model = freeze(model)
    planUnder(frozen, { changes: freeze(changes) })
    holds(frozen.partners.every(partner => partner.afterLeaving === undefined && typeof takesPart(partner, 0 as never) === 'boolean'), 'the model was touched')
  }, { numRuns: 1000 })
})
