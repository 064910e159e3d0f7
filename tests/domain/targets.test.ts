import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pence } from '../../src/domain/money.ts'
import { ratio } from '../../src/domain/ratio.ts'
import { savings } from '../../src/domain/savings.ts'
import { type Measure, reach, type Reached, type Target } from '../../src/domain/targets.ts'
import { at, baselineLine, costLine, model, percent, planOf, pounds, yearNamed } from '../models.ts'
import { forAll, holds } from '../properties.ts'

/** Of 120 and 80, 100 are spent and 60: 20 are saved in the first year and 40 in all; half of it is A's. */
const plan = planOf(model({
  years: '2017/18 to 2018/19', counts: { users: { A: { '2017/18': 1 }, B: { '2017/18': 1 } } },
  baseline: [baselineLine('A', { '2017/18': '60.00', '2018/19': '40.00' }), baselineLine('B', { '2017/18': '60.00', '2018/19': '40.00' })],
  budget: [costLine('team', { '2017/18': '100.00', '2018/19': '60.00' }, { category: 'staff' })],
}))
const years = savings(plan, () => true)

const reached = (measure: Measure, amount: string, terms: Partial<Target> = {}, amber = percent(10)): Reached =>
  reach([{ measure, called: 'it', year: yearNamed('2017/18'), amount: pounds(amount), at: at(1), ...terms }], plan, years, amber)[0]!

describe('a saving', () => {
  test('of 20 is green at 20 and at 19.99, amber at 20.01 and at 22.22, red at 22.23', () => {
    expect(['20.00', '19.99', '20.01', '22.22', '22.23'].map(amount => reached({ of: 'saving' }, amount).colour)).toEqual(['green', 'green', 'amber', 'amber', 'red'])
  })

  test('of a partner, of a category and so far is what the plan comes to', () => {
    const next = { year: yearNamed('2018/19') }
    expect([
      reached({ of: 'saving' }, '0.00', { partner: 'B' }), reached({ of: 'saving', category: 'staff' }, '0.00', next), reached({ of: 'cumulativeSaving' }, '0.00', next),
      reached({ of: 'cumulativeSaving' }, '0.00', { ...next, partner: 'A' }), reached({ of: 'cost', category: 'staff' }, '0.00', { partner: 'A' }), reached({ of: 'saving', category: 'none' }, '0.00'),
    ].map(({ figure }) => figure)).toEqual([1000n, 2000n, 4000n, 2000n, 5000n, 0n])
  })

  test('that falls short differs by less than nil', () => {
    expect(reached({ of: 'saving' }, '21.00')).toMatchObject({ figure: 2000n, difference: -100n, colour: 'amber' })
  })
})

describe('a cost', () => {
  test('of 100 is green at 100 and above, amber from 90.91, red below', () => {
    expect(['100.00', '100.01', '99.99', '90.91', '90.90'].map(amount => reached({ of: 'cost' }, amount).colour)).toEqual(['green', 'green', 'amber', 'amber', 'red'])
  })
})

test('a target of nil is never amber, and one below nil may be missed by as much as one above', () => {
  expect([reached({ of: 'cost' }, '0.00').colour, reached({ of: 'cost' }, '-200.00').colour]).toEqual(['red', 'red'])
  const [cost] = [reached({ of: 'saving' }, '-5.00')]
  expect(cost!.colour).toBe('green')
  const credit = planOf(model({ counts: { users: { A: { '2017/18': 1 } } }, budget: [costLine('back', { '2017/18': '-95.00' })] }))
  const colours = ['-100.00', '-106.00'].map(amount => reach([{ measure: { of: 'cost' }, called: 'it', year: yearNamed('2017/18'), amount: pounds(amount), at: at(1) }], credit, savings(credit, () => true), percent(10))[0]!.colour)
  expect(colours).toEqual(['amber', 'red'])
})

test('green is met, red is missed by more than the part allowed, and all between is amber', () => {
  forAll([fc.constantFrom('saving' as const, 'cost' as const), fc.bigInt({ min: -20_000n, max: 20_000n }), fc.bigInt({ min: 0n, max: 300n })], (of, amount, hundredths) => {
    const { colour, figure } = reach([{ measure: { of }, called: 'it', year: yearNamed('2017/18'), amount: pence(amount), at: at(1) }], plan, years, ratio(hundredths, 100n))[0]!
    const missing = of === 'cost' ? figure - amount : amount - figure
    const may = hundredths * (amount < 0n ? -amount : amount)
    holds(colour === (missing <= 0n ? 'green' : missing * 100n <= may ? 'amber' : 'red'), `${of} of ${figure} to ${amount} is ${colour}`)
  })
})
