import { expect, test } from 'vitest'
import { type Actuals, noActuals } from '../../../src/domain/actuals.ts'
import { type Known, knownChanges } from '../../../src/domain/changes/known-changes.ts'
import { charge } from '../../../src/domain/charge.ts'
import { ratio } from '../../../src/domain/ratio.ts'
import { alone, costLine, counted, model, quarterNamed, spentOn } from '../../models.ts'

type Terms = Parameters<typeof model>[0]

const users = { A: { '2017/18': 1 }, B: { '2017/18': 4 } }
const waste = costLine('waste', { '2017/18': '4000.00' })

function known(terms: Terms, quarter: string, actuals: Actuals = noActuals): Known {
  const of = model({ counts: { users }, budget: [waste], ...terms })
  return { partnership: of, lines: charge(of, actuals, undefined, quarterNamed(quarter), []).value!.lines }
}

const changed = (before: Known, after: Known): unknown[][] => knownChanges(before, after).map(({ of, before: was, after: is }) => [of, was?.value, is?.value])

const word = (text: string) => ({ kind: 'text', text })
const money = (amount: bigint) => ({ kind: 'money', amount })
const cost = (line: string, quarter: string) => ({ kind: 'cost', line, quarter: quarterNamed(quarter) })

test('what a line was known to cost then and is known to cost now', () => {
  expect(changed(known({}, '2017/18 Q2'), known({}, '2017/18 Q2', spentOn('waste', { '2017/18 Q1': '1100.00' })))).toEqual([[cost('waste', '2017/18 Q1'), money(100_000n), money(110_000n)]])
  expect(changed(known({}, '2017/18 Q1'), known({}, '2017/18 Q2'))).toEqual([[cost('waste', '2017/18 Q2'), undefined, money(100_000n)]])
})

test('who the partners are, and the host', () => {
  expect(changed(known({}, '2017/18 Q1'), known({ host: 'B', partners: ['A', 'B', 'C'] }, '2017/18 Q1'))).toEqual([
    [{ kind: 'host' }, word('A'), word('B')], [{ kind: 'partner', partner: 'C' }, undefined, word('C')],
  ])
})

test('counts of what lines of both go by, quarter by quarter; of a partner that was not counted before, from nothing', () => {
  const of = (partner: string, quarter: string) => ({ kind: 'count', driver: 'users', partner, period: { kind: 'quarter', quarter: quarterNamed(quarter) } })
  const count = (of: bigint) => ({ kind: 'count', driver: 'users', count: ratio(of) })
  const two = [waste, costLine('roads', { '2017/18': '4.00' })]
  expect(changed(known({ budget: two }, '2017/18 Q2'), known({ budget: two, partners: ['A', 'B', 'C'], counts: { users: { ...users, B: { '2017/18': 4, '2017/18 Q2': 5 }, C: { '2017/18': 7 } } } }, '2017/18 Q2'))).toEqual([
    [{ kind: 'partner', partner: 'C' }, undefined, word('C')],
    [of('C', '2017/18 Q1'), undefined, count(7n)], [of('B', '2017/18 Q2'), count(4n), count(5n)], [of('C', '2017/18 Q2'), undefined, count(7n)],
  ])
})

test('what a line goes by; what only one of them goes by was counted of nobody else', () => {
  const field = (name: string) => ({ kind: 'field', of: { line: 'waste' }, field: name })
  const calls = { counts: { users, calls: users }, budget: [{ ...waste, category: 'it', rule: 'project' as const, driver: counted('calls') }] }
  expect(changed(known({}, '2017/18 Q1'), known(calls, '2017/18 Q1'))).toEqual([
    [field('category'), word('other'), word('it')], [field('rule'), word('shared'), word('project')], [field('driver'), word('users'), word('calls')],
  ])
})

test('lines that came and went, once they cost something', () => {
  const line = { kind: 'line', of: { line: 'waste' } }
  const driver = { kind: 'field', of: { line: 'waste' }, field: 'driver' }
  const none = known({ budget: [] }, '2017/18 Q1')
  expect(changed(none, known({}, '2017/18 Q1'))).toEqual([[line, undefined, word('shared')], [driver, undefined, word('users')], [cost('waste', '2017/18 Q1'), undefined, money(100_000n)]])
  expect(changed(known({}, '2017/18 Q1'), none)).toEqual([[line, word('shared'), undefined], [driver, word('users'), undefined], [cost('waste', '2017/18 Q1'), money(100_000n), undefined]])
  expect(changed(none, known({ budget: [costLine('waste', { '2017/18 Q4': '1.00' }, { rule: 'legacy', driver: alone('A') })] }, '2017/18 Q1'))).toEqual([])
})
