/**
 * The schedule is published by HM Treasury and repeated by the Northern Ireland Guide to Expenditure Appraisal, 2.8.4
 * (www.dfpni.gov.uk, step 8), and by the Department for Transport after the edition of 2026 (www.gov.uk, "Forthcoming
 * change: Green Book updates"). The factors are those of the Green Book's table to four places; each is also worked out
 * a second way, by powers.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { discountFactors, type DiscountTable, everyYearAt, greenBook } from '../../../src/domain/appraisal/discounting.ts'
import { year, yearsFrom } from '../../../src/domain/period.ts'
import { decimal, divide, equal, isLess, one, ratio } from '../../../src/domain/ratio.ts'
import { percent } from '../../models.ts'
import { forAll, holds } from '../../properties.ts'

const base = year(2000)
const factorsOf = (table: DiscountTable, last: number, first = 0) => discountFactors(table, base, yearsFrom(year(base + first), year(base + last)))
const factor = (table: DiscountTable, of: number): string => decimal(factorsOf(table, Math.max(of, 0), Math.min(of, 0)).get(year(base + of))!, 4)

/** Years at each rate up to a year, by powers. */
const byPowers = (of: number): number =>
  1 / [[30, 1.035], [45, 1.03], [50, 1.025], [75, 1.02], [100, 1.015], [Infinity, 1.01]].reduce(
    ({ grown, left }, [years, growth]) => ({ grown: grown * growth! ** Math.min(left, years!), left: Math.max(0, left - years!) }), { grown: 1, left: of }).grown

describe('by the Green Book', () => {
  test.each([
    [0, '1.0000'], [1, '0.9662'], [2, '0.9335'], [3, '0.9019'], [4, '0.8714'], [5, '0.8420'], [10, '0.7089'], [30, '0.3563'], [31, '0.3459'],
    [50, '0.1973'], [75, '0.0942'], [100, '0.0508'], [125, '0.0274'],
  ])('the factor of year %i is %s', (of, published) => {
    expect(factor(greenBook, of)).toBe(published)
    expect(byPowers(of).toFixed(4)).toBe(published)
  })

  test('the factors of 350 years are those that powers give', () => {
    const factors = factorsOf(greenBook, 350)
    for (const [of, exact] of factors) expect(Number(decimal(exact, 15))).toBeCloseTo(byPowers(of - base), 12)
  })

  test('the rate falls with years 31, 76, 126, 201 and 301', () => {
    const factors = [...factorsOf(greenBook, 302).values()]
    const growth = factors.slice(1).map((of, place) => decimal(divide(factors[place]!, of), 4))
    expect([1, 30, 31, 75, 76, 125, 126, 200, 201, 300, 301, 302].map(of => growth[of - 1])).toEqual(
      ['1.0350', '1.0350', '1.0300', '1.0300', '1.0250', '1.0250', '1.0200', '1.0200', '1.0150', '1.0150', '1.0100', '1.0100'])
  })
})

describe('at one rate', () => {
  test('before the base year, money has grown', () => {
    expect([-2, -1, 0, 1, 2].map(of => factor(everyYearAt(percent(10)), of))).toEqual(['1.2100', '1.1000', '1.0000', '0.9091', '0.8264'])
  })

  test('years before the base year have the rate of year 0', () => {
    const table = { rates: [{ fromYear: 0, rate: percent(10) }, { fromYear: 1, rate: percent(20) }] }
    expect([-1, 0, 1, 2].map(of => factor(table, of))).toEqual(['1.1000', '1.0000', '0.8333', '0.6944'])
  })

  test('a base year long before the plan discounts the years between', () => {
    expect(decimal(discountFactors(everyYearAt(percent(10)), base, [year(2002)]).get(year(2002))!, 4)).toBe('0.8264')
  })

  test('at 0% every factor is one', () => {
    expect([...factorsOf(everyYearAt(percent(0)), 3, -3).values()].every(of => equal(of, one))).toBe(true)
  })
})

test('later money is worth less at any rate above nil, and by exactly the rate', () => {
  forAll([fc.integer({ min: 1, max: 999 }), fc.integer({ min: -20, max: 20 })], (thousandths, first) => {
    const rate = ratio(BigInt(thousandths), 1000n)
    const factors = discountFactors(everyYearAt(rate), base, yearsFrom(year(base + first), year(base + first + 2)))
    const [one_, two] = [factors.get(year(base + first + 1))!, factors.get(year(base + first + 2))!]
    holds(isLess(two, one_), 'a later year is worth as much')
    holds(equal(divide(one_, two), ratio(1000n + BigInt(thousandths), 1000n)), 'a year is not discounted by its rate')
  })
})
