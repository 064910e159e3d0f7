/** Where charging could go wrong unseen: plans that move on, names that meet, partners that come and go. */
import { describe, expect, test } from 'vitest'
import { type Actuals, noActuals } from '../../src/domain/actuals.ts'
import { charge } from '../../src/domain/charge.ts'
import { chargeOf, partOf } from '../../src/domain/charged.ts'
import { isFault } from '../../src/domain/diagnostic.ts'
import type { IssuedRecord } from '../../src/domain/issued.ts'
import type { Model } from '../../src/domain/model.ts'
import { inPounds } from '../../src/domain/money.ts'
import { quarterName } from '../../src/domain/period.ts'
import { alone, costLine, issued, model, quarterNamed, spentOn } from '../models.ts'

const years = '2017/18 to 2018/19'
const counts = { users: { A: { '2017/18': 1 }, B: { '2017/18': 4 } } }
const waste = model({ years, counts, budget: [costLine('waste', { '2017/18': '4000.00', '2018/19': '8000.00' })] })

const charged = (of: Model, quarter: string, actuals: Actuals, records: readonly IssuedRecord[], closedTo?: string) =>
  charge(of, actuals, closedTo === undefined ? undefined : quarterNamed(closedTo), quarterNamed(quarter), records)

/** Issues quarter after quarter and answers with the records. */
const issueAll = (of: Model, quarters: readonly string[], actuals = noActuals): IssuedRecord[] =>
  quarters.reduce<IssuedRecord[]>((records, quarter) => [...records, issued(quarterNamed(quarter), charged(of, quarter, actuals, records).value!.lines)], [])

const bill = (of: ReturnType<typeof charged>): Record<string, string> =>
  Object.fromEntries(['A', 'B'].map(id => [id, inPounds(chargeOf(partOf(id, of.value!.lines)))]))

/** What each is charged; or, where a fault says that it cannot be charged so, that. */
const outcome = (of: ReturnType<typeof charged>): Record<string, string> | 'refused' => (of.diagnostics.some(isFault) ? 'refused' : bill(of))

describe('a plan whose first year is left out once it is over', () => {
  const quarters = ['2017/18 Q1', '2017/18 Q2', '2017/18 Q3', '2017/18 Q4']
  const moved = { ...waste, years: waste.years.slice(1) }

  test('never gives back in silence what was issued of that year: £1,000.00 a quarter was, £2,000.00 is due', () => {
    expect(['refused', { A: '400.00', B: '1600.00' }]).toContainEqual(outcome(charged(moved, '2018/19 Q1', noActuals, issueAll(waste, quarters))))
  })
})

describe('a line of the budget that is called as the direct line of a partner is', () => {
  const of = model({ years, counts, budget: [costLine('hired', { '2017/18': '0.00' }), costLine('hired (A)', { '2017/18': '0.00' })] })

  test('does not make the others pay for what was spent direct on that partner: £300.00 is A\'s alone', () => {
    const spent = spentOn('hired', { '2017/18 Q1': '300.00' }, 'A')
    expect(['refused', { A: '300.00', B: '0.00' }]).toContainEqual(outcome(charged(of, '2017/18 Q1', spent, [])))
  })
})

describe('a partner', () => {
  const later = { id: 'C', name: 'C', joins: quarterNamed('2018/19 Q1') }

  test('that never was charged a penny may leave the model: there is nothing to adjust', () => {
    const records = issueAll({ ...waste, partners: [...waste.partners, later] }, ['2017/18 Q1'])
    expect(charged(waste, '2017/18 Q2', noActuals, records).diagnostics).toEqual([])
  })

  test('that was charged and given it back is owed nothing, but was charged: it must stay', () => {
    const all = model({ years, partners: ['A', 'B', 'C'], counts: { users: { ...counts.users, C: { '2017/18': 5 } } }, budget: waste.budget })
    const without = model({ years, partners: ['A', 'B', 'C'], counts, budget: waste.budget })
    const [first] = issueAll(all, ['2017/18 Q1'])
    const second = issued(quarterNamed('2017/18 Q2'), charged(without, '2017/18 Q2', noActuals, [first!]).value!.lines)
    // Of £1,000.00 by 1, 4 and 5 A paid 100, B 400 and C 500; by 1 and 4 it is 200 and 800, twice over by now.
    expect(second.lines[0]!.parts.map(({ adjustment, toDate }) => [inPounds(adjustment), inPounds(toDate)])).toEqual([['100.00', '400.00'], ['400.00', '1600.00'], ['-500.00', '0.00']])
  })

  test('that joins in the middle of a year changes nothing before it, and takes part from then on: by 1 and 4, then 1, 4 and 5', () => {
    const of = model({ years, partners: ['A', 'B', { id: 'C', name: 'C', joins: quarterNamed('2017/18 Q2') }], counts: { users: { ...counts.users, C: { '2017/18': 5 } } }, budget: waste.budget })
    const second = charged(of, '2017/18 Q2', noActuals, issueAll(of, ['2017/18 Q1'])).value!
    expect(second.lines[0]!.parts.map(({ instalment, adjustment, toDate }) => [instalment, adjustment, toDate].map(inPounds)))
      .toEqual([['100.00', '0.00', '300.00'], ['400.00', '0.00', '1200.00'], ['500.00', '0.00', '500.00']])
  })
})

describe('a line that is put back', () => {
  test('is charged again for every quarter: given back in the second, £3,000.00 in the third', () => {
    const [first] = issueAll(waste, ['2017/18 Q1'])
    const second = issued(quarterNamed('2017/18 Q2'), charged({ ...waste, budget: [] }, '2017/18 Q2', noActuals, [first!]).value!.lines)
    const third = charged(waste, '2017/18 Q3', noActuals, [first!, second])
    expect(bill(third)).toEqual({ A: '600.00', B: '2400.00' })
    expect(third.value!.lines[0]!.reasons.map(reason => ('quarter' in reason ? `${quarterName(reason.quarter)} ${reason.kind}` : reason.kind))).toEqual(['2017/18 Q1 never-charged', '2017/18 Q2 never-charged'])
  })
})

describe('a line charged to one partner alone', () => {
  const old = (partner: string): Model => model({ years, budget: [costLine('old', { '2017/18': '400.00' }, { rule: 'legacy', driver: alone(partner) })] })

  test('that was the other\'s from the start is given back to the one and charged to the other: 100 and then 200', () => {
    expect(bill(charged(old('B'), '2017/18 Q2', noActuals, issueAll(old('A'), ['2017/18 Q1'])))).toEqual({ A: '-100.00', B: '200.00' })
  })

  test('carries its overspend and its underspend alone: 100 a quarter, of which 130 and 70 are spent', () => {
    const spent = spentOn('old', { '2017/18 Q1': '130.00', '2017/18 Q2': '70.00' })
    const [first] = issueAll(old('B'), ['2017/18 Q1'], spent)
    const second = charged(old('B'), '2017/18 Q2', spent, [first!])
    expect([...first!.lines, ...second.value!.lines].map(({ parts }) => parts.map(({ instalment, overspend, adjustment }) => [instalment, overspend, adjustment].map(inPounds)))).toEqual([
      [['0.00', '0.00', '0.00'], ['100.00', '30.00', '0.00']],
      [['0.00', '0.00', '0.00'], ['100.00', '-30.00', '0.00']],
    ])
  })
})

test('a quarter that is opened again goes back to its budget: 1,100 was spent, 1,000 is charged to date and 100 comes back', () => {
  const spent = spentOn('waste', { '2017/18 Q1': '1100.00' })
  const [first] = issueAll(waste, ['2017/18 Q1'], spent)
  const second = charged(waste, '2017/18 Q2', spent, [first!], '2016/17 Q4')
  expect(second.value!.lines[0]!.parts.map(({ adjustment }) => inPounds(adjustment))).toEqual(['-20.00', '-80.00'])
  expect(second.diagnostics.map(({ code }) => code)).toContain('not-closed')
})
