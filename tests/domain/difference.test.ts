/** An issued quarter beside what is due of it now, and beside another; whole plans are held to their bridge in bridge.test.ts. */
import { describe, expect, test } from 'vitest'
import { type Actuals, noActuals } from '../../src/domain/actuals.ts'
import { steps } from '../../src/domain/bridge.ts'
import { charge } from '../../src/domain/charge.ts'
import { chargeDifference, type Difference, isDifferent, planDifference, type ToDate } from '../../src/domain/difference.ts'
import type { Model } from '../../src/domain/model.ts'
import { inPounds } from '../../src/domain/money.ts'
import { quarterName } from '../../src/domain/period.ts'
import { baselineLine, blend, costLine, counted, issued, model, percent, planOf, quarterNamed, spentOn } from '../models.ts'
import { forAll, holds, same, total } from '../properties.ts'
import { histories, type Step } from './histories.ts'

function due(of: Model, quarter: string, actuals: Actuals = noActuals): ToDate {
  const { value, diagnostics } = charge(of, actuals, undefined, quarterNamed(quarter), [])
  if (value === undefined) throw new Error(diagnostics.map(({ code }) => code).join())
  return { partnership: of, lines: value.lines, model: of }
}

/** As it was issued: nothing but what the record holds. */
const frozen = (of: Model, quarter: string, actuals: Actuals = noActuals): ToDate => {
  const { partnership, lines } = due(of, quarter, actuals)
  return { ...issued(quarterNamed(quarter), lines), partnership }
}

const walked = ({ bridges }: Difference, line = 'waste'): Record<string, Record<string, string>> =>
  Object.fromEntries(bridges.filter(bridged => bridged.line === line).map(bridged => [bridged.partner, Object.fromEntries(
    (['from', ...steps, 'to'] as const).filter(measure => measure === 'from' || measure === 'to' || bridged[measure] !== 0n).map(measure => [measure, inPounds(bridged[measure])]))]))

const users = { A: { '2017/18': 1 }, B: { '2017/18': 4 } }
const waste = (terms: Parameters<typeof model>[0] = {}): Model => model({ counts: { users }, budget: [costLine('waste', { '2017/18': '4000.00' })], ...terms })

describe('£1,000 a quarter, a fifth of it for A, as it was issued and as it is due now', () => {
  const first = frozen(waste(), '2017/18 Q1')

  test('is the same where nothing changed', () => {
    const difference = chargeDifference(first, due(waste(), '2017/18 Q1'))
    expect(walked(difference)).toEqual({ A: { from: '200.00', to: '200.00' }, B: { from: '800.00', to: '800.00' } })
    expect([difference.changes, isDifferent(difference)]).toEqual([[], false])
  })

  test('with £1,100 spent is 20 and 80 of price', () => {
    const difference = chargeDifference(first, due(waste(), '2017/18 Q1', spentOn('waste', { '2017/18 Q1': '1100.00' })))
    expect(walked(difference)).toEqual({ A: { from: '200.00', price: '20.00', to: '220.00' }, B: { from: '800.00', price: '80.00', to: '880.00' } })
    expect(isDifferent(difference)).toBe(true)
  })

  test('with 6 users of A and 4 of B is volume 1000 × (1/10 - 1/5) and share 1000 × 5/10 of A, volume 1000 × (4/10 - 4/5) of B', () => {
    expect(walked(chargeDifference(first, due(waste({ counts: { users: { ...users, A: { '2017/18': 6 } } } }), '2017/18 Q1')))).toEqual({
      A: { from: '200.00', volume: '-100.00', share: '500.00', to: '600.00' }, B: { from: '800.00', volume: '-400.00', to: '400.00' },
    })
  })

  test('by 1 and 1 calls is 1000 × (1/2 - 1/5) of method, though the users were counted anew as well: volume and share come before it', () => {
    const counts = { users: { ...users, A: { '2017/18': 6 } }, calls: { A: { '2017/18': 1 }, B: { '2017/18': 1 } } }
    const now = waste({ counts, budget: [costLine('waste', { '2017/18': '4000.00' }, { driver: counted('calls') })] })
    expect(walked(chargeDifference(first, due(now, '2017/18 Q1')))).toEqual({
      A: { from: '200.00', volume: '-100.00', share: '500.00', method: '-100.00', to: '500.00' }, B: { from: '800.00', volume: '-400.00', method: '100.00', to: '500.00' },
    })
  })

  test('with C in it, 5 users, is 1000 × (1/10 - 1/5), × (4/10 - 4/5) and × 5/10 of partners; and the other way round once it is gone', () => {
    const more = waste({ partners: ['A', 'B', 'C'], counts: { users: { ...users, C: { '2017/18': 5 } } } })
    expect(walked(chargeDifference(first, due(more, '2017/18 Q1')))).toEqual({
      A: { from: '200.00', partners: '-100.00', to: '100.00' }, B: { from: '800.00', partners: '-400.00', to: '400.00' }, C: { from: '0.00', partners: '500.00', to: '500.00' },
    })
    expect(walked(chargeDifference(frozen(more, '2017/18 Q1'), due(waste(), '2017/18 Q1')))).toEqual({
      A: { from: '100.00', partners: '100.00', to: '200.00' }, B: { from: '400.00', partners: '400.00', to: '800.00' }, C: { from: '500.00', partners: '-500.00', to: '0.00' },
    })
  })

  test('with C in it a year sooner is of partners too: it was counted before, and took no part', () => {
    const joining = (joins: string): Model => waste({ partners: ['A', 'B', { id: 'C', name: 'C', joins: quarterNamed(joins) }], counts: { users: { ...users, C: { '2017/18': 5 } } } })
    expect(walked(chargeDifference(frozen(joining('2018/19 Q1'), '2017/18 Q1'), due(joining('2017/18 Q1'), '2017/18 Q1')))).toEqual({
      A: { from: '200.00', partners: '-100.00', to: '100.00' }, B: { from: '800.00', partners: '-400.00', to: '400.00' }, C: { from: '0.00', partners: '500.00', to: '500.00' },
    })
  })

  test('with C in it and 6 users of A is share and volume among A and B first', () => {
    const more = waste({ partners: ['A', 'B', 'C'], counts: { users: { ...users, A: { '2017/18': 6 }, C: { '2017/18': 10 } } } })
    expect(walked(chargeDifference(first, due(more, '2017/18 Q1')))).toEqual({
      A: { from: '200.00', volume: '-100.00', share: '500.00', partners: '-300.00', to: '300.00' }, B: { from: '800.00', volume: '-400.00', partners: '-200.00', to: '200.00' }, C: { from: '0.00', partners: '500.00', to: '500.00' },
    })
  })

  test('by a blend that C takes part in is partners alone: the shares of a blend cannot be told apart from who has them', () => {
    const blended = (partners: string[]): Model => waste({
      partners, counts: { users: { ...users, C: { '2017/18': 5 } } }, baseline: partners.map(partner => baselineLine(partner, { '2017/18': '100.00' })),
      blends: new Map([['mix', [{ driver: counted('users'), portion: percent(50) }, { driver: { kind: 'baseline' }, portion: percent(50) }]]]),
      budget: [costLine('waste', { '2017/18': '4000.00' }, { driver: blend('mix') })],
    })
    // 1000 × (1/10 + 1/4) and × (4/10 + 1/4); then 1000 × (1/20 + 1/6), × (4/20 + 1/6) and × (5/20 + 1/6),
    // 216.67, 366.67 and 416.67 in whole pence, a penny too many, which the least of them goes without.
    expect(walked(chargeDifference(frozen(blended(['A', 'B']), '2017/18 Q1'), due(blended(['A', 'B', 'C']), '2017/18 Q1')))).toEqual({
      A: { from: '350.00', partners: '-133.33', rounding: '-0.01', to: '216.66' }, B: { from: '650.00', partners: '-283.33', to: '366.67' }, C: { from: '0.00', partners: '416.66', rounding: '0.01', to: '416.67' },
    })
  })

  test('where the record gives B no weight in the line, B counts for nothing in it, though it takes part', () => {
    const roads = costLine('roads', { '2017/18': '4.00' })
    const { lines, ...rest } = frozen(waste({ budget: [costLine('waste', { '2017/18': '4000.00' }, { driver: counted('calls') }), roads], counts: { users, calls: { A: { '2017/18': 1 } } } }), '2017/18 Q1')
    const without = lines.map(line => (line.line === 'roads' ? line : { ...line, known: line.known.map(known => ({ ...known, weights: new Map([...known.weights].filter(([partner]) => partner !== 'B')) })) }))
    const now = waste({ partners: ['A', 'C'], counts: { calls: { A: { '2017/18': 2 }, C: { '2017/18': 2 } } }, budget: [costLine('waste', { '2017/18': '4000.00' }, { driver: counted('calls') })] })
    expect(walked(chargeDifference({ ...rest, lines: without }, due(now, '2017/18 Q1')))).toEqual({
      A: { from: '1000.00', volume: '-500.00', share: '500.00', partners: '-500.00', to: '500.00' }, C: { from: '0.00', partners: '500.00', to: '500.00' },
    })
  })

  test('is all given back where the line is gone, and all charged where it is new', () => {
    expect(walked(chargeDifference(first, due(waste({ budget: [] }), '2017/18 Q1')))).toEqual({ A: { from: '200.00', price: '-200.00', to: '0.00' }, B: { from: '800.00', price: '-800.00', to: '0.00' } })
    expect(walked(chargeDifference(frozen(waste({ budget: [] }), '2017/18 Q1'), due(waste(), '2017/18 Q1')))).toEqual({ A: { from: '0.00', price: '200.00', to: '200.00' }, B: { from: '0.00', price: '800.00', to: '800.00' } })
  })

  test('goes the other way from the model to the record', () => {
    expect(walked(chargeDifference(due(waste(), '2017/18 Q1', spentOn('waste', { '2017/18 Q1': '1100.00' })), first))).toEqual({
      A: { from: '220.00', price: '-20.00', to: '200.00' }, B: { from: '880.00', price: '-80.00', to: '800.00' },
    })
  })

  test('goes the other way by a baseline too: 100 and 300 were 100 and 100, so volume is 1000 × (1/2 - 1/4) and 1000 × (3/2 - 3/4), and share 1000 × -2/2', () => {
    const by = (b: string): Model => waste({ baseline: [baselineLine('A', { '2017/18': '100.00' }), baselineLine('B', { '2017/18': b })], budget: [costLine('waste', { '2017/18': '4000.00' }, { driver: { kind: 'baseline', category: 'staff' } })] })
    expect(walked(chargeDifference(due(by('300.00'), '2017/18 Q1'), frozen(by('100.00'), '2017/18 Q1')))).toEqual({
      A: { from: '250.00', volume: '250.00', to: '500.00' }, B: { from: '750.00', volume: '750.00', share: '-1000.00', to: '500.00' },
    })
  })

  test('beside the next quarter as issued is another £1,000 of price, in one stretch to the end of it', () => {
    const difference = chargeDifference(first, frozen(waste(), '2017/18 Q2'))
    expect(walked(difference)).toEqual({ A: { from: '200.00', price: '200.00', to: '400.00' }, B: { from: '800.00', price: '800.00', to: '1600.00' } })
    expect(difference.spans.map(({ year, quarters }) => [year, quarters.map(quarterName)])).toEqual([[undefined, ['2017/18 Q1', '2017/18 Q2']]])
  })
})

test('two plans differ where an input does though no figure does', () => {
  expect(isDifferent(planDifference(planOf(waste()), planOf(waste({ name: 'Another' }))))).toBe(true)
  expect(isDifferent(planDifference(planOf(waste()), planOf(waste())))).toBe(false)
})

describe('whatever is restated between one issue and the next', () => {
  const known = ({ model: of, actuals, closedTo }: Step, quarter: Step['quarter']): ToDate => ({ partnership: of, lines: charge(of, actuals, closedTo, quarter, []).value!.lines, model: of })

  test('an issued quarter and what is due of it at any later time are bridged exactly, and at the same time not at all', () => {
    forAll([histories], history => {
      for (const [place, then] of history.entries()) {
        const record: ToDate = { ...issued(then.quarter, known(then, then.quarter).lines), partnership: then.model }
        const later = history.at((place * 5 + 3) % history.length)!
        const now = known(later, then.quarter)
        const difference = chargeDifference(record, now)
        for (const { lines } of [record, now]) holds(lines.every(({ line, parts }) => parts.every(({ partner, toDate }) => toDate === 0n || difference.bridges.some(of => of.line === line && of.partner === partner))), 'a charge is not told')
        for (const bridged of difference.bridges) {
          const toDate = ({ lines }: ToDate): bigint => lines.find(of => of.line === bridged.line)?.parts.find(of => of.partner === bridged.partner)?.toDate ?? 0n
          same([bridged.from, bridged.to], [toDate(record), toDate(now)])
          same([bridged.from + total(steps.map(step => bridged[step]))], [bridged.to])
        }
        const itself = chargeDifference(record, known(then, then.quarter))
        same([isDifferent(itself), itself.bridges.some(of => steps.some(step => of[step] !== 0n))], [false, false])
      }
    }, { numRuns: 100 })
  })
})
