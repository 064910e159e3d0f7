/** The checks of lines and systems: what each finds, and what it lets pass. */
import { describe, expect, test } from 'vitest'
import type { Actuals } from '../../../src/domain/actuals.ts'
import { type CostLine, type Model } from '../../../src/domain/model.ts'
import { ratio } from '../../../src/domain/ratio.ts'
import { alone, baselineLine, blend, byYear, costLine, counted, everyYear, model, percent, pounds, quarterNamed, spentOn } from '../../models.ts'
import { contextFor, named, noticed, resultOf } from './checking.ts'

const users = { 'users:email': { A: { '2017/18': 2 }, B: { '2017/18': 1 } } }
const email = (values: Readonly<Record<string, string>>, terms: Partial<CostLine> = {}): CostLine => costLine('email', values, { driver: counted('users:email'), ...terms })

describe('sums', () => {
  const of = model({ counts: users, budget: [email({ '2017/18': '40.00', '2017/18 Q1': '10.00' })] })

  test('compares lines, partners, years with quarters of their own, and the charge', () => {
    expect(resultOf('sums', contextFor(of))).toMatchObject({ result: 'ok', compared: 1 + 3 + 1 })
    expect(resultOf('sums', contextFor(of, { actuals: spentOn('email', { '2017/18 Q2': '9.00' }) }))).toMatchObject({ result: 'ok', compared: 1 + 3 + 1 + 1 })
  })

  test('finds a year that its quarters do not come to', () => {
    expect(noticed('sums', model({ counts: users, budget: [email({ '2017/18': '40.00', '2017/18 Q1': '11.00' })] })).map(named)).toEqual(['year-overridden test.csv:1'])
  })

  test('finds a penny more on a leaf, and a penny more charged', () => {
    const { planned } = contextFor(of, { actuals: spentOn('email', { '2017/18 Q2': '9.00' }) })
    const [cost] = planned!.plan.costs
    const runs = cost!.runs.map(run => ({ ...run, quarters: run.quarters.map((each, place) => (place === 0 ? { ...each, parts: each.parts.map((part, at) => (at === 0 ? ((part + 1n) as typeof part) : part)) } : each)) }))
    const tampered = { ...planned!, plan: { ...planned!.plan, costs: [{ ...cost!, runs }] } }
    expect(resultOf('sums', { ...tampered, planned: tampered }).findings.map(({ notice }) => notice.code)).toEqual(['sum-differs'])
    const charged = { ...planned!, charged: { ...planned!.charged!, lines: planned!.charged!.lines.map(line => ({ ...line, parts: line.parts.slice(1) })) } }
    expect(resultOf('sums', { ...charged, planned: charged }).findings.map(({ notice }) => [notice.code, notice.args])).toEqual([
      ['charges-differ', { quarter: quarterNamed('2017/18 Q2'), cost: pounds('19.00'), charged: pounds('6.33') }]])
  })

  test('takes the budget of a quarter without actuals before the last with any', () => {
    const actuals = spentOn('email', { '2017/18 Q2': '9.00', '2017/18 Q4': '12.00' })
    expect(resultOf('sums', contextFor(of, { actuals }))).toMatchObject({ result: 'ok' })
  })
})

describe('shares', () => {
  const agreed = (a: bigint, b: bigint, parts: bigint, name = 'agreed'): Model =>
    model({ counts: { ...users, [name]: { A: { '2017/18': ratio(a, parts) }, B: { '2017/18': ratio(b, parts) } } }, budget: [email({ '2017/18': '1.00' })] })
  const near = (of: Model): unknown[] => noticed('shares', of).map(({ args }) => args)

  test('that come within a hundredth of 100 or of 1, and not to it, are pointed out', () => {
    expect(near(agreed(446n, 553n, 10n))).toMatchObject([{ driver: 'agreed', total: ratio(999n, 10n), whole: ratio(100n) }])
    expect(near(agreed(505n, 505n, 10n))).toMatchObject([{ total: ratio(101n), whole: ratio(100n) }])
    expect(near(agreed(49n, 50n, 100n))).toMatchObject([{ total: ratio(99n, 100n), whole: ratio(1n) }])
  })

  test('that come to the whole, or nowhere near it, are not', () => {
    expect([agreed(447n, 553n, 10n), agreed(505n, 506n, 10n), agreed(48n, 50n, 100n), agreed(1n, 1n, 4n)].flatMap(near)).toEqual([])
  })

  test('in whole numbers are shares only where their name says so', () => {
    expect(near(agreed(60n, 39n, 1n))).toEqual([])
    for (const name of ['share', 'Percentage', 'proportion', 'cost %']) expect(near(agreed(60n, 39n, 1n, name))).toHaveLength(1)
  })

  test('are told once for a stretch of time', () => {
    const of = model({ years: '2017/18 to 2018/19', counts: { ...users, agreed: { A: { '2017/18': ratio(999n, 20n), '2018/19': 50, '2018/19 Q3': ratio(999n, 20n) }, B: { '2017/18': ratio(999n, 20n), '2018/19': 50, '2018/19 Q4': 80 } } }, budget: [email({ '2017/18': '1.00', '2018/19': '1.00' })] })
    expect(near(of)).toMatchObject([{ first: quarterNamed('2017/18 Q1'), last: quarterNamed('2017/18 Q4'), total: ratio(999n, 10n) }, { first: quarterNamed('2018/19 Q3'), last: quarterNamed('2018/19 Q3') }])
  })

  test('of weights that a plan could not have come by are held to 1 all the same', () => {
    const { planned } = contextFor(model({ counts: users, budget: [email({ '2017/18': '1.00' })] }))
    const [cost] = planned!.plan.costs
    const bent = (whole: readonly bigint[]) => {
      const costs = [{ ...cost!, runs: cost!.runs.map(run => ({ ...run, weights: { ...run.weights, whole } })) }]
      const context = { ...planned!, plan: { ...planned!.plan, costs } }
      return resultOf('shares', { ...context, planned: context }).findings.map(({ notice }) => notice.code)
    }
    expect([bent([2n, 1n]), bent([0n, 0n]), bent([3n, -1n])]).toEqual([[], ['shares-not-whole'], ['shares-not-whole']])
  })
})

test('drivers and systems are counted through blends, each once', () => {
  const of = model({
    counts: { ...users, calls: { A: { '2017/18': 1 } } }, baseline: [baselineLine('A', { '2017/18': '9.00' })],
    blends: new Map([['mix', [{ driver: counted('users:email'), portion: percent(50) }, { driver: counted('calls'), portion: percent(50) }]]]),
    budget: [email({ '2017/18': '1.00' }), costLine('desk', { '2017/18': '1.00' }, { driver: blend('mix') }), costLine('pool', {}, { driver: { kind: 'baseline' } }), costLine('own', {}, { driver: alone('A') }), costLine('lost', {}, { driver: blend('gone') })],
  })
  expect([resultOf('zero-driver', contextFor(of)).compared, resultOf('system-without-users', contextFor(of)).compared]).toEqual([2, 1])
})

describe('users without a cost', () => {
  const counts = { ...users, 'users:gis': { A: { '2017/18': 0 }, B: { '2017/18': 4 } } }
  const found = (line: CostLine, actuals?: Actuals): string[] =>
    noticed('users-without-cost', model({ counts, budget: [email({ '2017/18': '1.00' }), line] }), actuals && { actuals }).map(named)

  test('are found where no line costs anything for their system', () => {
    expect(found(costLine('gis-old', { '2017/18': '0.00' }, { driver: counted('users:gis') }))).toEqual(['users-without-cost test.csv:1'])
    expect(found(costLine('maps', { '2017/18': '9.00' }, { driver: counted('users:email') }))).toEqual(['users-without-cost test.csv:1'])
  })

  test('are not where one does, under its name, through a blend, for the users expected, or in actuals', () => {
    expect(found(costLine('maps', { '2017/18': '9.00' }, { driver: counted('users:gis') }))).toEqual([])
    expect(found(costLine('gis', { '2017/18': '9.00' }, { driver: alone('A') }))).toEqual([])
    expect(found(costLine('maps', {}, { driver: counted('users:gis') }), spentOn('maps', { '2017/18 Q1': '5.00' }))).toEqual([])
  })

  test('nobody is no user', () => {
    expect(noticed('users-without-cost', model({ counts: { 'users:gis': { A: { '2017/18': 0 } }, calls: { A: { '2017/18': 4 } } } }))).toEqual([])
  })
})

describe('an unused application', () => {
  const counts = { 'users:gis': { A: { '2017/18': 3, '2017/18 Q3': 0 }, B: { '2017/18': 0 } }, 'expected:gis': { A: { '2017/18': 1 } }, calls: { B: { '2017/18': 1 } } }
  const found = (line: CostLine, actuals?: Actuals, of: object = counts): unknown[] =>
    noticed('unused-application', model({ counts: of as typeof counts, budget: [line] }), actuals && { actuals }).map(({ args }) => args)
  const span = (first: string, last: string, partners: string[]): object => ({ line: 'gis', system: 'gis', first: quarterNamed(`2017/18 ${first}`), last: quarterNamed(`2017/18 ${last}`), partners })

  test('is charged to those who do not use it, by name', () => {
    expect(found(costLine('gis', { '2017/18': '8.00' }, { rule: 'legacy', driver: alone('B') }))).toEqual([span('Q1', 'Q4', ['B'])])
    expect(found(costLine('gis', { '2017/18': '8.00' }, { rule: 'legacy', driver: alone('A') }))).toEqual([span('Q3', 'Q4', ['A'])])
    expect(found(costLine('gis', { '2017/18': '8.00', '2017/18 Q4': '0.00' }, { driver: counted('calls') }))).toEqual([span('Q1', 'Q3', ['B'])])
  })

  test('is none where it costs nothing, goes by its users, or bears another name', () => {
    expect(found(costLine('gis', { '2017/18': '0.00' }, { driver: alone('B') }))).toEqual([])
    expect(found(costLine('maps', { '2017/18': '8.00' }, { driver: alone('B') }))).toEqual([])
    expect(found(costLine('gis', { '2017/18 Q1': '8.00' }, { driver: counted('users:gis') }))).toEqual([])
  })

  test('is found by what was spent on it too, for its own partner or for all', () => {
    const line = costLine('gis', {}, { rule: 'legacy', driver: alone('B') })
    expect(found(line, spentOn('gis', { '2017/18 Q2': '5.00' }))).toEqual([span('Q2', 'Q2', ['B'])])
    expect(found(line, spentOn('gis', { '2017/18 Q2': '5.00' }, 'B'))).toEqual([span('Q2', 'Q2', ['B'])])
    expect(found(line, spentOn('gis', { '2017/18 Q2': '5.00' }, 'A'))).toEqual([])
    expect(found(line, spentOn('gis', { '2017/18 Q2': '0.00' }))).toEqual([])
  })

  test('is a project once its system has gone live, or was to', () => {
    const project = costLine('move', { '2017/18': '8.00' }, { rule: 'project', driver: counted('expected:gis') })
    const live = (of: object): unknown[] => found(project, undefined, { 'expected:gis': { A: { '2017/18': 1 } }, 'users:gis': of })
    expect(live({ A: { '2017/18': 0, '2017/18 Q3': 5 } })).toEqual([])
    expect(live({ A: { '2017/18 Q2': 4, '2017/18 Q4': 0 } })).toMatchObject([{ first: quarterNamed('2017/18 Q4') }])
    expect(live({ A: { '2017/18 Q3': 0 } })).toMatchObject([{ first: quarterNamed('2017/18 Q3') }])
    expect(live({ A: { '2017/18': 0, '2017/18 Q3': 0 } })).toMatchObject([{ first: quarterNamed('2017/18 Q1') }])
    expect(live({ B: { '2017/18': 7 } })).toMatchObject([{ partners: ['A'] }])
    expect(live({})).toEqual([])
  })

  test('is money spent in a quarter without users', () => {
    expect(noticed('unused-application', model({ counts, budget: [costLine('maps', {}, { driver: counted('users:gis') })] }), { actuals: spentOn('maps', { '2017/18 Q4': '5.00' }) }).map(named)).toEqual(['no-weights test.csv:7'])
  })
})

describe('a gap', () => {
  const gaps = (values: Readonly<Record<string, string>>, terms: Partial<CostLine> = {}): unknown[] =>
    noticed('year-gap', model({ years: '2017/18 to 2020/21', counts: users, indexation: new Map([['pay', everyYear(2)]]), budget: [email(values, terms)] })).map(({ args }) => args)

  test('is a blank year between two with amounts', () => {
    expect(gaps({ '2017/18': '1.00', '2019/20': '1.00' })).toEqual([{ line: 'email', years: [2018] }])
    expect(gaps({ '2016/17': '1.00', '2020/21 Q3': '1.00' })).toEqual([{ line: 'email', years: [2017, 2018, 2019] }])
    expect(gaps({ '2017/18 Q4': '1.00', '2019/20': '-1.00' })).toEqual([{ line: 'email', years: [2018] }])
  })

  test('is none where it is a nil, has a quarter, is at an end, or the line has an index', () => {
    const sound = [{ '2017/18': '1.00', '2018/19': '0.00', '2019/20': '1.00' }, { '2017/18': '1.00', '2018/19 Q1': '0.00', '2019/20': '1.00' }, { '2018/19': '1.00' }, { '2017/18': '0.00', '2019/20': '1.00' }, { '2017/18': '1.00', '2019/20': '0.00' }]
    expect(sound.flatMap(values => gaps(values as unknown as Record<string, string>))).toEqual([])
    expect(gaps({ '2017/18': '1.00', '2019/20': '1.00' }, { index: 'pay' })).toEqual([])
  })

  test('of a baseline names its partner', () => {
    const of = model({ years: '2017/18 to 2019/20', baseline: [baselineLine('B', { '2017/18': '1.00', '2019/20': '1.00' })] })
    expect(noticed('year-gap', of).map(({ args }) => args)).toEqual([{ line: 'before', partner: 'B', years: [2018] }])
  })
})

describe('a jump', () => {
  const jumps = (values: Readonly<Record<string, string>>, terms: Partial<CostLine> = {}, by = percent(50)): unknown[] =>
    noticed('jump', model({ years: '2017/18 to 2018/19', counts: users, indexation: new Map([['soar', byYear({ '2018/19': 60 })]]), budget: [email(values, terms)] }), { jump: by }).map(of => [of.code, of.at?.line])

  test('is a change of more than the part allowed, up or down, of either sign', () => {
    expect(jumps({ '2017/18': '2.00', '2018/19': '3.01' })).toEqual([['jump', 2]])
    expect(jumps({ '2017/18': '-2.00', '2018/19': '-0.99' })).toEqual([['jump', 2]])
    expect(jumps({ '2017/18': '2.00', '2018/19': '-2.00' })).toEqual([['jump', 2]])
    expect([jumps({ '2017/18': '2.00', '2018/19': '3.00' }), jumps({ '2017/18': '2.00', '2018/19': '1.00' })]).toEqual([[], []])
    expect(jumps({ '2017/18': '2.00', '2018/19': '3.00' }, {}, percent(0))).toEqual([['jump', 2]])
  })

  test('is none from nil or to nil', () => {
    expect([jumps({ '2018/19': '3.00' }), jumps({ '2017/18': '3.00' }), jumps({ '2017/18': '0.00', '2018/19': '3.00' })]).toEqual([[], [], []])
  })

  test('stands at the rate that makes it, and at the first of the quarters that do', () => {
    expect(jumps({ '2017/18': '2.00' }, { index: 'soar' })).toEqual([['jump', 1]])
    expect(jumps({ '2017/18': '4.00', '2018/19 Q1': '9.00', '2018/19 Q3': '1.00' })).toEqual([['jump', 2]])
  })

  test('of a baseline names its partner', () => {
    const of = model({ years: '2017/18 to 2018/19', baseline: [baselineLine('B', { '2017/18': '1.00', '2018/19': '9.00' })] })
    expect(noticed('jump', of).map(({ args }) => args)).toEqual([{ line: 'before', partner: 'B', year: 2018, before: 100n, now: 900n }])
  })
})
