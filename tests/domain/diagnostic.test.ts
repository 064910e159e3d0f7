import { expect, test } from 'vitest'
import { fault, isFault, warning } from '../../src/domain/diagnostic.ts'

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
