import { describe, expect, test } from 'vitest'
import { compareMethods, type Comparison, gains, together, under } from '../../src/domain/comparison.ts'
import { crossSubsidies } from '../../src/domain/cross-subsidy.ts'
import type { Driver } from '../../src/domain/drivers/driver.ts'
import { type MethodName, methodNamed, methodNames } from '../../src/domain/methods/registry.ts'
import { type Model, takesPart } from '../../src/domain/model.ts'
import { yearOf } from '../../src/domain/period.ts'
import { savings } from '../../src/domain/savings.ts'
import { alone, baselineLine, costLine, counted, model, planOf, quarterNamed, yearNamed } from '../models.ts'
import { forAll, holds, same, size, total } from '../properties.ts'
import { models } from '../random-models.ts'

const ask = (of: Model, users: Driver | undefined = counted('users'), methods: readonly MethodName[] = methodNames, from: MethodName = 'agreed') =>
  compareMethods(of, { methods, from, ...(users && { users }) })

function comparisonOf(of: Model, ...rest: [Driver?, (readonly MethodName[])?, MethodName?]): Comparison {
  const { value, diagnostics } = ask(of, ...rest)
  if (value === undefined) throw new Error(`nothing to compare: ${diagnostics.map(({ code }) => code).join()}`)
  return value
}

/** What each partner pays under a method in all years. */
const costsUnder = ({ model: of, methods }: Comparison, name: MethodName) => together(methods.find(({ method }) => method.name === name)!.costs, of.years, of)

describe('200.00 by hand: a team for 120, e-mail for 60, and an archive for 20 that B alone bears', () => {
  const comparison = comparisonOf(model({
    partners: ['A', 'B', 'C'],
    counts: { users: { A: { '2017/18': 3 }, B: { '2017/18': 1 }, C: { '2017/18': 2 } } },
    baseline: [
      ...Object.entries({ A: '100.00', B: '60.00', C: '40.00' }).map(([partner, amount]) => baselineLine(partner, { '2017/18': amount })),
      ...Object.entries({ A: '20.00', B: '60.00', C: '20.00' }).map(([partner, amount]) => baselineLine(partner, { '2017/18': amount }, { id: 'kit', category: 'other' })),
    ],
    budget: [
      costLine('team', { '2017/18': '120.00' }, { category: 'staff', rule: 'staff', driver: { kind: 'baseline', category: 'staff' } }),
      costLine('email', { '2017/18': '60.00' }),
      costLine('archive', { '2017/18': '20.00' }, { rule: 'legacy', driver: alone('B') }),
    ],
  }))
  const year = yearNamed('2017/18')

  test('agreed: the team by 100, 60 and 40 is 60, 36 and 24; e-mail by 3, 1 and 2 is 30, 10 and 20; and 20 is B’s', () => {
    expect(costsUnder(comparison, 'agreed')).toEqual([9000n, 6600n, 4400n])
  })

  test('proportional: 200 by whole baselines of 120, 120 and 60 is 80, 80 and 40', () => {
    expect(costsUnder(comparison, 'proportional')).toEqual([8000n, 8000n, 4000n])
  })

  test('per-user: by 3, 1 and 2 the team is 60, 20 and 40, e-mail 30, 10 and 20, the archive 10, 3.33 and 6.67', () => {
    expect(costsUnder(comparison, 'per-user')).toEqual([10000n, 3333n, 6667n])
  })

  test('equal: 40 each, 20 each, and the archive 6.67, 6.67 and 6.66', () => {
    expect(costsUnder(comparison, 'equal')).toEqual([6667n, 6667n, 6666n])
  })

  test('alone they would spend 120, 120 and 60 whatever the method', () => {
    expect(comparison.baseline.get(year)).toEqual([12000n, 12000n, 6000n])
  })

  test('by a move to equal parts A gains 90 less 66.67, B loses 0.67 and C 22.66, which both pay for A', () => {
    const moved = gains(costsUnder(comparison, 'agreed'), costsUnder(comparison, 'equal'))
    expect(moved).toEqual([2333n, -67n, -2266n])
    expect(crossSubsidies(moved)).toEqual([{ payer: 1, beneficiary: 0, amount: 67n }, { payer: 2, beneficiary: 0, amount: 2266n }])
  })
})

test('the methods stand in their order, the one that gains are measured from among them, asked for or not', () => {
  const of = model({ budget: [costLine('waste', { '2017/18': '1.00' }, { driver: alone('A') })] })
  const { methods, from } = comparisonOf(of, undefined, ['equal'], 'agreed')
  expect([methods.map(({ method }) => method.name), from.method.name]).toEqual([['agreed', 'equal'], 'agreed'])
})

test('equal parts are of those that take part: 40.00 with B from the third quarter is 10, 10, 5 and 5 for A', () => {
  const joining = { id: 'B', name: 'B', joins: quarterNamed('2017/18 Q3') }
  const of = model({ partners: ['A', joining], budget: [costLine('waste', { '2017/18': '40.00' }, { driver: alone('A') })] })
  expect(costsUnder(comparisonOf(of, undefined, ['equal']), 'equal')).toEqual([3000n, 1000n])
})

describe('what nobody can bear under a method', () => {
  const users = { users: { A: { '2017/18': 1 } } }

  test('is told of the method by name, of the first line alone, each stretch of it', () => {
    const twice = { years: '2017/18 to 2019/20', counts: users, budget: ['one', 'two'].map(id => costLine(id, { '2017/18': '1.00', '2018/19': '0.00', '2019/20': '1.00' })) }
    const { value, diagnostics } = ask(model(twice))
    expect(value).toBeUndefined()
    expect(diagnostics).toMatchObject([
      { code: 'no-weights', args: { line: 'one', method: 'proportional', first: quarterNamed('2017/18 Q1') } },
      { code: 'no-weights', args: { line: 'one', method: 'proportional', first: quarterNamed('2019/20 Q1') } },
    ])
  })

  test('a baseline below nil is told so too', () => {
    const owing = { counts: users, baseline: [baselineLine('A', { '2017/18': '-1.00' })], budget: [costLine('one', { '2017/18': '1.00' })] }
    expect(ask(model(owing)).diagnostics).toMatchObject([{ code: 'negative-weight', args: { line: 'one', method: 'proportional', partner: 'A' } }])
  })

  test('is no matter where the method is not asked for', () => {
    const of = model({ counts: users, budget: [costLine('one', { '2017/18': '1.00' })] })
    expect(ask(of, counted('users'), ['agreed', 'equal']).diagnostics).toEqual([])
  })

  test('as agreed, is told of every line as in a plan, by no method', () => {
    const { diagnostics } = ask(model({ budget: [costLine('one', { '2017/18': '1.00' }), costLine('two', { '2017/18': '1.00' })] }), undefined, ['agreed', 'equal'])
    expect(diagnostics.map(({ code, args }) => [code, 'line' in args && args.line, 'method' in args])).toEqual([['no-weights', 'one', false], ['no-weights', 'two', false]])
  })
})

test('what is amiss with an amount is told once, not of every method', () => {
  const overridden = costLine('one', { '2017/18': '4.00', '2017/18 Q1': '2.00' })
  const { value, diagnostics } = ask(model({ counts: { users: { A: { '2017/18': 1 } } }, baseline: [baselineLine('A', { '2017/18': '1.00' })], budget: [overridden] }))
  expect(diagnostics.map(({ code }) => code)).toEqual(['year-overridden'])
  expect(value!.methods).toHaveLength(4)
})

test('a cost per user without a count of users is a fault of the program', () => {
  expect(() => under(methodNamed('per-user')!, model({}), undefined)).toThrow('no count of users for the method per-user')
})

describe('whatever the model', () => {
  const users = counted('users:one')

  test('every method costs the same each year, gains come to nil, and agreed is the plan', () => {
    forAll([models], of => {
      const { methods, from, baseline } = comparisonOf(of, users)
      for (const { year, cost, partners } of savings(planOf(of), () => true)) {
        same(from.costs.get(year)!, partners.map(each => each.cost))
        same(baseline.get(year)!, partners.map(each => each.baseline))
        for (const { costs } of methods) {
          same([total(costs.get(year)!)], [cost])
          same([total(gains(from.costs.get(year)!, costs.get(year)!))], [0n])
        }
      }
    })
  })

  test('the subsidies turn the one method’s costs into the other’s', () => {
    forAll([models], of => {
      const { methods, from } = comparisonOf(of, users)
      const before = together(from.costs, of.years, of)
      for (const { costs } of methods) {
        const after = together(costs, of.years, of)
        const moved = before.map(cost => cost as bigint)
        for (const { payer, beneficiary, amount } of crossSubsidies(gains(before, after))) {
          moved[payer]! += amount
          moved[beneficiary]! -= amount
        }
        same(moved, after)
      }
    })
  })

  test('equal parts of a line differ by a penny at most while the same partners take part; who takes no part pays nothing', () => {
    forAll([models], of => {
      for (const { runs } of planOf(under(methodNamed('equal')!, of, undefined)).costs) {
        for (const { quarters } of runs) {
          const parts = of.partners.map((_, place) => total(quarters.map(quarter => quarter.parts[place]!)))
          const within = of.partners.map(partner => takesPart(partner, quarters[0]!.quarter))
          const borne = parts.filter((_, place) => within[place]).sort((a, b) => (a < b ? -1 : 1))
          holds(borne.at(-1)! - borne[0]! <= 1n, 'parts are more than a penny apart')
          holds(parts.every((part, place) => within[place] || part === 0n), 'someone that takes no part pays')
        }
      }
    })
  })

  test('in proportion to whole baselines, each partner is within a penny a line and run of its share of the cost', () => {
    forAll([models], of => {
      const plan = planOf(under(methodNamed('proportional')!, of, undefined))
      for (const year of of.years) {
        const own = of.partners.map(({ id }) => total(plan.baseline.filter(of => of.year === year && of.line.partner === id).map(({ amount }) => amount.total)))
        const runs = plan.costs.filter(cost => cost.year === year).flatMap(cost => cost.runs)
        for (const place of of.partners.keys()) {
          for (const run of runs) {
            const weights = of.partners.map((partner, other) => (takesPart(partner, run.quarters[0]!.quarter) ? own[other]! : 0n))
            const whole = total(run.quarters.map(({ amount }) => amount))
            const borne = total(run.quarters.map(({ parts }) => parts[place]!))
            holds(size(borne * total(weights) - whole * weights[place]!) <= total(weights), `${borne} of ${whole} in ${yearOf(run.quarters[0]!.quarter)}`)
          }
        }
      }
    })
  })
})
