import { expect, test } from 'vitest'
import { reasonsFor } from '../../src/domain/adjustment-reason.ts'
import type { KnownQuarter } from '../../src/domain/charged.ts'
import { ratio } from '../../src/domain/ratio.ts'
import { issued, pounds, quarterNamed } from '../models.ts'

const quarter = quarterNamed('2017/18 Q1')

const known = (basis: 'budget' | 'actual', cost: string, weights: Record<string, bigint> = { A: 2n, B: 1n }): KnownQuarter =>
  ({ quarter, basis, budget: pounds('9.00'), cost: pounds(cost), weights: new Map(Object.entries(weights).map(([id, weight]) => [id, ratio(weight)])) })

const record = (before: KnownQuarter) => issued(before.quarter, [{ line: 'waste', category: 'other', rule: 'shared', driver: 'users', known: [before], parts: [], reasons: [] }])

/** A line that is charged in the second quarter, and what is known of its first now. */
const charged = (now: KnownQuarter, line = 'waste', driver = 'users') =>
  ({ line, driver, known: [now, { ...known('budget', '8.00'), quarter: quarterNamed('2017/18 Q2') }] })

const why = (before: KnownQuarter, now: KnownQuarter, driver = 'users') => reasonsFor(charged(now, 'waste', driver), record(before))

test('it was charged on a budget of £9.00, and £10.00 was spent', () => {
  expect(why(known('budget', '9.00'), known('actual', '10.00'))).toEqual([{ kind: 'closed', quarter, before: 900n, now: 1000n }])
})

test('what was spent is stated anew, or the budget is, or a closed quarter is open again', () => {
  expect(why(known('actual', '9.00'), known('actual', '10.00'))).toEqual([{ kind: 'restated', quarter, basis: 'actual', before: 900n, now: 1000n }])
  expect(why(known('budget', '9.00'), known('budget', '10.00'))).toEqual([{ kind: 'restated', quarter, basis: 'budget', before: 900n, now: 1000n }])
  expect(why(known('actual', '9.00'), known('budget', '10.00'))).toEqual([{ kind: 'reopened', quarter, before: 900n, now: 1000n }])
})

const recount = (partner: string, before: bigint, now: bigint) => ({ partner, before: ratio(before), now: ratio(now) })

test('partners were counted anew: those whose count is another, or who come or go', () => {
  expect(why(known('budget', '9.00'), known('budget', '9.00', { A: 2n, B: 3n }))).toEqual([{ kind: 'recounted', quarter, partners: [recount('B', 1n, 3n)] }])
  expect(why(known('budget', '9.00'), known('budget', '9.00', { A: 2n, C: 5n }))).toEqual([
    { kind: 'recounted', quarter, partners: [recount('B', 1n, 0n), recount('C', 0n, 5n)] },
  ])
})

test('it goes by another driver, whose counts are not those of the one before', () => {
  expect(why(known('budget', '9.00'), known('budget', '9.00', { A: 70n, B: 30n }), 'calls')).toEqual([{ kind: 'driver-changed', before: 'users', now: 'calls' }])
  expect(why(known('budget', '9.00'), known('actual', '10.00', { A: 70n }), 'calls').map(({ kind }) => kind)).toEqual(['driver-changed', 'closed'])
})

test('both, where both are so', () => {
  expect(why(known('budget', '9.00'), known('actual', '10.00', { A: 1n, B: 1n })).map(({ kind }) => kind)).toEqual(['closed', 'recounted'])
})

test('the quarter was never charged, of which there is nothing to say where it cost nothing', () => {
  expect(reasonsFor(charged(known('actual', '10.00')), undefined)).toEqual([{ kind: 'never-charged', quarter, now: 1000n }])
  expect(reasonsFor(charged(known('actual', '10.00'), 'other', 'calls'), record(known('actual', '9.00')))).toEqual([{ kind: 'never-charged', quarter, now: 1000n }])
  expect(reasonsFor(charged(known('actual', '0.00')), undefined)).toEqual([])
})

test('nothing: what is known is what was known, a budget that was spent to the penny, or new counts of a quarter without cost', () => {
  expect(why(known('actual', '9.00'), known('actual', '9.00'))).toEqual([])
  expect(why(known('budget', '9.00'), known('actual', '9.00'))).toEqual([])
  expect(why(known('actual', '0.00'), known('actual', '0.00', { A: 7n }))).toEqual([])
  expect(why(known('actual', '9.00', { A: 1n, B: 0n }), known('actual', '9.00', { A: 1n }))).toEqual([])
})
