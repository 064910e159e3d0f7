import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paybackOf } from '../../../src/domain/appraisal/payback.ts'
import { pence } from '../../../src/domain/money.ts'
import { year, yearName } from '../../../src/domain/period.ts'
import { forAll, same } from '../../properties.ts'

/** Of cash flows from 2017/18 on. */
function payback(...flows: number[]): string {
  let cumulative = 0
  const found = paybackOf(flows.map((flow, place) => ({ year: year(2017 + place), cumulative: pence(BigInt(cumulative += flow)) })))
  return found === undefined ? 'not within the plan' : yearName(found)
}

test.each([
  ['2019/20', [-100, -20, 130]],
  ['2019/20', [-100, 70, 30]],
  ['2019/20', [-100, 70, 31, 5]],
  ['not within the plan', [-100, 70, 29]],
  ['2017/18', [10, 20]],
  ['2017/18', [0, 0]],
  ['2021/22', [50, -60, 10, -5, 40]],
  ['not within the plan', [50, -20, -31]],
  ['2020/21', [-10, 15, -6, 1]],
])('%s: %j', (wanted, flows) => {
  expect(payback(...flows)).toBe(wanted)
})

/** ACCA F9, chapter 2, question 5 (online.flipbuilder.com/bmcx/mbdm, page 30): within the fourth year. */
test('a textbook: 1,000 for 400, 250, 200, 175, 75 and 250 pays back in year 4', () => {
  expect(payback(-1000, 400, 250, 200, 175, 75, 250)).toBe('2021/22')
})

test('before it the cumulative flow was below nil, and from it on it never is', () => {
  forAll([fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 12 })], cumulative => {
    const found = paybackOf(cumulative.map((of, place) => ({ year: year(2017 + place), cumulative: pence(BigInt(of)) })))
    const places = [...cumulative.keys()].filter(place => cumulative.slice(place).every(of => of >= 0))
    same([found], [places.length === 0 ? undefined : year(2017 + places[0]!)])
  })
})
