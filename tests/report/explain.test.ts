import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actuals, noActuals } from '../../src/domain/actuals.ts'
import { charge } from '../../src/domain/charge.ts'
import { explainCharge } from '../../src/domain/explain/charge-derivation.ts'
import { frozenTrace, liveTrace } from '../../src/domain/explain/charge-trace.ts'
import type { Derivation, Share } from '../../src/domain/explain/derivation.ts'
import { explainPlan, type Question } from '../../src/domain/explain/plan-derivation.ts'
import type { Model, Profile } from '../../src/domain/model.ts'
import type { Quarter } from '../../src/domain/period.ts'
import { ratio } from '../../src/domain/ratio.ts'
import { planShares, shareText } from '../../src/report/explain-conclusion.ts'
import { explainOutline } from '../../src/report/explain-outline.ts'
import { shareRemarks } from '../../src/report/explain-shares.ts'
import { exactText, percentText, statedPercentText } from '../../src/report/explain-text.ts'
import type { Item } from '../../src/report/outline.ts'
import { alone, baselineLine, blend, byYear, costLine, counted, model, percent, planOf, quarterNamed, spentOn, yearNamed } from '../models.ts'
import { holds, same, total } from '../properties.ts'
import { models } from '../random-models.ts'
import { largestRemainder } from '../replay.ts'

const remarksIn = ({ label, remarks, items }: Item): string[] => [...remarks.map(remark => `${label}: ${remark}`), ...items.flatMap(remarksIn)]

const told = (derivation: Derivation): string[] => explainOutline('', derivation).items.flatMap(remarksIn)

/** What is said of a line's cost in a year, of partner A alone. */
const said = (of: Model, question: Partial<Question> = {}): string[] =>
  told(explainPlan(planOf(of), { measure: 'cost', partners: ['A'], years: [yearNamed('2017/18')], line: 'email', ...question })).map(remark => remark.replace(/^email: /, ''))

const users = (...each: readonly number[]): Parameters<typeof model>[0] =>
  ({ partners: each.map((_, place) => String.fromCodePoint(65 + place)), counts: { users: Object.fromEntries(each.map((count, place) => [String.fromCodePoint(65 + place), { '2017/18': count }])) } })

const email = (values: Readonly<Record<string, string>>, terms: Parameters<typeof costLine>[2] = {}) => ({ budget: [costLine('email', values, terms)] })

describe('a share in words', () => {
  test('is of the whole, exactly, in whole pence, with who got what was left over: 10p by 50, 27 and 23', () => {
    expect(said(model({ ...users(27, 50, 23), ...email({ '2017/18': '0.10' }, { profile: [1n, 0n, 0n, 0n] }) }))).toEqual([
      'By users, 27 of 100: 27/100 (27%) of 0.10.',
      'Exactly 0.027, in whole pence 0.03. Whole pence leave 1 over, for the largest remainders: A 7/10; none for C 3/10.',
      'users: A 27 (test.csv:1:1), B 50 (test.csv:1:1), C 23 (test.csv:1:1); together 100.',
      '0.10 in 2017/18 Q1: an instalment of 0.10 for the year by its profile of 100%, 0%, 0%, 0%, test.csv:1:1.',
    ])
  })

  test('that comes out exactly is said to: half of 1.00', () => {
    expect(said(model({ ...users(1, 1), ...email({ '2017/18': '1.00' }) })).slice(0, 2)).toEqual(['By users, 1 of 2: 1/2 (50%) of 1.00.', 'That comes out exactly at 0.50.'])
  })

  test('of a negative amount mirrors the positive one: thirds of -1.00 are -0.33, and the penny left over goes to the first', () => {
    expect(said(model({ ...users(1, 1, 1), ...email({ '2017/18': '-1.00' }) }))[1]).toBe(
      'Exactly -0.333333…, in whole pence -0.34. Whole pence leave 1 over, for the largest remainders: A 1/3; none for B 1/3, C 1/3. Of equal remainders the first name goes first.')
  })

  test.each([
    // 2p by 1 and 3 is exactly 0.5 and 1.5.
    ['the larger weight', [1, 3], '0.02', ' Of equal remainders the larger weight goes first.'],
    // 2p by 1, 1 and 2 is 0.5, 0.5 and 1: one penny over, for A.
    ['the first name', [1, 1, 2], '0.02', ' Of equal remainders the first name goes first.'],
    // 4p by 1, 3, 3 and 1 is 0.5, 1.5, 1.5 and 0.5: 2p over, both for 3s; 3p by 1, 3 and 3 over 7 have no ties.
    ['the larger weight of two', [1, 3, 3, 1], '0.04', ' Of equal remainders the larger weight goes first.'],
    // 2p by 1, 3, 3, 3 and 2 of 12 is 1/6, 1/2, 1/2, 1/2 and 1/3: 2p over, for B and C, not D.
    ['the first name of equal weights', [1, 3, 3, 3, 2], '0.02', ' Of equal remainders the first name goes first.'],
    // 5p by 3, 3, 1, 1 and 2 of 10 is 1.5, 1.5, 0.5, 0.5 and 1: 2p over, for A and B by weight.
    ['the larger weight, of equals both', [3, 3, 1, 1, 2], '0.05', ' Of equal remainders the larger weight goes first.'],
    // 5p by 1, 3, 3 and 3 of 10 is 0.5, 1.5, 1.5 and 1.5: 2p over, for B and C, not D of their weight nor A of less.
    ['the larger weight, and of equal weights the first name', [1, 3, 3, 3], '0.05', ' Of equal remainders the larger weight goes first, and of equal weights the first name.'],
    ['nobody, without a tie', [50, 27, 23], '0.10', ''],
  ])('that ties says what decided: %s', (_, counts, amount, sentence) => {
    const [, remark] = said(model({ ...users(...counts), ...email({ '2017/18': amount }, { profile: [1n, 0n, 0n, 0n] }) }))
    expect(/ Of equal.*/.exec(remark!)?.[0] ?? '').toBe(sentence)
  })

  test('of a later quarter is of the run to date, less the quarters before: half of 0.03 is 0.02, less 0.01', () => {
    expect(said(model({ ...users(1, 1), ...email({ '2017/18': '0.03' }) }), { quarter: quarterNamed('2017/18 Q3') })).toEqual([
      'By users, 1 of 2: 1/2 (50%) of 0.03, the cost of 2017/18 Q1 to Q3.',
      'Exactly 0.015, in whole pence 0.02. Whole pence leave 1 over, for the largest remainders: A 1/2; none for B 1/2. Of equal remainders the first name goes first.',
      'Less 0.01 of the quarters before: 0.01.',
      'users: A 1 (test.csv:1:1), B 1 (test.csv:1:1); together 2.',
      '0.03 in 2017/18 Q1 to 2017/18 Q3: 3 instalments of 0.03 for the year, test.csv:1:1.',
    ])
  })

  test('of a line that one partner bears alone names it, to it and to the others, without any count', () => {
    const old = model({ partners: ['A', 'B'], ...email({ '2017/18': '4.00' }, { rule: 'legacy', driver: alone('B') }) })
    expect(said(old, { partners: ['B'] })).toEqual(['All of it: legacy line, borne by B alone.', '4.00 in 2017/18: test.csv:1:1.'])
    expect(said(old)).toEqual(['Nothing of it: legacy line, borne by B alone.', '4.00 in 2017/18: test.csv:1:1.'])
    expect(said(old, { partners: ['B'], quarter: quarterNamed('2017/18 Q2') })).toEqual(['All of it: legacy line, borne by B alone.', '1.00 in 2017/18 Q2: an instalment of 4.00 for the year, test.csv:1:1.'])
  })

  test('of all that is counted still shows what is counted: 5 of 5 users', () => {
    expect(said(model({ ...users(5, 0), ...email({ '2017/18': '1.00' }) })).slice(0, 3)).toEqual([
      'By users, 5 of 5: 1 (100%) of 1.00.', 'That comes out exactly at 1.00.', 'users: A 5 (test.csv:1:1), B 0 (test.csv:1:1); together 5.'])
  })

  test('says who takes no part yet', () => {
    const of = model({ partners: ['A', { id: 'B', name: 'B', joins: quarterNamed('2017/18 Q3') }], counts: { users: { A: { '2017/18': 1 }, B: { '2017/18': 1 } } }, ...email({ '2017/18': '4.00' }) })
    expect(said(of).filter(remark => remark.includes('users:'))).toEqual([
      '2017/18 Q1 to Q2: users: A 1 (test.csv:1:1), B 0 (takes no part); together 1.', '2017/18 Q3 to Q4: users: A 1 (test.csv:1:1), B 1 (test.csv:1:1); together 2.'])
  })

  test('by a blend names the portions, with all their places, and the cells behind them', () => {
    const of = model({
      partners: ['A', 'B'], counts: { calls: { A: { '2017/18': 1 }, B: { '2017/18': 3 } }, desks: { A: { '2017/18': 1 }, B: { '2017/18': 1 } } },
      blends: new Map([['mix', [{ driver: counted('calls'), portion: ratio(12345n, 100_000n) }, { driver: counted('desks'), portion: ratio(87_655n, 100_000n) }]]]), ...email({ '2017/18': '4.00' }, { driver: blend('mix') }),
    })
    // A: 0.12345 × 1/4 + 0.87655 × 1/2 = 0.4691375
    expect(said(of)[0]).toBe('By mix, 0.4691375 of 1: 37531/80000 (46.91%) of 4.00.')
    expect(said(of)[2]).toBe('mix: A 0.4691375 (12.345% of calls 1/4 test.csv:1:1 + 87.655% of desks 1/2 test.csv:1:1), B 0.5308625 (12.345% of calls 3/4 test.csv:1:1 + 87.655% of desks 1/2 test.csv:1:1); together 1.')
  })

  test('by baselines shows each with its rises, and passes over those that are nil', () => {
    const of = model({
      years: '2017/18 to 2018/19', indexation: new Map([['pay', byYear({ '2018/19': 3 })]]),
      baseline: [baselineLine('A', { '2017/18': '10.01' }, { index: 'pay' }), baselineLine('A', {}, { id: 'none' }), baselineLine('B', { '2018/19': '10.00' })],
      ...email({ '2018/19': '4.00' }, { rule: 'staff', driver: { kind: 'baseline', category: 'staff' } }),
    })
    // 10.01 × 1.03 = 10.3103
    expect(said(of, { years: [yearNamed('2018/19')] })[2]).toBe('baseline:staff: A 10.31 (10.01 (test.csv:1:1) raised by 3% in 2018/19 (test.csv:1:1) is 10.3103), B 10.00 (test.csv:1:1); together 20.31.')
  })

  test('has as many decimals of a remainder as tell them apart', () => {
    const of = model({ ...users(1_000_000_001, 1_000_000_000, 1_000_000_000), ...email({ '2017/18': '0.01' }) })
    expect(said(of)[1]).toBe('Exactly 0.003333…, in whole pence 0.01. Whole pence leave 1 over, for the largest remainders: A 0.333333333555…; none for B 0.333333333222…, C 0.333333333222….')
  })

  test('whose remainders no decimals tell apart is in fractions', () => {
    const one = 10n ** 40n
    const of = model({ partners: ['A', 'B', 'C'], counts: { users: { A: { '2017/18': ratio(one + 1n) }, B: { '2017/18': ratio(one) }, C: { '2017/18': ratio(one) } } }, ...email({ '2017/18': '0.01' }) })
    expect(said(of)[1]).toContain(`A ${one + 1n}/${3n * one + 1n}; none for B ${one}/${3n * one + 1n}, C`)
  })
})

describe('where an amount comes from, in words', () => {
  test('a quarter with a cell of its own stands beside the instalments of the year', () => {
    expect(said(model({ ...users(1), ...email({ '2017/18': '4.00', '2017/18 Q3': '7.00' }) })).slice(-2)).toEqual([
      '3.00 in 2017/18 Q1, 2017/18 Q2 and 2017/18 Q4: 3 instalments of 4.00 for the year, test.csv:1:1.', '7.00 in 2017/18 Q3: test.csv:2:1.'])
  })

  test('a year that is raised from quarters names their cells; a rise is told with all its places', () => {
    const raised = (values: Readonly<Record<string, string>>): string => said(model({
      ...users(1), years: '2017/18 to 2018/19', indexation: new Map([['pay', { everyYear: { value: ratio(2125n, 100_000n), at: { file: 'model.yaml', line: 2, column: 3, length: 1 } }, byYear: new Map() }]]), ...email(values, { index: 'pay' }),
    }), { years: [yearNamed('2018/19')] }).at(-1)!
    expect(raised({ '2017/18 Q1': '10.00' })).toBe('10.21 in 2018/19: 10.00 (the quarters together, test.csv:1:1) raised by 2.125% in 2018/19 (model.yaml:2:3) is 10.2125.')
    expect(raised({ '2017/18': '4.00', '2017/18 Q3': '7.00' })).toBe('10.21 in 2018/19: 10.00 (the quarters together, test.csv:1:1 and test.csv:2:1) raised by 2.125% in 2018/19 (model.yaml:2:3) is 10.2125.')
  })

  test('what is nil says why: nothing is stated, or nought in a cell', () => {
    expect(said(model({ ...users(1), ...email({}) }))).toEqual(['0.00 in 2017/18: nothing is stated.'])
    expect(said(model({ ...users(1), ...email({}) }), { quarter: quarterNamed('2017/18 Q2') })).toEqual(['0.00 in 2017/18 Q2: nothing is stated.'])
    expect(said(model({ ...users(1), ...email({ '2017/18': '0.00' }) }))).toEqual(['0.00 in 2017/18: test.csv:1:1.'])
  })

  test('a baseline is told without the quarters that are nil, and by its profile', () => {
    const own = (values: Readonly<Record<string, string>>, profile: Profile = [1n, 1n, 1n, 1n]): string[] =>
      said(model({ partners: ['A', { id: 'B', name: 'B', joins: quarterNamed('2017/18 Q3') }], baseline: [baselineLine('B', values, { profile })] }), { measure: 'baseline', partners: ['B'], line: 'before' })
    expect(own({ '2017/18': '4.00' })).toEqual(['before: 2.00 in 2017/18 Q3 and 2017/18 Q4: 2 instalments of 4.00 for the year, test.csv:1:1.'])
    expect(own({ '2017/18 Q4': '4.00' })).toEqual(['before: 4.00 in 2017/18 Q4: test.csv:1:1.'])
    expect(own({})).toEqual(['before: 0.00 in 2017/18 Q3 and 2017/18 Q4: nothing is stated.'])
    expect(own({ '2017/18': '4.00' }, [2n, 1n, 1n, 0n])).toEqual(['before: 1.00 in 2017/18 Q3: an instalment of 4.00 for the year by its profile of 50%, 25%, 25%, 0%, test.csv:1:1.'])
  })

  test('what adds up nothing says so', () => {
    expect(said(model({ ...users(1) }), { measure: 'baseline' })).toEqual(['baseline: There is nothing to add up.'])
  })
})

describe('a charge in words', () => {
  const [first, second, third] = ['2017/18 Q1', '2017/18 Q2', '2017/18 Q3'].map(quarterNamed) as [Quarter, Quarter, Quarter]
  const of = model({ ...users(3, 1), ...email({ '2017/18': '400.00' }) })
  const spend = (values: Readonly<Record<string, string>>): Actuals => spentOn('email', values)

  const charged = (quarter: Quarter, actuals: Actuals, closedTo?: Quarter): string[] => {
    const { trace, lines } = charge(of, actuals, closedTo, quarter, []).value!
    return told(explainCharge({ quarter, lines, traces: new Map(trace.map(line => [line.line.id, liveTrace(line, of)])), issued: [] }, { partners: ['B'], line: 'email' }))
  }

  test('of an open quarter is a share of budget, whatever was spent before', () => {
    expect(charged(second, spend({ '2017/18 Q1': '100.00' })).slice(0, 6)).toEqual([
      'share of budget: By users, 1 of 4: 1/4 (25%) of 200.00, the cost of 2017/18 Q1 to Q2.',
      'share of budget: That comes out exactly at 50.00.',
      'share of budget: Less 25.00 of the quarters before: 25.00.',
      'share of budget: users: A 3 (test.csv:1:1), B 1 (test.csv:1:1); together 4.',
      'share of budget: 100.00 was spent in 2017/18 Q1: 100.00 in row 2 of test.csv.',
      'share of budget: 100.00 in 2017/18 Q2: an instalment of 400.00 for the year, test.csv:1:1.',
    ])
  })

  test('of a quarter that is closed is a share of what was spent', () => {
    expect(charged(first, spend({ '2017/18 Q1': '120.00' }))).toContain('share of actual: By users, 1 of 4: 1/4 (25%) of 120.00.')
  })

  test('of a quarter that costs what was budgeted says that too, with the cell of the budget', () => {
    const said = charged(first, spend({ '2017/18 Q1': '100.00' }))
    expect(said[0]).toBe('share of actual, which is what was budgeted: By users, 1 of 4: 1/4 (25%) of 100.00.')
    expect(said.at(-1)).toBe('share of actual, which is what was budgeted: Budgeted: 100.00 in 2017/18 Q1: an instalment of 400.00 for the year, test.csv:1:1.')
  })

  test('of a closed quarter without spending says that there is none, and explains the share of budget once', () => {
    expect(charged(first, noActuals, first)).toEqual([
      'share of budget: By users, 1 of 4: 1/4 (25%) of 100.00.', 'share of budget: That comes out exactly at 25.00.', 'share of budget: users: A 3 (test.csv:1:1), B 1 (test.csv:1:1); together 4.',
      'share of budget: 100.00 in 2017/18 Q1: an instalment of 400.00 for the year, test.csv:1:1.',
      'share of actual: 0.00 was spent in 2017/18 Q1: there are no actuals.', 'less share of budget: As above.',
    ])
    expect(charged(second, spend({ '2017/18 Q1': '100.00' }), second).at(4)).toBe('share of budget: 200.00 in 2017/18 Q1 and 2017/18 Q2: 2 instalments of 400.00 for the year, test.csv:1:1.')
    expect(charged(second, spend({ '2017/18 Q1': '100.00' }), second).at(5)).toBe('share of actual: 0.00 was spent in 2017/18 Q2: there are no actuals.')
  })

  test('of a quarter that was issued says what was known then, where the files say another thing now', () => {
    const { lines } = charge(of, spend({ '2017/18 Q1': '104.00', '2017/18 Q2': '100.00' }), undefined, third, []).value!
    const frozen = new Map([['email', frozenTrace(lines[0]!, third, undefined)]])
    expect(told(explainCharge({ quarter: third, lines, traces: frozen, issued: [] }, { partners: ['B'], line: 'email' })).slice(0, 6)).toEqual([
      'share of budget: By users, 1 of 4: 1/4 (25%) of 304.00, the cost of 2017/18 Q1 to Q3.',
      'share of budget: That comes out exactly at 76.00.',
      'share of budget: Less 51.00 of the quarters before: 25.00.',
      'share of budget: users: A 3, B 1; together 4.',
      'share of budget: 204.00 was spent in 2017/18 Q1 and 2017/18 Q2, as known when 2017/18 Q3 was issued.',
      'share of budget: 100.00 was budgeted in 2017/18 Q3, as known when 2017/18 Q3 was issued.',
    ])
    const closed = charge(of, spend({ '2017/18 Q1': '104.00' }), undefined, first, []).value!.lines
    const traces = new Map([['email', frozenTrace(closed[0]!, first, undefined)]])
    expect(explainOutline('', explainCharge({ quarter: first, lines: closed, traces, issued: [] }, { partners: ['B'], line: 'email' })).items[0]!.items[0]!.items.flatMap(({ items }) => items.map(({ label }) => label)))
      .toEqual(['share of budget', 'share of actual', 'less share of budget'])
  })
})

describe('percentages that go with a plan', () => {
  const of = model({ ...users(1, 2), years: '2017/18 to 2018/19', budget: [costLine('team', { '2017/18': '90.00' }, { rule: 'staff' })], baseline: [baselineLine('A', { '2017/18': '40.00' })] })
  const conclusion = (called: 'saving' | 'staff-share' | 'cost', terms: Partial<Question> = {}): string[] => planShares(planOf(of), {
    figure: 'plan', called, question: { measure: called === 'staff-share' ? 'cost' : called, partners: ['A', 'B'], years: of.years, ...terms },
  }).map(shareText)

  test('are of a saving its part of the baseline, where there is one', () => {
    expect(conclusion('saving')).toEqual(['2017/18: -50.00 is -125% of the baseline of 40.00.'])
    expect(conclusion('saving', { partners: ['B'] })).toEqual([])
    expect(conclusion('cost')).toEqual([])
    expect(conclusion('saving', { category: 'staff' })).toEqual([])
    expect(conclusion('saving', { quarter: quarterNamed('2017/18 Q1') })).toEqual([])
  })

  test('are staff shares, in years that have staff costs', () => {
    expect(conclusion('staff-share', { partners: ['B'] })).toEqual([
      '2017/18: the staff share of B is 2/3, 66.67%: its exact share of every staff line, over what they all cost.', '2018/19: staff costs come to nil, so there are no staff shares.'])
  })
})

describe('small words', () => {
  test.each([
    [percent(25), '25%'], [percent(0), '0%'], [percent(100), '100%'], [percent(-3), '-3%'], [ratio(1n, 8n), '12.5%'], [ratio(1n, 3n), '33.33%'],
    [ratio(1n, 100_000n), 'almost 0%'], [ratio(-1n, 100_000n), 'almost 0%'], [ratio(99_999n, 100_000n), 'almost 100%'], [ratio(10n), '1000%'],
  ])('a share of %o is %s', (share, text) => expect(percentText(share)).toBe(text))

  test.each([[percent(2), '2%'], [ratio(2125n, 100_000n), '2.125%'], [percent(-1), '-1%'], [ratio(-1n, 1000n), '-0.1%'], [percent(100), '100%']])('a rate of %o is %s', (rate, text) => expect(statedPercentText(rate)).toBe(text))

  test.each([
    [ratio(123_456_789n), '1,234,567.89'], [ratio(-123_456_789n), '-1,234,567.89'], [ratio(1n, 2n), '0.005'], [ratio(-1n, 3n), '-0.003333…'],
    [ratio(-1n, 1_000_000n), '-0.000000…'], [ratio(0n), '0.00'], [ratio(250n), '2.50'],
  ])('%o pence are exactly %s', (pence, text) => expect(exactText(pence)).toBe(text))
})

const shares = (of: Derivation): Share[] => (of.kind === 'share' ? [of] : of.kind === 'sum' ? of.terms.flatMap(({ derivation }) => shares(derivation)) : [])

/** A few pennies by small counts, so that remainders tie in every way. */
const fewPennies = fc.tuple(fc.array(fc.nat(4), { minLength: 1, maxLength: 4 }), fc.integer({ min: -9, max: 9 }))
  .map(([counts, pennies]) => model({ ...users(1, ...counts), ...email({ '2017/18': `${pennies < 0 ? '-' : ''}0.0${Math.abs(pennies)}` }, { profile: [1n, 0n, 0n, 0n] }) }))

describe('whatever is planned', () => {
  test('what whole pence leave over, who got it, who did not and what decided a tie are as a second method finds them', () => {
    const met = new Set<string>()
    fc.assert(fc.property(fc.oneof(models, fewPennies), of => {
      const plan = planOf(of)
      for (const share of shares(explainPlan(plan, { measure: 'cost', partners: of.partners.map(({ id }) => id), years: of.years }))) {
        const { weights: { each, driver }, quarters, place, partners } = share
        if (driver.kind === 'direct') continue
        const remark = shareRemarks(share)[1]!
        const amount = quarters.at(-1)!.toDate.amount
        const weights = each.map(({ value }): [bigint, bigint] => [value.numerator, value.denominator])
        const parts = largestRemainder(amount, weights, partners)
        const common = weights.reduce((product, [, under]) => product * under, 1n)
        const whole = weights.map(([over, under]) => over * (common / under))
        const size = amount < 0n ? -amount : amount
        const owed = whole.map(weight => (size * weight) % total(whole))
        const up = partners.filter((_, at) => (parts[at]! < 0n ? -parts[at]! : parts[at]!) * total(whole) > size * whole[at]!)
        const down = partners.filter((id, at) => owed[at] !== 0n && !up.includes(id))
        if (up.length === 0) {
          holds(remark.startsWith('That comes out exactly at '), remark)
          met.add('exact')
          continue
        }
        const said = /in whole pence (\S+)\. Whole pence leave (\d+) over, for the largest remainders: (.*?)(?:; none for (.*?))?\.(?: Of equal remainders (.*)\.)?$/.exec(remark)
        if (!said) expect.fail(remark)
        const [, figure, left, got, none = '', tie = ''] = said
        const names = (text: string): string[] => [...text.matchAll(/([A-E]) /g)].map(([, id]) => id!)
        same([figure!.replaceAll(/[,.]/g, ''), left], [`${parts[place]! < 0n ? '-' : ''}${`${parts[place]! < 0n ? -parts[place]! : parts[place]!}`.padStart(3, '0')}`, `${total(owed) / total(whole)}`])
        same(names(got!), up)
        same(names(none), down)
        same([BigInt(left!)], [BigInt(up.length)])
        const at = (id: string): number => partners.indexOf(id)
        const ties = up.flatMap(a => down.filter(b => owed[at(a)] === owed[at(b)]).map(b => whole[at(a)] === whole[at(b)]))
        const decided = `${ties.includes(false) ? 'weight' : ''}${ties.includes(true) ? 'name' : ''}`
        same([tie], [{ '': '', weight: 'the larger weight goes first', name: 'the first name goes first', weightname: 'the larger weight goes first, and of equal weights the first name' }[decided]])
        met.add(`tie ${decided}`)
      }
    }), { numRuns: 1200 })
    expect([...met].sort()).toEqual(['exact', 'tie ', 'tie name', 'tie weight', 'tie weightname'])
  })
})
