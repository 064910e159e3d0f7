import { expect, test } from 'vitest'
import { indexedLines } from '../../../src/domain/appraisal/nominal.ts'
import { baselineLine, byYear, costLine, everyYear, model } from '../../models.ts'

test('lines that rise are those with an index that has a rate, in the baseline and in the budget', () => {
  const of = model({
    indexation: new Map([['pay', everyYear(2)], ['frozen', everyYear(0)], ['once', byYear({ '2017/18': 0, '2018/19': 3 })], ['never', byYear({})]]),
    baseline: [baselineLine('A', {}, { id: 'one', index: 'pay' }), baselineLine('A', {}, { id: 'two' }), baselineLine('B', {}, { id: 'three', index: 'frozen' })],
    budget: [costLine('four', {}, { index: 'once' }), costLine('five', {}, { index: 'never' }), costLine('six', {}, { index: 'unheard-of' })],
  })
  expect(indexedLines(of).map(({ id }) => id)).toEqual(['one', 'four'])
})
