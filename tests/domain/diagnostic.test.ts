import { expect, test } from 'vitest'
import { fault, isFault, placeOf, warning } from '../../src/domain/diagnostic.ts'

const at = { file: 'model.yaml', line: 3, column: 8, length: 4 }

test('a fault says what is amiss, where, and what is needed to word it', () => {
  expect(fault('bad-years', at, { text: '2017' })).toEqual({ code: 'bad-years', severity: 'error', args: { text: '2017' }, at })
})

test('a warning is the same, of less weight', () => {
  expect(warning('bad-years', at, { text: '2017' })).toEqual({ code: 'bad-years', severity: 'warning', args: { text: '2017' }, at })
})

test('what stands in no file has no place', () => {
  expect('at' in fault('missing-file', undefined, { file: 'budget.csv', present: [] })).toBe(false)
  expect('at' in warning('missing-file', undefined, { file: 'budget.csv', present: [] })).toBe(false)
})

test('a fault forbids a result, a warning does not', () => {
  expect([fault('no-model', undefined, { folder: '.' }), warning('no-model', undefined, { folder: '.' })].map(isFault)).toEqual([true, false])
})

test('its place is its cell, or else the file that it is about, unless that is not there', () => {
  const file = 'budget.csv'
  expect([fault('bad-years', at, { text: '2017' }), fault('broken-quotes', at, { file }), fault('not-text', undefined, { file })].map(placeOf)).toEqual([at, at, { file, line: 0, column: 0, length: 0 }])
  expect([fault('missing-file', undefined, { file, present: [] }), fault('no-model', undefined, { folder: '.' }), fault('unknown-category', undefined, { category: 'x', known: [] })].map(placeOf)).toEqual([undefined, undefined, undefined])
})
