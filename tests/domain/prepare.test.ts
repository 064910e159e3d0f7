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

test('what is amiss is told of baselines first and then of the budget', () => {
  const { diagnostics } = prepare(model({ ...terms, indexation: new Map([['pay', byYear({})]]) }))
  const year = yearNamed('2018/19')
  expect(diagnostics).toEqual(['before', 'team'].map(line => ({ code: 'no-rate', severity: 'error', at: at(7), args: { line, index: 'pay', year } })))
})
