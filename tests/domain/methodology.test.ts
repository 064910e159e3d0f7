import { describe, expect, test } from 'vitest'
import { driverName } from '../../src/domain/drivers/driver.ts'
import { groupBy } from '../../src/domain/group.ts'
import { leavesOf, traceOf } from '../../src/domain/leaf.ts'
import type { DriverInForce } from '../../src/domain/methodology/counts-in-force.ts'
import { type Methodology, methodology } from '../../src/domain/methodology/methodology.ts'
import { departsFromItsRule } from '../../src/domain/methodology/split-line.ts'
import type { CostLine, Model } from '../../src/domain/model.ts'
import { less, sum } from '../../src/domain/money.ts'
import { periodName, quarterName, yearName, yearOf } from '../../src/domain/period.ts'
import { equal, isLess, one, type Ratio, ratio, total, zero } from '../../src/domain/ratio.ts'
import { alone, amounts, at, baselineLine, blend, byYear, costLine, counted, everyYear, model, percent, planOf, quarterNamed, yearNamed } from '../models.ts'
import { forAll, holds, same } from '../properties.ts'
import { models } from '../random-models.ts'

const of = (terms: Parameters<typeof model>[0], year = '2017/18'): Methodology => methodology(planOf(model(terms)), yearNamed(year))

/** £100 a year, by 1 user and 1; A has 3 from the third quarter of 2018/19. */
const recounted = {
  years: '2017/18 to 2018/19',
  counts: { users: { A: { '2017/18': 1, '2018/19 Q3': 3 }, B: { '2017/18': 1 } } },
  budget: [costLine('waste', { '2017/18': '100.00', '2018/19': '100.00' })],
}

describe('a line', () => {
  test('of £100 by 1 and 1 for two quarters and by 3 and 1 for two is 62.50 and 37.50: 5/8 and 3/8, and says when that changes', () => {
    expect(of(recounted, '2018/19').lines.map(({ line, ...split }) => [line.id, split])).toEqual([['waste', {
      cost: 10_000n, exact: [ratio(6250n), ratio(3750n)], parts: [6250n, 3750n], shares: [ratio(5n, 8n), ratio(3n, 8n)],
      stretches: [quarterNamed('2018/19 Q1'), quarterNamed('2018/19 Q3')], isCredited: false,
    }]])
  })

  test('whose weights change where it costs nothing has one stretch, and shares of what it costs', () => {
    const [line] = of({ ...recounted, budget: [costLine('waste', { '2018/19': '100.00' }, { profile: [1n, 1n, 0n, 0n] })] }, '2018/19').lines
    expect([line!.shares, line!.stretches]).toEqual([[ratio(1n, 2n), ratio(1n, 2n)], [quarterNamed('2018/19 Q1')]])
  })

  test('that comes to nil over the year has no shares, but is told; one without any amount is not', () => {
    const nil = { '2017/18 Q1': '100.00', '2017/18 Q2': '-100.00' }
    const { lines } = of({ ...recounted, years: '2017/18', budget: [costLine('nothing', {}), costLine('refunded', nil)] })
    expect(lines.map(({ line, cost, shares, isCredited }) => [line.id, cost, shares, isCredited])).toEqual([['refunded', 0n, undefined, true]])
  })

  test('stands with those of its rule, in the order of the rules and then of ids', () => {
    const budget = [costLine('a', { '2017/18': '1.00' }, { rule: 'legacy', driver: alone('A') }), costLine('b', { '2017/18': '1.00' }), costLine('c', { '2017/18': '1.00' })]
    expect(of({ ...recounted, years: '2017/18', budget }).lines.map(({ line }) => line.id)).toEqual(['b', 'c', 'a'])
  })

  test('departs from its rule by a driver that the rule is not described by', () => {
    const departs = (rule: CostLine['rule'], driver: CostLine['driver']): boolean => departsFromItsRule(costLine('x', {}, { rule, driver, category: 'staff' }))
    expect([departs('shared', counted('users:x')), departs('project', counted('expected:x')), departs('project', alone('A')), departs('legacy', alone('A'))]).toEqual([false, false, false, false])
    expect([departs('shared', counted('calls')), departs('shared', counted('expected:x')), departs('shared', blend('mix')), departs('project', { kind: 'baseline' })]).toEqual([true, true, true, true])
    expect([departs('staff', { kind: 'baseline', category: 'staff' }), departs('pooled', { kind: 'baseline' })]).toEqual([false, false])
    expect([departs('staff', { kind: 'baseline' }), departs('staff', { kind: 'baseline', category: 'other' }), departs('staff', counted('users:x')), departs('pooled', counted('users:x')), departs('pooled', { kind: 'baseline', category: 'other' }), departs('pooled', { kind: 'baseline', category: 'staff' })]).toEqual([true, true, true, true, true, true])
  })
})

/** Each stretch as its quarters, and a partner's count, share, period and cell. */
const told = ({ driver, stretches }: DriverInForce) => [driverName(driver), stretches.map(({ quarters, partners }) => [
  quarters.map(quarterName).map(name => name.slice(8)).join(' '),
  ...partners.map(({ takesPart, weight: { value, sources: [first] }, share }) =>
    (takesPart ? [value.numerator, `${share.numerator}/${share.denominator}`, ...(first?.kind === 'count' ? [periodName(first.period), first.at.line] : [])] : 'out')),
])]

describe('the counts in force', () => {
  test('are told in stretches, each with the period that it was stated for and its cell', () => {
    expect(of(recounted, '2018/19').drivers.map(told)).toEqual([['users', [
      ['Q1 Q2', [1n, '1/2', '2017/18', 1], [1n, '1/2', '2017/18', 1]],
      ['Q3 Q4', [3n, '3/4', '2018/19 Q3', 2], [1n, '1/4', '2017/18', 1]],
    ]]])
  })

  test('begin anew where a count is stated again, though it is the same, and where a partner joins', () => {
    const counts = { users: { A: { '2017/18': 1, '2017/18 Q2': 1 }, B: { '2017/18': 1 } } }
    const partners = ['A', { id: 'B', name: 'B', joins: quarterNamed('2017/18 Q4') }]
    expect(of({ ...recounted, years: '2017/18', counts, partners }).drivers.map(told)).toEqual([['users', [
      ['Q1', [1n, '1/1', '2017/18', 1], 'out'],
      ['Q2 Q3', [1n, '1/1', '2017/18 Q2', 2], 'out'],
      ['Q4', [1n, '1/2', '2017/18 Q2', 2], [1n, '1/2', '2017/18', 1]],
    ]]])
  })

  test('are those of the quarters in which a cost goes by them, and of the drivers of a blend with it', () => {
    const terms = {
      counts: { calls: { A: { '2017/18': 1 }, B: { '2017/18': 3 } }, pcs: { A: { '2017/18': 1, '2017/18 Q3': 2 } } },
      blends: new Map([['mix', [{ driver: counted('calls'), portion: percent(50) }, { driver: counted('pcs'), portion: percent(50) }]]]),
      budget: [
        costLine('early', { '2017/18': '8.00' }, { driver: blend('mix'), profile: [1n, 0n, 0n, 0n] }),
        costLine('late', { '2017/18': '8.00' }, { driver: counted('calls'), profile: [0n, 0n, 0n, 1n] }),
        costLine('one', { '2017/18': '8.00' }, { rule: 'legacy', driver: alone('A') }),
      ],
    }
    expect(of(terms).drivers.map(told)).toEqual([
      ['calls', [['Q1 Q4', [1n, '1/4', '2017/18', 1], [3n, '3/4', '2017/18', 1]]]],
      ['mix', [['Q1', [5n, '5/8'], [3n, '3/8']]]],
      ['pcs', [['Q1', [1n, '1/1', '2017/18', 1], [0n, '0/1']]]],
    ])
  })
})

describe('amounts', () => {
  const terms = {
    years: '2017/18 to 2018/19', counts: recounted.counts, indexation: new Map([['pay', everyYear(2)], ['prices', byYear({ '2018/19': 3 })], ['idle', everyYear(9)]]),
    baseline: [baselineLine('A', { '2017/18': '50.00' }, { index: 'pay' }), baselineLine('B', { '2017/18': '0.00' }, { index: 'pay' })],
    budget: [
      costLine('hr', { '2017/18': '100.00' }, { index: 'pay' }),
      costLine('it', { '2017/18': '100.00', '2018/19 Q3': '30.00' }, { index: 'prices' }),
      costLine('ledger', { '2017/18': '100.00', '2018/19': '90.00' }, { index: 'prices' }),
      costLine('moved', { '2018/19 Q1': '1.00', '2018/19 Q2': '1.00', '2018/19 Q3': '1.00', '2018/19 Q4': '1.00' }, { index: 'pay' }),
    ],
  }

  test('are raised by an index at the rate of the year, stated for the year, or stated for quarters alone', () => {
    const { raised, stated, byQuarter } = of(terms, '2018/19').indexed
    expect(raised.map(({ index, rate, lines }) => [index, rate.value, lines.map(({ line, partner }) => [line, partner])])).toEqual([
      ['pay', percent(2), [['hr', undefined], ['before', 'A']]], ['prices', percent(3), [['it', undefined]]],
    ])
    expect(stated).toEqual([{ line: 'ledger', at: at(7) }])
    expect(byQuarter.map(({ line, quarters }) => [line, quarters.map(quarterName)])).toEqual([
      ['it', ['2018/19 Q3']], ['moved', ['2018/19 Q1', '2018/19 Q2', '2018/19 Q3', '2018/19 Q4']],
    ])
  })

  test('of the baseline of a partner that takes no part in the year are not told', () => {
    const partners = ['A', { id: 'B', name: 'B', leaves: quarterNamed('2017/18 Q4') }, { id: 'C', name: 'C', leaves: quarterNamed('2018/19 Q1') }]
    const baseline = ['A', 'B', 'C'].flatMap(id => [baselineLine(id, { '2017/18': '50.00' }, { index: 'pay' }), baselineLine(id, { '2018/19': '5.00' }, { id: 'own' })])
    const { raised, stated } = of({ ...terms, partners, baseline, budget: [] }, '2018/19').indexed
    expect([raised.flatMap(({ lines }) => lines), stated].map(lines => lines.map(({ line, partner }) => [line, partner]))).toEqual([
      [['before', 'A'], ['before', 'C']], [['own', 'A'], ['own', 'C']],
    ])
  })

  test('that changed are told with the rates: 100 is 102 at 2%, 107.25 with a quarter of 30.00 at 3%, and a line is new', () => {
    const { rates, lines } = of(terms, '2018/19').changes!
    expect(rates).toEqual([{ index: 'prices', before: undefined, now: percent(3) }])
    expect(lines.map(({ line, before, now }) => [line.id, before?.total, now?.total])).toEqual([
      ['hr', 10_000n, 10_200n], ['it', 10_000n, 10_725n], ['ledger', 10_000n, 9_000n], ['moved', undefined, 400n],
    ])
  })
})

describe('what changed', () => {
  test('is nothing to tell for the first year', () => {
    expect(of(recounted).changes).toBeUndefined()
  })

  test('is the count of the quarters that differ from those of the year before, and what each partner bears', () => {
    const { counts, lines, partners, members, rates, newDrivers, goneDrivers } = of(recounted, '2018/19').changes!
    expect(counts.map(({ driver, quarters, partners: each }) => [driverName(driver), quarters.map(quarterName), each.map(({ before, now }) => [before.weight.value, now.weight.value])])).toEqual([
      ['users', ['2018/19 Q3', '2018/19 Q4'], [[ratio(1n), ratio(3n)], [ratio(1n), ratio(1n)]]],
    ])
    expect(partners).toEqual([
      { partner: 'A', before: { cost: 5000n, share: ratio(1n, 2n) }, now: { cost: 6250n, share: ratio(5n, 8n) } },
      { partner: 'B', before: { cost: 5000n, share: ratio(1n, 2n) }, now: { cost: 3750n, share: ratio(3n, 8n) } },
    ])
    expect([lines, members, rates, newDrivers, goneDrivers]).toEqual([[], [], [], [], []])
  })

  test('in the third quarter of a year is a change of the first two in the year after', () => {
    const later = of({ ...recounted, years: '2017/18 to 2019/20', budget: [costLine('waste', { '2018/19': '100.00', '2019/20': '100.00' })] }, '2019/20').changes!
    expect(later.counts.map(({ quarters }) => quarters.map(quarterName))).toEqual([['2019/20 Q1', '2019/20 Q2']])
  })

  test('is told in stretches where quarters change differently', () => {
    const counts = { users: { A: { '2017/18': 1, '2018/19': 2, '2018/19 Q2': 3 }, B: { '2017/18': 1 } } }
    expect(of({ ...recounted, counts }, '2018/19').changes!.counts.map(({ quarters }) => quarters.length)).toEqual([1, 3])
  })

  test('is a partner that joined, a line and a driver that ended and others that are new; no cost then is no share', () => {
    const { members, lines, newDrivers, goneDrivers, partners } = of({
      years: '2017/18 to 2018/19', partners: ['A', { id: 'B', name: 'B', joins: quarterNamed('2018/19 Q2') }],
      counts: { calls: { A: { '2017/18': 1 } }, users: { A: { '2017/18': 1 }, B: { '2017/18': 1 } } },
      budget: [costLine('new', { '2018/19': '4.00' }), costLine('old', { '2017/18 Q1': '1.00', '2017/18 Q2': '-1.00' }, { driver: counted('calls') })],
    }, '2018/19').changes!
    expect(members.map(({ partner, before, now }) => [partner.id, before, now.map(quarterName)])).toEqual([['B', [], ['2018/19 Q2', '2018/19 Q3', '2018/19 Q4']]])
    expect(lines.map(({ line, before, now }) => [line.id, before?.total, now?.total])).toEqual([['new', undefined, 400n], ['old', 0n, undefined]])
    expect([newDrivers, goneDrivers].map(drivers => drivers.map(driverName))).toEqual([['users'], ['calls']])
    expect(partners.map(({ before, now }) => [before, now.cost])).toEqual([[{ cost: 0n }, 250n], [{ cost: 0n }, 150n]])
  })

  test('is nothing where nothing moved', () => {
    const { counts: { users: { A: _, ...others } }, ...terms } = recounted
    const { before: _before, ...changes } = of({ ...terms, counts: { users: { ...others, A: { '2017/18': 1 } } } }, '2018/19').changes!
    expect(Object.values(changes).flat()).toEqual([])
  })
})

test('rounding of £10.00 by 2 and 1 is a third of a penny more for the one and less for the other; what one bears alone is not divided', () => {
  const { rounding } = of({
    counts: { users: { A: { '2017/18': 2 }, B: { '2017/18': 1 } } },
    budget: [costLine('waste', { '2017/18': '10.00' }), costLine('own', { '2017/18': '0.01' }, { rule: 'legacy', driver: alone('B') })],
  })
  expect(rounding).toEqual({
    partners: [{ partner: 'A', difference: ratio(1n, 3n) }, { partner: 'B', difference: ratio(-1n, 3n) }],
    largest: { partner: 'A', difference: ratio(1n, 3n) }, splits: 1,
  })
})

test('the largest is of the partner furthest from exact, above or below: £0.02 by 1, 1 and 1 takes two thirds of a penny from the last', () => {
  const each = { '2017/18': 1 }
  const { rounding } = of({ partners: ['A', 'B', 'C'], counts: { users: { A: each, B: each, C: each } }, budget: [costLine('waste', { '2017/18': '0.02' })] })
  expect(rounding.largest).toEqual({ partner: 'C', difference: ratio(-2n, 3n) })
})

test('the host of £100.00, of which the other bears 37.50, is left with 62.50, its own share', () => {
  expect(of(recounted, '2018/19').host).toEqual({ host: 'A', cost: 10_000n, others: [{ partner: 'B', charged: 3750n }], charged: 3750n, left: 6250n, ownShare: 6250n })
})

test('a line is raised in the first year of the plan from a year before it', () => {
  const { indexed } = of({ ...recounted, years: '2017/18', indexation: new Map([['pay', everyYear(2)]]), budget: [{ ...costLine('hr', {}), index: 'pay', amounts: amounts({ '2016/17': '100.00' }) }] })
  expect(indexed.raised.map(({ lines }) => lines.map(({ line }) => line))).toEqual([['hr']])
})

describe('for any model and any of its years', () => {
  const every = (drawn: Model): { of: Methodology; leaves: ReturnType<typeof leavesIn> }[] => {
    const plan = planOf(drawn)
    return drawn.years.map(year => ({ of: methodology(plan, year), leaves: leavesIn(plan, year) }))
  }
  const leavesIn = (plan: ReturnType<typeof planOf>, year: number) => [...leavesOf(plan)].filter(({ quarter }) => yearOf(quarter) === year)

  test("costs sum to the year's, shares to 1, exact shares and rounding to those of the leaves, and what is left to the host is its own share", () => {
    forAll([models], drawn => {
      for (const { of: { lines, standing, rounding, host }, leaves } of every(drawn)) {
        same([sum(lines.map(({ cost }) => cost)), sum(lines.flatMap(({ parts }) => parts))], [standing.cost, standing.cost])
        same(drawn.partners.map((_, place) => sum(lines.map(({ parts }) => parts[place]!))), standing.partners.map(({ cost }) => cost))
        const byLine = groupBy(leaves, ({ line }) => line)
        for (const { line, cost, shares, exact } of lines) {
          if (cost === 0n) holds(shares === undefined, 'a share of nil')
          else holds(equal(total(shares!), one), `shares of ${line.id} are no whole`)
          for (const [place, share] of exact.entries()) holds(equal(share, total(byLine.get(line)!.filter(leaf => leaf.place === place).map(leaf => traceOf(leaf).exact))), 'not the exact share')
        }
        for (const [place, { difference }] of rounding.partners.entries()) {
          holds(equal(difference, total(leaves.filter(leaf => leaf.place === place).map(leaf => traceOf(leaf).rounding))), 'not what rounding did')
          holds(isZero(difference) || within(difference, ratio(BigInt(rounding.splits))), 'a penny or more of one amount')
          holds(!isLess(size(rounding.largest.difference), size(difference)), 'not the largest')
        }
        holds(equal(total(rounding.partners.map(({ difference }) => difference)), zero), 'a penny is lost')
        same([host.left, host.cost, less(host.cost, host.charged)], [host.ownShare, standing.cost, host.left])
        same([host.ownShare], [standing.partners.find(({ partner }) => partner === drawn.host)!.cost])
      }
    }, { numRuns: 2000 })
  })

  test('counts are told once for every quarter in which a cost goes by them, and their shares sum to 1', () => {
    forAll([models], drawn => {
      for (const { of: { drivers }, leaves } of every(drawn)) {
        for (const { driver, stretches } of drivers) {
          for (const { partners } of stretches) holds(equal(total(partners.map(({ share }) => share)), one), `shares by ${driverName(driver)} are no whole`)
          const quarters = stretches.flatMap(stretch => stretch.quarters)
          const used = leaves.filter(({ line, whole }) => whole !== 0n && driverName(line.driver) === driverName(driver)).map(({ quarter }) => quarter)
          holds(new Set(quarters).size === quarters.length && used.every(quarter => quarters.includes(quarter)), `quarters of ${driverName(driver)}`)
        }
      }
    }, { numRuns: 2000 })
  })

  test('lines that changed carry the whole change of cost, and nothing else is told of them', () => {
    forAll([models], drawn => {
      const all = every(drawn).map(({ of: each }) => each)
      for (const [place, { changes, standing, year }] of all.entries()) {
        if (changes === undefined) continue
        const before = all[place - 1]!.standing
        holds(changes.before === before.year, yearName(year))
        same([sum(changes.lines.map(({ before: then, now }) => less(now?.total ?? less(standing.cost, standing.cost), then?.total ?? less(standing.cost, standing.cost))))], [less(standing.cost, before.cost)])
        holds(changes.lines.every(({ before: then, now }) => then?.total !== now?.total), 'a line that did not change')
      }
    }, { numRuns: 2000 })
  })
})

const size = (of: Ratio): Ratio => (of.numerator < 0n ? ratio(-of.numerator, of.denominator) : of)
const isZero = ({ numerator }: Ratio): boolean => numerator === 0n
const within = (difference: Ratio, bound: Ratio): boolean => isLess(size(difference), bound)
