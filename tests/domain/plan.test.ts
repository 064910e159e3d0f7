import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leavesOf } from '../../src/domain/leaf.ts'
import { inCodePointOrder, type Model, takesPart } from '../../src/domain/model.ts'
import { pence } from '../../src/domain/money.ts'
import { plan } from '../../src/domain/plan.ts'
import { multiply, ratio } from '../../src/domain/ratio.ts'
import type { Datum, Stated } from '../../src/domain/stated.ts'
import { alone, baselineLine, borne, byYear, costLine, model, planOf, quarterNamed, yearNamed } from '../models.ts'
import { forAll, holds, same, total } from '../properties.ts'
import { models } from '../random-models.ts'

const users = { users: { A: { '2017/18': 2 }, B: { '2017/18': 1 } } }

describe('a line is borne', () => {
  test('quarter by quarter: £40.00 by 2 users and 1 is 26.67 and 13.33 over the year, a penny from even within it', () => {
    const of = planOf(model({ counts: users, budget: [costLine('waste', { '2017/18': '40.00' })] }))
    expect(borne(of, 'waste')).toEqual({ '2017/18 Q1': [667n, 333n], '2017/18 Q2': [666n, 334n], '2017/18 Q3': [667n, 333n], '2017/18 Q4': [667n, 333n] })
  })

  test('by one partner alone, and by nobody else', () => {
    const of = planOf(model({ budget: [costLine('old', { '2017/18': '40.03' }, { rule: 'legacy', driver: alone('B') })] }))
    expect(Object.values(borne(of, 'old'))).toEqual([[0n, 1001n], [0n, 1001n], [0n, 1001n], [0n, 1000n]])
  })

  test('by those who are in: B leaves after the second quarter and C joins in the fourth', () => {
    const partners = ['A', { id: 'B', name: 'B', leaves: quarterNamed('2017/18 Q2') }, { id: 'C', name: 'C', joins: quarterNamed('2017/18 Q4') }]
    const counts = { users: { A: { '2017/18': 1 }, B: { '2017/18': 1 }, C: { '2017/18': 3 } } }
    const of = planOf(model({ partners, counts, budget: [costLine('waste', { '2017/18': '40.00' })] }))
    expect(Object.values(borne(of, 'waste'))).toEqual([[500n, 500n, 0n], [500n, 500n, 0n], [1000n, 0n, 0n], [250n, 0n, 750n]])
  })
})

describe('there is no plan', () => {
  test('where nothing was counted for it', () => {
    const of = model({ counts: { users: { A: { '2017/18 Q3': 2 } } }, budget: [costLine('waste', { '2017/18': '40.00' }), costLine('wire', { '2017/18 Q4': '1.00' })] })
    expect(plan(of).value).toBeUndefined()
    expect(plan(of).diagnostics.map(({ code, args }) => [code, args])).toMatchObject([['no-weights', { line: 'waste' }]])
  })

  test('where a rate is missing, of a cost or of a baseline', () => {
    const indexation = new Map([['pay', byYear({})]])
    const years = '2017/18 to 2018/19'
    const raised = [{ '2017/18': '1.00' }, { index: 'pay' }] as const
    for (const of of [{ budget: [costLine('waste', ...raised)], counts: users }, { baseline: [baselineLine('A', ...raised)] }]) {
      const { value, diagnostics } = plan(model({ years, indexation, ...of }))
      expect([value, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['no-rate']])
    }
  })

  test('but a year that its quarters override is only told', () => {
    const { value, diagnostics } = plan(model({ counts: users, budget: [costLine('waste', { '2017/18': '4.00', '2017/18 Q1': '3.00' })] }))
    expect([value?.costs[0]!.amount.total, diagnostics.map(({ code }) => code)]).toEqual([600n, ['year-overridden']])
  })
})

test('a baseline counts in the quarters that its partner takes part in: £100.00 from the second quarter on is 75.00', () => {
  const partners = [{ id: 'A', name: 'A', joins: quarterNamed('2017/18 Q2') }]
  const { baseline } = planOf(model({ partners, baseline: [baselineLine('A', { '2017/18': '100.00' })] }))
  expect(baseline.map(({ year, amount, counted: within }) => [year, amount.total, within])).toEqual([[yearNamed('2017/18'), 10000n, 7500n]])
})

/** Every leaf by its name, in no order. */
const leaves = (of: Model, sign = 1n): string[] =>
  [...leavesOf(planOf(of))].map(({ line, quarter, partner, amount }) => `${line.id} ${quarter} ${partner} ${sign * amount}`).sort()

describe('whatever the model', () => {
  test('every quarter of every line is borne whole, and only by those who are in and weigh something', () => {
    forAll([models], of => {
      for (const { line, amount, runs } of planOf(of).costs) {
        const quarters = runs.flatMap(run => run.quarters.map(quarter => ({ ...quarter, whole: run.weights.whole })))
        same(quarters.map(({ parts }) => total(parts)), amount.quarters.map(quarter => quarter.amount))
        same([total(quarters.flatMap(({ parts }) => parts))], [amount.total])
        for (const { quarter, parts, whole, amount: due } of quarters) {
          for (const [place, partner] of of.partners.entries()) {
            const never = line.driver.kind === 'counted' && nothingCounted(of.counts.get(line.driver.name)?.get(partner.id))
            const bearsNothing = due === 0n || whole[place] === 0n || never || !takesPart(partner, quarter)
            holds(!bearsNothing || parts[place] === 0n, `${partner.id} bears ${parts[place]} of ${line.id}`)
          }
        }
      }
    })
  })

  test('the order of lines, partners, counts and blends in the files shows nowhere; refunds mirror payments; the unit of the counts is all one', () => {
    forAll([models, fc.array(fc.nat(99), { minLength: 20, maxLength: 20 }), fc.bigInt({ min: 1n, max: 99n })], (of, numbers, unit) => {
      let drawn = 0
      const shuffle = <T>(things: Iterable<T>): T[] =>
        [...things].map(thing => ({ thing, by: numbers[drawn++ % numbers.length]! })).sort((a, b) => a.by - b.by).map(({ thing }) => thing)
      const wanted = leaves(of)
      same(leaves({
        ...of, budget: shuffle(of.budget), baseline: shuffle(of.baseline), blends: new Map(shuffle([...of.blends].map(([name, parts]) => [name, shuffle(parts)]))),
        partners: shuffle(of.partners).sort((a, b) => inCodePointOrder(a.id, b.id)),
        counts: new Map(shuffle([...of.counts].map(([name, counts]) => [name, new Map(shuffle([...counts].map(([id, { years, quarters }]) =>
          [id, { years: new Map(shuffle(years)), quarters: new Map(shuffle(quarters)) }])))]))),
      }), wanted)
      same(leaves({
        ...of, budget: of.budget.map(line => ({ ...line, amounts: each(line.amounts, amount => pence(-amount)) })),
        counts: new Map([...of.counts].map(([name, counts]) => [name, new Map([...counts].map(([id, values]) => [id, each(values, count => multiply(count, ratio(unit, 7n)))]))])),
      }, -1n), wanted)
    })
  })
})

const nothingCounted = (of: Model['counts'] extends ReadonlyMap<string, ReadonlyMap<string, infer S>> ? S | undefined : never): boolean =>
  of === undefined || [...of.years.values(), ...of.quarters.values()].every(({ value }) => value.numerator === 0n)

function each<T>({ years, quarters }: Stated<T>, change: (value: T) => T): Stated<T> {
  const all = <K>(of: ReadonlyMap<K, Datum<T>>): Map<K, Datum<T>> => new Map([...of].map(([key, { value, at: place }]) => [key, { value: change(value), at: place }]))
  return { years: all(years), quarters: all(quarters) }
}
