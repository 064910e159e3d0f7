import { expect, test } from 'vitest'
import { reasonsFor } from '../../src/domain/adjustment-reason.ts'
import type { KnownQuarter } from '../../src/domain/charged.ts'
import { ratio } from '../../src/domain/ratio.ts'
import { issued, pounds, quarterNamed } from '../models.ts'

const quarter = quarterNamed('2017/18 Q1')

const known = (basis: 'budget' | 'actual', cost: string, weights: Record<string, bigint> = { A: 2n, B: 1n }): KnownQuarter =>
  ({ quarter, basis, budget: pounds('9.00'), cost: pounds(cost), weights: new Map(Object.entries(weights).map(([id, weight]) => [id, ratio(weight)])) })

const record = (before: KnownQuarter) => issued(before.quarter, [{ line: 'waste', category: 'other', rule: 'shared', driver: 'users', known: [before], parts: [], reasons: [] }])

const why = (before: KnownQuarter, now: KnownQuarter) => reasonsFor('waste', [now], record(before))

test('it was charged on a budget of £9.00, and £10.00 was spent', () => {
  expect(why(known('budget', '9.00'), known('actual', '10.00'))).toEqual([{ kind: 'closed', quarter, before: 900n, now: 1000n }])
})

test('what was spent is stated anew, or the budget is, or a closed quarter is open again', () => {
  expect(why(known('actual', '9.00'), known('actual', '10.00'))).toEqual([{ kind: 'restated', quarter, basis: 'actual', before: 900n, now: 1000n }])
  expect(why(known('budget', '9.00'), known('budget', '10.00'))).toEqual([{ kind: 'restated', quarter, basis: 'budget', before: 900n, now: 1000n }])
  expect(why(known('actual', '9.00'), known('budget', '10.00'))).toEqual([{ kind: 'restated', quarter, basis: 'budget', before: 900n, now: 1000n }])
})

test('partners were counted anew: those whose count is another, or who come or go', () => {
  expect(why(known('budget', '9.00'), known('budget', '9.00', { A: 2n, B: 3n }))).toEqual([{ kind: 'recounted', quarter, partners: ['B'] }])
  expect(why(known('budget', '9.00'), known('budget', '9.00', { A: 2n, C: 5n }))).toEqual([{ kind: 'recounted', quarter, partners: ['B', 'C'] }])
})

test('both, where both are so', () => {
  expect(why(known('budget', '9.00'), known('actual', '10.00', { A: 1n, B: 1n })).map(({ kind }) => kind)).toEqual(['closed', 'recounted'])
})

test('the quarter was never charged, of which there is nothing to say where it cost nothing', () => {
  expect(reasonsFor('waste', [known('actual', '10.00')], undefined)).toEqual([{ kind: 'never-charged', quarter, now: 1000n }])
  expect(reasonsFor('other', [known('actual', '10.00')], record(known('actual', '9.00')))).toEqual([{ kind: 'never-charged', quarter, now: 1000n }])
  expect(reasonsFor('waste', [known('actual', '0.00')], undefined)).toEqual([])
})

test('nothing: what is known is what was known, a budget that was spent to the penny, or new counts of a quarter without cost', () => {
  expect(why(known('actual', '9.00'), known('actual', '9.00'))).toEqual([])
  expect(why(known('budget', '9.00'), known('actual', '9.00'))).toEqual([])
  expect(why(known('actual', '0.00'), known('actual', '0.00', { A: 7n }))).toEqual([])
  expect(why(known('actual', '9.00', { A: 1n, B: 0n }), known('actual', '9.00', { A: 1n }))).toEqual([])
})
