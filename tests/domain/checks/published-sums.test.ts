/** Published tables that do not add up: which figures are held against which, and where a table is too bare to tell. */
import { describe, expect, test } from 'vitest'
import type { Figure, PublishedFigure } from '../../../src/domain/published.ts'
import { one, ratio, zero } from '../../../src/domain/ratio.ts'
import { at, baselineLine, costLine, model, quarterNamed, yearNamed } from '../../models.ts'
import { contextFor, resultOf } from './checking.ts'

const two = model({
  years: '2017/18 to 2018/19', counts: { users: { A: { '2017/18': 1 } } },
  baseline: [baselineLine('A', { '2017/18': '1.00' })], budget: [costLine('team', {}, { category: 'staff' }), costLine('wire', {})],
})

type Printed = readonly [of: Figure, value: number, terms?: Partial<PublishedFigure>]

const standing = (measure: 'baseline' | 'cost' | 'saving', of: { category?: string; partner?: string } = {}): Figure => ({ kind: 'standing', measure, of })
const share = (partner: string): Figure => ({ kind: 'staffShare', partner })
const whole: Figure = { kind: 'wholeStaffShare' }
const soFar: Figure = { kind: 'cumulativeSaving' }
const repeats = { repeats: true } as const
const next = { year: yearNamed('2018/19') } as const

/** What is compared, and what is found: how, and the sum. */
function summed(...printed: readonly Printed[]): [number, unknown[]] {
  const published = printed.map(([figure, value, terms], place): PublishedFigure =>
    ({ file: 'expected/x.csv', row: 'Row', year: yearNamed('2017/18'), figure, repeats: false, value: ratio(BigInt(value)), precision: one, tolerance: zero, percent: false, at: at(place + 1), ...terms }))
  const { compared, findings } = resultOf('published-sums', contextFor(two, { published }))
  return [compared!, findings.map(({ notice: { code, args, at: place } }) => (code === 'published-sum' ? [args.from, args.sum, place!.line] : code))]
}

describe('are held together', () => {
  test('categories and their total', () => {
    expect(summed([standing('cost', { category: 'staff' }), 3], [standing('cost', { category: 'other' }), 4], [standing('cost'), 7])).toEqual([1, []])
    expect(summed([standing('cost', { category: 'staff' }), 3], [standing('cost', { category: 'other' }), 4], [standing('cost'), 8])).toEqual([1, [['categories', ratio(7n), 3]]])
    expect(summed([standing('baseline', { category: 'staff' }), 3], [standing('baseline'), 4])).toEqual([1, [['categories', ratio(3n), 2]]])
  })

  test('baseline less cost and the saving, of all and of each', () => {
    const of = { category: 'staff' }
    expect(summed([standing('baseline', of), 9], [standing('cost', of), 4], [standing('saving', of), 5], [standing('baseline'), 9], [standing('cost'), 4], [standing('saving'), 4]))
      .toEqual([3, [['baseline less cost', ratio(5n), 6]]])
  })

  test('partners and their total, in money and in shares', () => {
    expect(summed([standing('cost', { partner: 'A' }), 3], [standing('cost', { partner: 'B' }), 4], [standing('cost'), 6, repeats])).toEqual([1, [['partners', ratio(7n), 3]]])
    expect(summed([share('A'), 45], [share('B'), 54], [whole, 100, repeats])).toEqual([1, [['partners', ratio(99n), 3]]])
  })

  test('the totals of the years so far and the saving so far', () => {
    expect(summed([standing('saving'), 3, repeats], [soFar, 3], [standing('saving'), 4, { ...repeats, ...next }], [soFar, 8, next])).toEqual([2, [['years so far', ratio(7n), 4]]])
  })
})

describe('a total of the partners cannot be a sum', () => {
  test('where the row of one is missing, told once for all its years', () => {
    expect(summed([standing('cost', { partner: 'A' }), 3], [standing('cost'), 7, repeats], [standing('cost'), 7, { ...repeats, ...next }])).toEqual([1, ['published-row-missing']])
    expect(summed([share('B'), 54], [whole, 100, repeats])).toEqual([1, ['published-row-missing']])
  })

  test('but may where a year of the row is blank, or the partner bears nothing in the years printed', () => {
    expect(summed([standing('cost', { partner: 'A' }), 3], [standing('cost', { partner: 'B' }), 4], [standing('cost'), 7, repeats], [standing('cost'), 9, { ...repeats, ...next }])).toEqual([1, []])
    const published = [['A', false], [undefined, true]].map(([partner, repeat], place): PublishedFigure => ({
      file: 'expected/costs.csv', row: 'Row', year: yearNamed('2017/18'), figure: standing('cost', partner === undefined ? {} : { partner: 'A' }), repeats: repeat === true, value: one, precision: one, tolerance: zero, percent: false, at: at(place + 1),
    }))
    const late = { ...two, partners: [{ id: 'A', name: 'A' }, { id: 'B', name: 'B', joins: quarterNamed('2018/19 Q1') }] }
    expect(resultOf('published-sums', contextFor(late, { published })).findings).toEqual([])
  })
})

describe('are not', () => {
  test('where a part is not printed', () => {
    expect(summed([standing('cost', { category: 'staff' }), 3], [standing('cost'), 7])).toEqual([0, []])
    expect(summed([standing('cost'), 7, repeats])).toEqual([0, []])
    expect(summed([standing('baseline'), 3], [standing('saving'), 7])).toEqual([0, []])
    expect(summed([standing('saving'), 4, { ...repeats, ...next }], [soFar, 8, next])).toEqual([0, []])
    expect(summed([soFar, 8], [{ kind: 'savingShare' }, 8])).toEqual([0, []])
  })

  test('in two tables, or of two years', () => {
    expect(summed([standing('baseline'), 9], [standing('cost'), 4, { file: 'expected/y.csv' }], [standing('saving'), 4])).toEqual([0, []])
    expect(summed([standing('baseline'), 9], [standing('cost'), 4, next], [standing('saving'), 4])).toEqual([0, []])
  })
})
