import { describe, expect, test } from 'vitest'
import { planUnder } from '../../../src/domain/scenario/apply.ts'
import { isCostMeant, matches } from '../../../src/domain/scenario/target.ts'
import { hasRange } from '../../../src/domain/scenario/varying-changes.ts'
import { alone, baselineLine, borne, byYear, costLine, counted, model, percent, quarterNamed } from '../../models.ts'
import { amounts, change, during, pays, quarters, scale, under, wrong, years } from './changes.ts'

const of = model({
  years: '2017/18 to 2018/19', counts: { users: { A: { '2017/18': 3 }, B: { '2017/18': 1 } } },
  baseline: [baselineLine('A', { '2017/18': '50.00', '2018/19': '50.00' }), baselineLine('B', { '2017/18': '50.00', '2018/19': '50.00' })],
  budget: [costLine('old', { '2017/18': '40.00', '2018/19': '80.00' }, { rule: 'legacy', driver: alone('B') }), costLine('wire', { '2017/18': '4.00' })],
})
const shared = { rule: 'shared', driver: counted('users') } as const

describe('a legacy line that is shared', () => {
  const move = (terms: Partial<Parameters<typeof change<'move'>>[1]> = {}) => change('move', { target: { line: 'old' }, to: shared, ...terms })

  test('throughout, by 3 users and 1; so too from the first quarter on', () => {
    expect(pays(under(of, move()), '2018/19 Q1')).toEqual(['15.00', '5.00'])
    expect(under(of, move({ from: quarterNamed('2017/18 Q1') })).costs.map(({ line }) => line.id)).toEqual(['old', 'old', 'wire', 'wire'])
  })

  test('from a quarter on is parted there: £10.00 alone, then 7.50 and 2.50', () => {
    const plan = under(of, move({ from: quarterNamed('2017/18 Q4') }))
    expect(years(plan, 'old')).toEqual({ '2017/18': '30.00', '2018/19': '0.00' })
    expect(years(plan, 'old (shared)')).toEqual({ '2017/18': '10.00', '2018/19': '80.00' })
    expect(Object.values(borne(plan, 'old (shared)')).slice(3, 5)).toEqual([[750n, 250n], [1500n, 500n]])
  })

  test('still goes by its name after, and may move again under a name that no other line has', () => {
    const from = quarterNamed('2018/19 Q1')
    expect(years(under(of, move({ from }), amounts({ line: 'old' }, scale(50))), 'old (shared)')['2018/19']).toBe('40.00')
    const again = under({ ...of, budget: [...of.budget, costLine('old (shared)', { '2017/18': '1.00' })] }, move({ from }), move({ from: quarterNamed('2018/19 Q3'), to: { rule: 'legacy', driver: alone('A') } }))
    expect(again.model.budget.map(({ id }) => id)).toEqual(['old', 'old (legacy)', 'old (shared)', 'old (shared) 2', 'wire'])
    expect(pays(again, '2018/19 Q4')).toEqual(['20.00', '0.00'])
  })

  test('by nobody known, or not at all, is told', () => {
    expect(wrong(of, move({ to: { rule: 'legacy', driver: alone('C') } }))).toEqual([['unknown-partner', { partner: 'C', known: ['A', 'B'] }]])
    for (const from of [undefined, quarterNamed('2018/19 Q1')]) {
      expect(wrong(of, move({ target: { line: 'older' }, ...(from && { from }) }))).toEqual([['no-such-line', { line: 'older', of: 'budget', known: ['old', 'wire'] }]])
    }
    expect(wrong(of, move({ target: { line: 'wire' }, from: quarterNamed('2018/19 Q1') }))).toEqual([['touches-nothing', { why: 'cost' }]])
  })
})

describe('a delay', () => {
  const delay = (quartersLate: number, target = {}) => change('delay', { target: { line: 'old', ...target }, quarters: quartersLate })

  test('of three quarters: the last of £40.00 a year in the plan, and £60.00 fall out of it', () => {
    const { value, beyond } = planUnder(of, { changes: [delay(3)] })
    expect(quarters(value!, 'old')).toEqual({ '2017/18 Q1': '0.00', '2017/18 Q2': '0.00', '2017/18 Q3': '0.00', '2017/18 Q4': '10.00', '2018/19 Q1': '10.00', '2018/19 Q2': '10.00', '2018/19 Q3': '10.00', '2018/19 Q4': '20.00' })
    expect(beyond).toEqual([{ line: 'old', amount: 6000n }])
  })

  test('of one year alone falls on top of the next', () => {
    const { value, beyond } = planUnder(of, { changes: [delay(4, { span: during('2017/18') })] })
    expect([years(value!, 'old'), beyond]).toEqual([{ '2017/18': '0.00', '2018/19': '120.00' }, []])
  })

  test('of no line, or of no cost, is told', () => {
    expect(wrong(of, delay(1, { line: 'older' }))).toMatchObject([['no-such-line', {}]])
    expect(wrong(of, delay(1, { line: 'wire', span: during('2018/19') }))).toEqual([['touches-nothing', { why: 'cost' }]])
  })
})

describe('a new line', () => {
  const line = (values: Record<string, string>, terms = {}) => change('line', { line: costLine('new', values, terms) })

  test('is borne like any other', () => {
    expect(pays(under(of, line({ '2018/19': '16.00' })), '2018/19 Q1')).toEqual(['3.00', '21.00'])
  })

  test('is told where there is one of its name, where it costs nothing, and where nobody known bears it', () => {
    expect(wrong(of, change('line', { line: costLine('old', { '2017/18': '1.00' }) }))).toMatchObject([['duplicate-row', { key: ['old'] }]])
    expect(wrong(of, line({ '2017/18': '0.00' }))).toEqual([['touches-nothing', { why: 'cost' }]])
    expect(wrong(of, line({ '2017/18': '1.00' }, { driver: alone('C') }))).toMatchObject([['unknown-partner', { partner: 'C' }]])
    expect(wrong({ ...of, indexation: new Map([['pay', byYear({})]]) }, line({ '2017/18': '1.00' }, { index: 'pay' }))).toMatchObject([['no-rate', { line: 'new' }]])
  })
})

test('what is wrong with amounts is told once the rest is in order, and what cannot be borne after that', () => {
  expect(wrong(of, amounts({ line: 'none' }, scale(1)), amounts({ line: 'nothing' }, scale(1)))).toMatchObject([['no-such-line', { line: 'none' }], ['no-such-line', { line: 'nothing' }]])
  expect(wrong(of, change('counts', { driver: 'users', adjustment: scale(0) }))).toMatchObject([['no-weights', { line: 'wire' }]])
})

describe('a target', () => {
  test.each([
    ['microsoft-*', 'microsoft-licensing', true], ['microsoft-*', 'microsof', false], ['*idox*', 'ccc-idox', true], ['*idox*', 'ccc-indox', false], ['a*b*c', 'abc', true], ['a*b*c', 'acb', false],
    ['ab*ba', 'aba', false], ['a*b*b', 'ab', false], ['old', 'old', true], ['old', 'older', false], ['*', '', true],
  ])('%s of %s: %s', (pattern, name, is) => {
    expect(matches(pattern, name)).toBe(is)
  })

  test('is lines by system, expected or live, and by the partner that bears them alone', () => {
    const [live, expected, direct] = [costLine('a', {}, { driver: counted('users:one') }), costLine('b', {}, { driver: counted('expected:one') }), costLine('c', {}, { driver: alone('A') })]
    expect([live, expected, direct].map(line => isCostMeant(line, { system: 'one' }))).toEqual([true, true, false])
    expect([live, expected, direct].map(line => isCostMeant(line, { partner: 'A' }))).toEqual([false, false, true])
  })
})

test('a change whose figure may vary is known', () => {
  const varying = { central: percent(5), range: { kind: 'uniform', low: percent(4), high: percent(6) } } as const
  const changes = [change('start', { share: varying }), change('start', { share: { central: percent(5) } }), amounts({}, { how: 'scale', by: varying }), change('delay', { target: {}, quarters: 1 })]
  expect(changes.map(hasRange)).toEqual([true, false, true, false])
})
