/**
 * The published 3C ICT plan pools staff costs by the staff baseline and other costs by the other; the method of 2015 pools
 * all of them by the whole. Both share out the same costs, so the totals agree. A partner's costs do not: in 2017/18 staff
 * cost 93.87% of what it would cost alone and the rest 97.78%, so pooling all by the whole moves what staff saves from
 * SCDC, whose baseline is mostly staff, to the others. Were both the same part of their baselines, the two would agree.
 */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareMethods, type Comparison } from '../../src/domain/comparison.ts'
import type { MethodName } from '../../src/domain/methods/registry.ts'
import type { Model } from '../../src/domain/model.ts'
import { readModel } from '../../src/read/model.ts'
import { baselineLine, costLine, model, yearNamed } from '../models.ts'
import { size, total } from '../properties.ts'

const fixture = (name: string): Model => readModel(join(import.meta.dirname, '../../fixtures', name), name).value!

const comparisonOf = (of: Model): Comparison => compareMethods(of, { methods: ['agreed', 'proportional'], from: 'agreed' }).value!

const costsIn = ({ methods }: Comparison, name: MethodName, year: string) => methods.find(({ method }) => method.name === name)!.costs.get(yearNamed(year))!

const published = comparisonOf(fixture('3c-ict'))

test('in 2017/18 agreed is 3,198,000.27 by the staff baseline and 3,311,495.07 by the other', () => {
  // CCC: 3,198,000.27 × 1,525,566.73 / 3,406,695.15 = 1,432,110.18, and 3,311,495.07 × 1,708,205.70 / 3,386,677.13 = 1,670,284.63.
  expect(costsIn(published, 'agreed', '2017/18')).toEqual([310_239_481n, 206_583_278n, 134_126_775n])
})

test('proportional is 6,509,495.34 by whole baselines of 3,233,772.43, 2,155,600.43 and 1,403,999.42', () => {
  // 3,098,641.69, 2,065,523.63 and 1,345,330.02, each of two lines within a penny.
  const exact = [309_864_169n, 206_552_363n, 134_533_002n]
  for (const [place, cost] of costsIn(published, 'proportional', '2017/18').entries()) expect(size(cost - exact[place]!)).toBeLessThanOrEqual(2n)
})

test('the totals of every year agree', () => {
  for (const year of published.model.years) expect(total(published.from.costs.get(year)!)).toBe(total(published.methods[1]!.costs.get(year)!))
})

test('pooled by the whole baseline from the start, agreed and proportional agree to the penny', () => {
  const of = fixture('3c-ict')
  const { methods: [agreed, proportional] } = comparisonOf({ ...of, budget: of.budget.map(line => ({ ...line, driver: { kind: 'baseline' } })) })
  expect([...agreed!.costs]).toEqual([...proportional!.costs])
})

test('where staff and the rest cost the same part of their baselines, half, the two agree: 100 and 20 of 200 and 100 is 50 and 10, or 60 of 150', () => {
  const of = comparisonOf(model({
    partners: ['A', 'B', 'C'],
    baseline: [
      ...Object.entries({ A: '100.00', B: '60.00', C: '40.00' }).map(([partner, amount]) => baselineLine(partner, { '2017/18': amount })),
      ...Object.entries({ A: '20.00', B: '60.00', C: '20.00' }).map(([partner, amount]) => baselineLine(partner, { '2017/18': amount }, { id: 'kit', category: 'other' })),
    ],
    budget: [costLine('team', { '2017/18': '100.00' }, { driver: { kind: 'baseline', category: 'staff' } }), costLine('kit', { '2017/18': '50.00' }, { driver: { kind: 'baseline', category: 'other' } })],
  }))
  expect(costsIn(of, 'agreed', '2017/18')).toEqual([6000n, 6000n, 3000n])
  expect(costsIn(of, 'proportional', '2017/18')).toEqual([6000n, 6000n, 3000n])
})

test('charged by usage the same costs have other lines, and in proportion come to the same within a penny a line', () => {
  const usage = comparisonOf(fixture('3c-ict-usage'))
  const lines = BigInt(usage.model.budget.length + published.model.budget.length)
  for (const year of usage.model.years) {
    const [here, there] = [usage, published].map(({ methods }) => methods[1]!.costs.get(year)!)
    expect(total(here!)).toBe(total(there!))
    for (const [place, cost] of here!.entries()) expect(size(cost - there![place]!)).toBeLessThanOrEqual(lines)
  }
})
