import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pence } from '../../src/domain/money.ts'
import { compare, type Comparison, type Figure, type PublishedFigure } from '../../src/domain/published.ts'
import { equal, multiply, one, type Ratio, ratio, zero } from '../../src/domain/ratio.ts'
import type { YearSavings } from '../../src/domain/savings.ts'
import { at, pounds, yearNamed } from '../models.ts'
import { forAll, same } from '../properties.ts'

const standing = (baseline: string, cost: string) => ({ baseline: pounds(baseline), cost: pounds(cost), saving: pence(pounds(baseline) - pounds(cost)) })

const year: YearSavings = {
  year: yearNamed('2017/18'),
  ...standing('3102394.66', '2972763.44'),
  savingShare: ratio(4178n, 100_000n),
  cumulativeSaving: pounds('-0.50'),
  staffShares: new Map([['A', ratio(447_815n, 1_000_000n)]]),
  categories: [{ category: 'staff', ...standing('100.49', '100.50') }],
  partners: [{ partner: 'A', ...standing('7.00', '9.50'), cumulativeSaving: pounds('2.50'), rules: [], lines: [] }],
}

const total = (measure: 'baseline' | 'cost' | 'saving', of: { category?: string; partner?: string } = {}): Figure => ({ kind: 'standing', measure, of })

const printed = (figure: Figure, value: Ratio, terms: Partial<PublishedFigure> = {}): PublishedFigure =>
  ({ file: 'expected/budget.csv', row: 'Row', year: year.year, figure, repeats: false, value, precision: one, tolerance: zero, percent: false, at: at(1), ...terms })

const held = (...of: Parameters<typeof printed>): Comparison => compare([printed(...of)], [year])[0]!

describe('a published figure agrees', () => {
  test('where ours rounds to it: 3,102,394.66 to 3102395', () => {
    expect(held(total('baseline'), ratio(3102395n))).toMatchObject({ agrees: true, computed: ratio(3102395n) })
    expect(held(total('baseline'), ratio(3102394n))).toMatchObject({ agrees: false, computed: ratio(3102395n) })
  })

  test('or is out by no more than the tolerance: 2,972,763.44 against 2972764 is a pound out', () => {
    expect(held(total('cost'), ratio(2972764n)).agrees).toBe(false)
    expect(held(total('cost'), ratio(2972764n), { tolerance: one }).agrees).toBe(true)
    expect(held(total('cost'), ratio(2972762n), { tolerance: one }).agrees).toBe(true)
    expect(held(total('cost'), ratio(2972765n), { tolerance: one }).agrees).toBe(false)
  })

  test('to the places it is printed to: 100.49 is 100 in pounds, 100.5 in tenths, 100.49 in pence, 0 in thousands', () => {
    const of = total('baseline', { category: 'staff' })
    const values = [[one, ratio(100n)], [ratio(1n, 10n), ratio(1005n, 10n)], [ratio(1n, 100n), ratio(10049n, 100n)], [ratio(1000n), zero]] as const
    for (const [precision, value] of values) expect(held(of, value, { precision })).toMatchObject({ agrees: true, computed: value })
  })

  test('with halves away from zero: 9.50 is 10, and a saving of -2.50 is -3', () => {
    expect(held(total('cost', { partner: 'A' }), ratio(10n)).agrees).toBe(true)
    expect(held(total('saving', { partner: 'A' }), ratio(-3n)).agrees).toBe(true)
    expect(held(total('saving', { partner: 'A' }), ratio(-2n)).agrees).toBe(false)
  })

  test('as a percentage: 4.178% is printed 4.2%, a staff share of 0.447815 44.78%', () => {
    expect(held({ kind: 'savingShare' }, ratio(42n, 1000n), { precision: ratio(1n, 1000n), percent: true }).agrees).toBe(true)
    expect(held({ kind: 'savingShare' }, ratio(41n, 1000n), { precision: ratio(1n, 1000n), percent: true }).agrees).toBe(false)
    expect(held({ kind: 'staffShare', partner: 'A' }, ratio(4478n, 10_000n), { precision: ratio(1n, 10_000n) }).agrees).toBe(true)
    expect(held({ kind: 'wholeStaffShare' }, one, { precision: ratio(1n, 1000n) }).agrees).toBe(true)
    expect(held({ kind: 'wholeStaffShare' }, ratio(999n, 1000n), { precision: ratio(1n, 1000n) }).agrees).toBe(false)
  })

  test('and a saving so far of -0.50 is -1', () => {
    expect(held({ kind: 'cumulativeSaving' }, ratio(-1n))).toMatchObject({ agrees: true, computed: ratio(-1n) })
  })
})

describe('a figure that the plan has not', () => {
  test('does not agree, and nothing is computed: a year, a category, a partner or a share that is not there', () => {
    const { savingShare: _, staffShares: __, ...bare } = year
    const none: [PublishedFigure, YearSavings][] = [
      [printed(total('cost'), zero, { year: yearNamed('2020/21') }), year],
      [printed(total('cost', { category: 'other' }), zero), year],
      [printed(total('cost', { partner: 'B' }), zero), year],
      [printed({ kind: 'staffShare', partner: 'B' }, zero), year],
      [printed({ kind: 'savingShare' }, zero), bare], [printed({ kind: 'wholeStaffShare' }, zero), bare],
    ]
    for (const [figure, of] of none) expect(compare([figure], [of])).toEqual([{ ...figure, agrees: false }])
  })
})

test('everything published is there in its order, with what it says', () => {
  const all = [printed(total('cost'), one), printed(total('baseline'), zero, { repeats: true, row: 'Total' })]
  expect(compare(all, [year])).toMatchObject(all)
})

test('a figure printed from ours by hand always agrees, and the next in print never does', () => {
  forAll([fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.constantFrom(1n, 10n, 100n, 1000n, 100_000n), fc.constantFrom(-1n, 1n)], (amount, unit, step) => {
    // In pence: the unit below, and one more where the rest is half of it or over.
    const size = amount < 0n ? -amount : amount
    const units = (size - (size % unit)) / unit + (2n * (size % unit) >= unit ? 1n : 0n)
    const precision = ratio(unit, 100n)
    const value = (of: bigint): Ratio => multiply(ratio(amount < 0n ? -of : of), precision)
    const of = { ...year, cost: pence(amount) }
    const [ours, next] = compare([printed(total('cost'), value(units), { precision }), printed(total('cost'), value(units + step), { precision })], [of])
    same([ours!.agrees, equal(ours!.computed!, ours!.value), next!.agrees], [true, true, false])
  })
})
