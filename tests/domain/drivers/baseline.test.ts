import { expect, test } from 'vitest'
import { baselineWeight } from '../../../src/domain/drivers/baseline.ts'
import { cellsBehind } from '../../../src/domain/drivers/weights.ts'
import { linkToIndex } from '../../../src/domain/index-linking.ts'
import type { BaselineLine } from '../../../src/domain/model.ts'
import { ratio, zero } from '../../../src/domain/ratio.ts'
import { at, baselineLine, borne, costLine, everyYear, model, planOf, quarterNamed, yearNamed } from '../../models.ts'

const lines: BaselineLine[] = [
  baselineLine('A', { '2017/18': '100.00' }, { id: 'desk', index: 'pay' }),
  baselineLine('A', { '2017/18': '50.00' }, { id: 'licences', category: 'other' }),
  baselineLine('A', { '2017/18 Q1': '1.00', '2017/18 Q2': '2.00' }, { id: 'overtime' }),
  baselineLine('B', { '2017/18': '30.00', '2018/19': '40.00' }, { id: 'desk' }),
]

const years = '2017/18 to 2018/19'
const linked = lines.map(line => linkToIndex(line, model({ years, indexation: new Map([['pay', everyYear(2)]]) })).linked)

const weigh = (partner: string, name: string, category?: string) => baselineWeight(linked, category, partner, yearNamed(name))

test('a partner weighs by the sum of its baseline lines in the category: 100 and 1 and 2 of staff are 103', () => {
  expect(weigh('A', '2017/18', 'staff').value).toEqual(ratio(10300n))
  expect(weigh('A', '2017/18', 'other').value).toEqual(ratio(5000n))
})

test('or in all categories: 103 and 50 are 153', () => expect(weigh('A', '2017/18').value).toEqual(ratio(15300n)))

test('by what it would spend in the year: 100 raised by 2% is 102, 30 becomes 40', () => {
  expect(weigh('A', '2018/19', 'staff').value).toEqual(ratio(10200n))
  expect(weigh('B', '2018/19', 'staff').value).toEqual(ratio(4000n))
})

test('and by nothing where it has no such line, or the year is not of the plan', () => {
  expect(weigh('B', '2017/18', 'other').value).toEqual(zero)
  expect(weigh('C', '2017/18').value).toEqual(zero)
  expect(weigh('A', '2019/20').value).toEqual(zero)
})

test('a weight comes with the cells of every line in it', () => {
  expect(cellsBehind(weigh('A', '2017/18', 'staff'))).toEqual([at(1), at(1), at(2)])
})

test('the staff of £90.00 by baselines of 100 and 50 are borne 60.00 and 30.00', () => {
  const of = model({
    baseline: [baselineLine('A', { '2017/18': '100.00' }), baselineLine('B', { '2017/18': '50.00' })],
    budget: [costLine('team', { '2017/18': '90.00' }, { category: 'staff', rule: 'staff', driver: { kind: 'baseline', category: 'staff' } })],
  })
  expect(Object.values(borne(planOf(of), 'team'))).toEqual([[1500n, 750n], [1500n, 750n], [1500n, 750n], [1500n, 750n]])
})

test('a partner that joins in the third quarter weighs by its whole year: £30.00 a quarter by 100 alone, then by 100 and 50', () => {
  const of = model({
    partners: ['A', { id: 'B', name: 'B', joins: quarterNamed('2017/18 Q3') }],
    baseline: [baselineLine('A', { '2017/18': '100.00' }), baselineLine('B', { '2017/18': '50.00' })],
    budget: [costLine('team', { '2017/18': '120.00' }, { driver: { kind: 'baseline' } })],
  })
  expect(Object.values(borne(planOf(of), 'team'))).toEqual([[3000n, 0n], [3000n, 0n], [2000n, 1000n], [2000n, 1000n]])
})
