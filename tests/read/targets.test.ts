import { describe, expect, test } from 'vitest'
import type { Target } from '../../src/domain/targets.ts'
import { readTargets } from '../../src/read/targets.ts'
import { baselineLine, costLine, model } from '../models.ts'
import { inFolder, places, telling, type Told } from './reading.ts'

const of = model({ years: '2017/18 to 2018/19', baseline: [baselineLine('A', {})], budget: [costLine('wire', {}, { category: 'Premises' })] })

const read = (text: string | undefined): Told<readonly Target[]> =>
  telling(tell => inFolder(text === undefined ? { 'model.yaml': '' } : { 'targets.csv': text }, folder => readTargets(folder, of, tell).targets))

const measure = (called: string): unknown => read(`measure,year,target\n${called},2017/18,1\n`).value[0]?.measure

describe('a measure', () => {
  test('is a saving or a cost, of all or of a category, either way round, in any letters', () => {
    expect(['saving', 'Cost', 'cumulative  saving', 'saving staff', 'staff saving', 'cost premises', 'PREMISES COST'].map(measure)).toEqual([
      { of: 'saving' }, { of: 'cost' }, { of: 'cumulativeSaving' }, { of: 'saving', category: 'staff' }, { of: 'saving', category: 'staff' }, { of: 'cost', category: 'Premises' }, { of: 'cost', category: 'Premises' },
    ])
  })

  test('is nothing else', () => {
    expect(['savings', 'baseline', 'staff', 'cumulative saving staff', 'saving legal'].map(called => read(`measure,year,target\n${called},2017/18,1\n`).codes)).toEqual(Array.from({ length: 5 }, () => ['unknown-measure']))
  })
})

describe('targets.csv', () => {
  test('is read with places, partners and notes, its columns in any order', () => {
    expect(read('note to all,target,partner,year,measure\n"a, b",£1.2k,B,2018/19,staff saving\n').value).toEqual([
      { measure: { of: 'saving', category: 'staff' }, called: 'staff saving', year: 2018, partner: 'B', amount: 120000n, at: { file: 'targets.csv', line: 2, column: 8, length: 5 } }])
  })

  test('may be missing, or have no rows', () => {
    expect([read(undefined), read('measure,year,target\n')]).toMatchObject([{ value: [], codes: [] }, { value: [], codes: [] }])
  })

  test.each([
    ['', ['empty-file']], ['measure,year\nsaving,2017/18\n', ['targets.csv:1:1 missing-column']],
    ['measure,year,target,partners\n', ['targets.csv:1:21 unknown-column']], ['measure,year,target,year\n', ['targets.csv:1:21 duplicate-column']],
    ['measure,year,target\n"saving,2017/18,1\n', ['targets.csv:2:1 broken-quotes']],
    ['measure,year,target,\nsaving,2017/18,1,2\n', ['targets.csv:2:18 unnamed-column']], ['measure,year,target\nsaving,2017/18,1,2\n', ['targets.csv:2:18 extra-cell']],
    ['measure,year,target\nsaving,2017/18\n', ['targets.csv:2:15 missing-value']],
    ['measure,year,target\nsaving,2019/20,1\n', ['targets.csv:2:8 unknown-year']], ['measure,year,target\nsaving,2017/18,€1\n', ['targets.csv:2:16 bad-amount']],
    ['measure,year,target,partner\nsaving,2017/18,1,C\n', ['targets.csv:2:18 unknown-partner']],
    ['measure,year,target\nsaving staff,2017/18,1\nstaff saving,2017/18,2\n', ['targets.csv:3:1 duplicate-row']],
    ['measure,year,target,partner\nsaving,2017/18,1,A\nsaving,2017/18,2,A\nsaving,2017/18,3,\n', ['targets.csv:3:1 duplicate-row']],
  ])('%j is told where it is amiss', (text, told) => {
    expect(places(read(text).told)).toEqual(told)
  })

  test('tells all that is amiss with a row at once', () => {
    expect(read('measure,year,target,partner\nsavnig,2016/17,lots,C\n').codes).toEqual(['unknown-measure', 'unknown-year', 'unknown-partner', 'bad-amount'])
  })
})
