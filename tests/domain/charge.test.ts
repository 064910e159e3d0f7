import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actuals, noActuals } from '../../src/domain/actuals.ts'
import { type Charge, charge } from '../../src/domain/charge.ts'
import { chargeOf } from '../../src/domain/charged.ts'
import type { IssuedRecord } from '../../src/domain/issued.ts'
import type { Model } from '../../src/domain/model.ts'
import { inPounds, pence } from '../../src/domain/money.ts'
import { quarterName } from '../../src/domain/period.ts'
import { alone, costLine, issued, model, quarterNamed, spentOn } from '../models.ts'
import { forAll, same, total } from '../properties.ts'

const years = '2017/18 to 2018/19'
const waste = model({ years, counts: { users: { A: { '2017/18': 1 }, B: { '2017/18': 4 } } }, budget: [costLine('waste', { '2017/18': '4000.00' })] })

function due(of: Model, quarter: string, actuals: Actuals, records: readonly IssuedRecord[] = [], closedTo?: string): Charge {
  const { value, diagnostics } = charge(of, actuals, closedTo === undefined ? undefined : quarterNamed(closedTo), quarterNamed(quarter), records)
  if (value === undefined) throw new Error(diagnostics.map(({ code }) => code).join())
  return value
}

const freeze = ({ quarter, lines }: Charge): IssuedRecord => issued(quarter, lines)

/** Instalment, overspend, adjustment and what is charged to date, of each partner. */
const parts = (of: Charge, line = 0): string[][] =>
  of.lines[line]!.parts.map(({ instalment, overspend, adjustment, toDate }) => [instalment, overspend, adjustment, toDate].map(inPounds))

const told = (of: Model, quarter: string, records: readonly IssuedRecord[], actuals = noActuals, closedTo?: string) =>
  charge(of, actuals, closedTo === undefined ? undefined : quarterNamed(closedTo), quarterNamed(quarter), records).diagnostics

describe('£1,000.00 a quarter, a fifth of it for A', () => {
  const first = due(waste, '2017/18 Q1', noActuals)
  const second = due(waste, '2017/18 Q2', spentOn('waste', { '2017/18 Q1': '1025.00', '2017/18 Q2': '1100.00' }), [freeze(first)])

  test('is an instalment of 200 and of 800', () => {
    expect(parts(first)).toEqual([['200.00', '0.00', '0.00', '200.00'], ['800.00', '0.00', '0.00', '800.00']])
    expect(first.lines[0]!.reasons).toEqual([])
  })

  test('with £1,100.00 spent is an overspend of 20 and of 80; £25.00 too little charged before is an adjustment of 5 and of 20', () => {
    expect(parts(second)).toEqual([['200.00', '20.00', '5.00', '425.00'], ['800.00', '80.00', '20.00', '1700.00']])
    expect(second.lines[0]!.reasons).toEqual([{ kind: 'closed', quarter: quarterNamed('2017/18 Q1'), before: 100000n, now: 102500n }])
  })

  test('charged for the first time in the second quarter is an adjustment by the whole first', () => {
    const late = due(waste, '2017/18 Q2', noActuals)
    expect(parts(late)).toEqual([['200.00', '0.00', '200.00', '400.00'], ['800.00', '0.00', '800.00', '1600.00']])
    expect(late.lines[0]!.reasons).toEqual([{ kind: 'never-charged', quarter: quarterNamed('2017/18 Q1'), now: 100000n }])
  })

  test('is given back where the line is removed from the budget', () => {
    const of = due({ ...waste, budget: [] }, '2017/18 Q2', noActuals, [freeze(first)])
    expect(parts(of)).toEqual([['0.00', '0.00', '-200.00', '0.00'], ['0.00', '0.00', '-800.00', '0.00']])
    expect(of.lines[0]).toMatchObject({ line: 'waste', rule: 'shared', driver: 'users', reasons: [{ kind: 'line-removed' }] })
    expect(due({ ...waste, budget: [] }, '2017/18 Q3', noActuals, [freeze(first), freeze(of)]).lines[0]!.reasons).toEqual([])
  })

  test('records by which counts it went', () => {
    const [known] = second.lines[0]!.known
    expect([quarterName(known!.quarter), known!.basis, known!.cost, [...known!.weights].map(([id, { numerator }]) => [id, numerator])])
      .toEqual(['2017/18 Q1', 'actual', 102500n, [['A', 1n], ['B', 4n]]])
  })
})

describe('why earlier quarters are adjusted', () => {
  const first = freeze(due(waste, '2017/18 Q1', noActuals))
  const second = freeze(due(waste, '2017/18 Q2', spentOn('waste', { '2017/18 Q1': '1025.00' }), [first]))

  test('is what changed since the last record: £1,025.00 is £1,050.00 now', () => {
    const third = due(waste, '2017/18 Q3', spentOn('waste', { '2017/18 Q1': '1050.00' }), [first, second])
    expect(parts(third)[0]).toEqual(['200.00', '0.00', '5.00', '610.00'])
    expect(third.lines[0]!.reasons).toEqual([{ kind: 'restated', quarter: quarterNamed('2017/18 Q1'), basis: 'actual', before: 102500n, now: 105000n }])
  })

  test('is not said where they are not: 2 and 8 users are as 1 and 4', () => {
    const doubled = model({ ...waste, years, partners: waste.partners, counts: { users: { A: { '2017/18': 2 }, B: { '2017/18': 8 } } } })
    expect(due(doubled, '2017/18 Q2', noActuals, [first]).lines[0]!.reasons).toEqual([])
  })
})

test('what is spent to the penny has no overspend, though pennies of earlier quarters fall otherwise: 11p and 10p by 2 and 1 are 7, 4 and 7, 3', () => {
  const of = model({ counts: { users: { A: { '2017/18': 2 }, B: { '2017/18': 1 } } }, budget: [costLine('waste', { '2017/18': '0.40' })] })
  const now = due(of, '2017/18 Q2', spentOn('waste', { '2017/18 Q1': '0.11', '2017/18 Q2': '0.10' }))
  expect(parts(now)).toEqual([['0.07', '0.00', '0.07', '0.14'], ['0.03', '0.00', '0.04', '0.07']])
})

test('lines stand by rule and then by name, those given back among them', () => {
  const removed = freeze(due({ ...waste, budget: [costLine('bb', { '2017/18': '4.00' })] }, '2017/18 Q1', noActuals))
  const terms = { rule: 'legacy', driver: alone('A') } as const
  const budget = [costLine('a', { '2017/18': '4.00' }, terms), costLine('c', { '2017/18': '4.00' }), costLine('b', { '2017/18': '4.00' })]
  expect(due({ ...waste, budget }, '2017/18 Q2', noActuals, [removed]).lines.map(({ line }) => line)).toEqual(['b', 'bb', 'c', 'a'])
})

describe('it is told', () => {
  test('which quarters were not issued before this one', () => {
    const first = freeze(due(waste, '2017/18 Q1', noActuals))
    expect(told(waste, '2017/18 Q3', [first]).map(({ code, args }) => [code, args])).toEqual([
      ['not-issued', { quarter: quarterNamed('2017/18 Q3'), missing: [quarterNamed('2017/18 Q2')] }],
    ])
    expect(told(waste, '2017/18 Q2', [first])).toEqual([])
  })

  test('which actuals are not reckoned with, since their quarter is not closed', () => {
    const actuals = spentOn('waste', { '2017/18 Q1': '1.00', '2017/18 Q3': '1.00', '2017/18 Q2': '1.00' })
    expect(told(waste, '2017/18 Q1', [], actuals, '2017/18 Q1').map(({ code, args }) => [code, args])).toEqual([
      ['not-closed', { quarters: ['2017/18 Q2', '2017/18 Q3'].map(quarterNamed), closedTo: quarterNamed('2017/18 Q1') }],
    ])
  })

  test('that a partner was charged who is there no longer, and nothing is charged', () => {
    const of = { ...waste, partners: [{ id: 'A', name: 'A' }] }
    const { value, diagnostics } = charge(of, noActuals, undefined, quarterNamed('2017/18 Q2'), [freeze(due(waste, '2017/18 Q1', noActuals))])
    expect([value, diagnostics.map(({ code, args }) => [code, args])]).toEqual([undefined, [['issued-partner-gone', { partner: 'B', known: ['A'] }]]])
  })
})

const five = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 5, maxLength: 5 })

test('whatever is budgeted, spent, restated and counted: what is charged to date sums to what is known to date, and does not depend on what was issued when', () => {
  const names = ['2017/18 Q1', '2017/18 Q2', '2017/18 Q3', '2017/18 Q4', '2018/19 Q1']
  const written = <T>(values: readonly T[]): Record<string, T> => Object.fromEntries(values.map((value, place) => [names[place]!, value]))
  const amount = fc.integer({ min: -500, max: 3000 }).map(pounds => inPounds(pence(BigInt(pounds))))
  const count = fc.nat(3)
  forAll([five(amount), five(amount), five(amount), five(count), five(count), five(fc.boolean())], (budget, early, late, ofB, ofC, issues) => {
    const counts = { users: { A: { '2017/18': 1 }, B: written(ofB), C: written(ofC) } }
    const changing = model({ years, partners: ['A', 'B', 'C', 'D'], counts, budget: [costLine('waste', written(budget))] })
    const records: IssuedRecord[] = []
    for (const [place, name] of names.entries()) {
      // What was spent is known a quarter later, and stated anew a quarter after that.
      const spent = names.slice(0, place).map((_, quarter) => (quarter < place - 1 ? late[quarter]! : early[quarter]!))
      const closedTo = place === 0 ? '2016/17 Q4' : names[place - 1]!
      const now = due(changing, name, spentOn('waste', written(spent)), records, closedTo)
      const [line] = now.lines
      const cost = [...spent, budget[place]!].map(each => BigInt(each.replace('.', '')))
      same([total(line!.parts.map(({ toDate }) => toDate)), total(line!.parts.map(({ instalment }) => instalment))], [total(cost), cost.at(-1)])
      same(line!.parts.map(part => part.toDate - chargeOf(part)), line!.parts.map(({ partner }) => total(records.flatMap(({ lines }) => lines[0]!.parts.filter(part => part.partner === partner).map(chargeOf)))))
      same(line!.parts.map(({ toDate }) => toDate), due(changing, name, spentOn('waste', written(spent)), [], closedTo).lines[0]!.parts.map(({ toDate }) => toDate))
      same([line!.parts.find(({ partner }) => partner === 'D')!.toDate], [0n])
      if (issues[place]) records.push(freeze(now))
    }
  })
})
