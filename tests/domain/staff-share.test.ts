import { describe, expect, test } from 'vitest'
import type { CostLine } from '../../src/domain/model.ts'
import { add, equal, isLess, multiply, one, ratio, subtract, total as totalOf } from '../../src/domain/ratio.ts'
import { savings } from '../../src/domain/savings.ts'
import { staffShares } from '../../src/domain/staff-share.ts'
import { baselineLine, costLine, counted, model, planOf, yearNamed } from '../models.ts'
import { forAll, holds, same, total } from '../properties.ts'
import { models } from '../random-models.ts'

const year = yearNamed('2017/18')
const counts = { heads: { A: { '2017/18': 1 }, B: { '2017/18': 1 } }, calls: { A: { '2017/18': 1, '2017/18 Q3': 3 }, B: { '2017/18': 3, '2017/18 Q3': 1 } } }
const baseline = [baselineLine('A', { '2017/18': '200.00' }), baselineLine('B', { '2017/18': '100.00' })]

const team = (id: string, amount: string, terms: Partial<CostLine> = {}): CostLine =>
  costLine(id, { '2017/18': amount }, { category: 'staff', rule: 'staff', driver: { kind: 'baseline', category: 'staff' }, ...terms })

const shares = (...budget: CostLine[]) => {
  const of = staffShares(planOf(model({ counts, baseline, budget })), year)
  return of && [...of]
}

describe('a share of staff costs', () => {
  test('by one driver is the share of its weights, 200 of 300, exactly, though £1.00 in pence is 67 and 33', () => {
    expect(shares(team('desk', '1.00'))).toEqual([['A', ratio(2n, 3n)], ['B', ratio(1n, 3n)]])
  })

  test('by two drivers weighs them by cost: 2/3 of £30.00 and 1/2 of £10.00 is 25 of 40, 5/8', () => {
    expect(shares(team('desk', '30.00'), team('field', '10.00', { driver: counted('heads') }))).toEqual([['A', ratio(5n, 8n)], ['B', ratio(3n, 8n)]])
  })

  test('by weights that change within the year weighs each quarter: 1/4 and then 3/4, on half of the cost each, is 1/2', () => {
    expect(shares(team('desk', '40.00', { driver: counted('calls') }))).toEqual([['A', ratio(1n, 2n)], ['B', ratio(1n, 2n)]])
    expect(shares(team('desk', '40.00', { driver: counted('calls'), profile: [3n, 0n, 1n, 0n] }))).toEqual([['A', ratio(3n, 8n)], ['B', ratio(5n, 8n)]])
  })

  test('leaves out costs under other rules, even of the category staff', () => {
    expect(shares(team('desk', '1.00'), team('temps', '900.00', { rule: 'shared', driver: counted('heads') }))).toEqual([['A', ratio(2n, 3n)], ['B', ratio(1n, 3n)]])
  })

  test('of no staff costs, or of costs that come to nil, there is none', () => {
    expect(shares(costLine('rent', { '2017/18': '1.00' }, { driver: counted('heads') }))).toBeUndefined()
    expect(shares(team('desk', '1.00'), team('refund', '-1.00', { driver: counted('heads') }))).toBeUndefined()
    expect(staffShares(planOf(model({ baseline, budget: [team('desk', '1.00')] })), yearNamed('2018/19'))).toBeUndefined()
  })
})

test('whatever the model, shares sum to 1, and of the cost come within a penny for each run of what the partner bears', () => {
  forAll([models], of => {
    const made = planOf(of)
    for (const { year: within, staffShares: each, partners } of savings(made, () => true)) {
      const costs = made.costs.filter(cost => cost.year === within && cost.line.rule === 'staff')
      const whole = total(costs.map(({ amount }) => amount.total))
      same([each === undefined], [whole === 0n])
      if (each === undefined) continue
      holds(equal(totalOf(each.values()), one), 'shares that are no whole')
      const runs = ratio(BigInt(costs.reduce((count, cost) => count + cost.runs.length, 0)))
      for (const { partner, rules } of partners) {
        const bears = ratio(rules.find(({ rule }) => rule === 'staff')!.cost)
        const exact = multiply(each.get(partner)!, ratio(whole))
        holds(isLess(bears, add(exact, runs)) && isLess(subtract(exact, runs), bears), `${partner} bears ${bears.numerator}`)
      }
    }
  })
})
