import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFault } from '../../../src/domain/diagnostic.ts'
import { evaluator } from '../../../src/domain/risk/evaluate.ts'
import { quickWay } from '../../../src/domain/risk/quick/way.ts'
import { layoutOf, standingOf } from '../../../src/domain/risk/standing.ts'
import { planUnder } from '../../../src/domain/scenario/apply.ts'
import type { Change } from '../../../src/domain/scenario/change.ts'
import { ratio } from '../../../src/domain/ratio.ts'
import { at, baselineLine, blend, byYear, costLine, counted, model, percent, quarterNamed } from '../../models.ts'
import { same } from '../../properties.ts'
import { models } from '../../random-models.ts'
import { changesAndRun } from './random-changes.ts'

describe('what a run comes to', () => {
  test('is the very same pence as the plan in full, whichever way it goes', () => {
    const ways = { quick: 0, full: 0, fails: 0 }
    fc.assert(fc.property(models, changesAndRun, (model, { changes, run }) => {
      const central = planUnder(model, { changes })
      if (central.value === undefined) return
      const layout = layoutOf(central.value.model)
      const inFull = planUnder(model, { changes: run }, true)
      const found = evaluator(model, changes, central.value).evaluate(run)
      if (inFull.value === undefined) {
        ways.fails++
        expect(found.value).toBeUndefined()
        expect(found.diagnostics.filter(isFault).map(({ code }) => code)).toEqual(inFull.diagnostics.filter(isFault).map(({ code }) => code))
        return
      }
      ways[quickWay(model, changes, central.value.model, layout)?.(run) ? 'quick' : 'full']++
      const wanted = standingOf(inFull.value, layout)
      same(found.value!.cost, wanted.cost)
      same(found.value!.baseline, wanted.baseline)
    }), { numRuns: 10_000 })
    expect(ways.quick).toBeGreaterThan(2 * ways.full)
  })

  /** A rate of which nothing is left in 2018/19, so that none is wanted for 2019/20; where anything is left, one is missing. */
  test.each([
    ['a line', { budget: [costLine('it', { '2017/18': '100.00' }, { index: 'falling' })] }],
    ['a line with a quarter of its own', { budget: [costLine('it', { '2017/18': '100.00', '2017/18 Q2': '40.00' }, { index: 'falling' })] }],
    ['a baseline', { baseline: [baselineLine('A', { '2017/18': '100.00' }, { index: 'falling' })] }],
  ])('is nothing where a rate is missing in that run alone: %s', (_, terms) => {
    const of = model({ years: '2017/18 to 2019/20', indexation: new Map([['falling', byYear({ '2018/19': 5 })]]), counts: { users: { A: { '2017/18': 1 } } }, ...terms })
    const rate = (by: number): Change => ({ kind: 'rates', at: at(1), index: 'falling', span: [{ first: quarterNamed('2018/19 Q1'), last: quarterNamed('2018/19 Q4') }], adjustment: { how: 'set', by: { central: percent(by), range: { kind: 'uniform', low: percent(by), high: percent(by) } } } })
    const central = planUnder(of, { changes: [rate(-100)] }).value!
    const { evaluate } = evaluator(of, [rate(-100)], central)
    expect(evaluate([rate(-100)]).value).toEqual(standingOf(central, layoutOf(of)))
    expect(evaluate([rate(-50)]).diagnostics.filter(isFault).map(({ code }) => code)).toEqual(['no-rate'])
  })

  test('is the plan in full where a count is set for a while that was none before, and then holds on', () => {
    const of = model({ years: '2017/18 to 2018/19', budget: [costLine('it', { '2017/18': '100.00', '2018/19': '100.00' })], counts: { users: { A: { '2017/18': 1 }, B: {} } } })
    const set = (count: number): Change => ({ kind: 'counts', at: at(1), driver: 'users', partner: 'B', span: [{ first: quarterNamed('2017/18 Q2'), last: quarterNamed('2017/18 Q3') }], adjustment: { how: 'set', by: { central: ratio(BigInt(count)), range: { kind: 'uniform', low: ratio(1n), high: ratio(9n) } } } })
    const central = planUnder(of, { changes: [set(1)] }).value!
    expect(quickWay(of, [set(1)], central.model, layoutOf(of))).toBeUndefined()
    expect(evaluator(of, [set(1)], central).evaluate([set(3)]).value).toEqual(standingOf(planUnder(of, { changes: [set(3)] }).value!, layoutOf(of)))
  })

  test('goes the quick way where a count falls to nil and rises again: 2 users, 3 fewer, 5 more are 5', () => {
    const of = model({ budget: [costLine('it', { '2017/18': '100.00' })], counts: { users: { A: { '2017/18': 5 }, B: { '2017/18': 2 } } } })
    const more = (by: bigint): Change => ({ kind: 'counts', at: at(1), driver: 'users', partner: 'B', adjustment: { how: 'add', by: { central: ratio(by), range: { kind: 'uniform', low: ratio(-9n), high: ratio(9n) } } } })
    const central = planUnder(of, { changes: [more(0n), more(5n)] }).value!
    expect(quickWay(of, [more(0n), more(5n)], central.model, layoutOf(of))!([more(-3n), more(5n)])?.cost).toEqual([5000n, 5000n])
  })

  test('keeps quarters that nobody could bear apart from others of the same weights', () => {
    // By users and calls, half each; nobody is called in the first quarter, in which nothing is spent.
    const of = model({
      budget: [costLine('it', { '2017/18': '90.00' }, { driver: blend('mix'), profile: [0n, 1n, 1n, 1n] }), costLine('other', { '2017/18': '10.00' })],
      counts: { users: { A: { '2017/18': 1 }, B: { '2017/18': 1 } }, calls: { A: { '2017/18 Q2': 1 }, B: { '2017/18 Q2': 1 } } },
      blends: new Map([['mix', [{ driver: counted('users'), portion: percent(50) }, { driver: counted('calls'), portion: percent(50) }]]]),
    })
    const scaled = (by: number): Change => ({ kind: 'amounts', at: at(1), of: 'budget', target: { line: 'other' }, adjustment: { how: 'scale', by: { central: percent(by), range: { kind: 'uniform', low: percent(50), high: percent(200) } } } })
    const central = planUnder(of, { changes: [scaled(100)] }).value!
    expect(quickWay(of, [scaled(100)], central.model, layoutOf(of))!([scaled(200)])?.cost).toEqual([5500n, 5500n])
  })
})
