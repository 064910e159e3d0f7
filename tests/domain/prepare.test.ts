import { expect, test } from 'vitest'
import { prepare } from '../../src/domain/prepare.ts'
import { at, baselineLine, byYear, costLine, everyYear, model, quarterNamed, yearNamed } from '../models.ts'

const terms = {
  years: '2017/18 to 2018/19',
  baseline: [baselineLine('A', { '2017/18': '300.00' }, { index: 'pay' }), baselineLine('B', { '2017/18': '100.00', '2018/19': '102.00' })],
  budget: [costLine('team', { '2017/18': '50.00' }, { index: 'pay' })],
}

test('every line is linked to its index, and the partners weigh by their linked baselines: 300 at 2% is 306 against 102', () => {
  const { prepared, diagnostics } = prepare(model({ ...terms, indexation: new Map([['pay', everyYear(2)]]) }))
  expect(diagnostics).toEqual([])
  expect(prepared.budget.map(({ years }) => years.get(yearNamed('2018/19'))!.total)).toEqual([5100n])
  expect(prepared.baseline.map(({ years }) => years.get(yearNamed('2018/19'))!.total)).toEqual([30600n, 10200n])
  expect(prepared.weigh({ kind: 'baseline' }, quarterNamed('2018/19 Q1')).each.map(({ value }) => value.numerator)).toEqual([30600n, 10200n])
})

test('a rate that is missing is told once, of the first line that needs it, baselines before the budget', () => {
  const prices = costLine('wire', { '2017/18': '1.00' }, { index: 'prices' })
  const indexation = new Map([['pay', byYear({})], ['prices', byYear({})]])
  const { diagnostics } = prepare(model({ ...terms, budget: [...terms.budget, prices], indexation }))
  const year = yearNamed('2018/19')
  expect(diagnostics).toEqual([['before', 'pay'], ['wire', 'prices']].map(([line, index]) => ({ code: 'no-rate', severity: 'error', at: at(7), args: { line, index, year } })))
})

test('every year that is overridden is told', () => {
  const lines = ['a', 'b'].map(line => costLine(line, { '2017/18': '4.00', '2017/18 Q1': '2.00' }))
  expect(prepare(model({ budget: lines })).diagnostics.map(({ code, args }) => [code, args])).toMatchObject([
    ['year-overridden', { line: 'a' }], ['year-overridden', { line: 'b' }],
  ])
})
