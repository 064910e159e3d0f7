import { describe, expect, test } from 'vitest'
import { leavesOf } from '../../src/domain/leaf.ts'
import { yearOf } from '../../src/domain/period.ts'
import { ratio } from '../../src/domain/ratio.ts'
import { savings, type Standing } from '../../src/domain/savings.ts'
import { alone, baselineLine, costLine, model, planOf } from '../models.ts'
import { forAll, holds, same, total } from '../properties.ts'
import { models } from '../random-models.ts'

const everyone = (): boolean => true

const example = planOf(model({
  years: '2017/18 to 2018/19',
  counts: { users: { A: { '2017/18': 3 }, B: { '2017/18': 1 } } },
  baseline: [
    baselineLine('A', { '2017/18': '100.00', '2018/19': '90.00' }),
    baselineLine('B', { '2017/18': '60.00' }, { id: 'kit', category: 'other' }),
  ],
  budget: [
    costLine('team', { '2017/18': '80.00', '2018/19': '100.00' }, { category: 'staff', rule: 'staff', driver: alone('A') }),
    costLine('waste', { '2017/18': '40.00', '2018/19': '20.00' }),
    costLine('wire', { '2017/18': '1.00' }, { category: 'network' }),
  ],
}))

describe('a worked plan', () => {
  const [first, second] = savings(example, everyone)

  test('baselines of 100 and 60 and costs of 80, 40 and 1 are a saving of 39, 39/160 of the baseline', () => {
    expect(first).toMatchObject({ baseline: 16000n, cost: 12100n, saving: 3900n, savingShare: ratio(39n, 160n), cumulativeSaving: 3900n })
  })

  test('the next year 90 against 120 is a cost increase of 30, which leaves 9 saved', () => {
    expect(second).toMatchObject({ baseline: 9000n, cost: 12000n, saving: -3000n, savingShare: ratio(-1n, 3n), cumulativeSaving: 900n })
  })

  test('by category, staff first and other last: 100 less 80, nil less 1, 60 less 40', () => {
    expect(first!.categories).toEqual([
      { category: 'staff', baseline: 10000n, cost: 8000n, saving: 2000n },
      { category: 'network', baseline: 0n, cost: 100n, saving: -100n },
      { category: 'other', baseline: 6000n, cost: 4000n, saving: 2000n },
    ])
  })

  test('A bears 80 and three quarters of 41, B the last quarter; without a baseline there is no share of it', () => {
    expect(first!.partners.map(({ partner, cost, saving }) => [partner, cost, saving])).toEqual([['A', 11075n, -1075n], ['B', 1025n, 4975n]])
    expect(second!.partners[1]).toMatchObject({ partner: 'B', baseline: 0n, cost: 500n, saving: -500n, cumulativeSaving: 4475n })
    expect('savingShare' in second!.partners[1]!).toBe(false)
  })

  test('rules are those of the budget, in their order, and lines those that cost something', () => {
    expect(first!.partners[0]!.rules).toEqual([{ rule: 'staff', cost: 8000n }, { rule: 'shared', cost: 3075n }])
    expect(second!.partners[1]!.rules).toEqual([{ rule: 'staff', cost: 0n }, { rule: 'shared', cost: 500n }])
    expect(second!.partners[1]!.lines).toEqual([{ line: 'waste', cost: 500n }])
  })

  test('of one partner alone every total is its own, but staff shares are those of all', () => {
    const [alone1] = savings(example, partner => partner === 'B')
    expect(alone1).toMatchObject({ baseline: 6000n, cost: 1025n, saving: 4975n, cumulativeSaving: 4975n })
    expect(alone1!.partners.map(({ partner }) => partner)).toEqual(['B'])
    expect(alone1!.categories.map(({ cost }) => cost)).toEqual([0n, 25n, 1000n])
    expect([...alone1!.staffShares!]).toEqual([['A', ratio(1n)], ['B', ratio(0n)]])
  })
})

test('categories between staff and other stand in code-point order', () => {
  const budget = ['other', 'web', 'staff', 'Web', 'phones'].map(category => costLine(category, { '2017/18': '1.00' }, { category, driver: alone('A') }))
  expect(savings(planOf(model({ budget })), everyone)[0]!.categories.map(({ category }) => category)).toEqual(['staff', 'Web', 'phones', 'web', 'other'])
})

test('£50.00 against £50.00 is a saving of nothing, 0 of the baseline', () => {
  const of = planOf(model({ baseline: [baselineLine('A', { '2017/18': '50.00' })], budget: [costLine('team', { '2017/18': '50.00' }, { driver: alone('A') })] }))
  expect(savings(of, everyone)[0]).toMatchObject({ saving: 0n, savingShare: ratio(0n), cumulativeSaving: 0n })
})

const figures = ({ baseline, cost, saving }: Standing): bigint[] => [baseline, cost, saving]

const add = (of: readonly Standing[]): bigint[] => [0, 1, 2].map(place => total(of.map(each => figures(each)[place]!)))

describe('whatever the model', () => {
  test('categories, partners, rules, lines and leaves come to one total, as do those chosen and those left; a saving is baseline less cost, and adds up', () => {
    forAll([models], of => {
      const made = planOf(of)
      const leaves = new Map<number, bigint>()
      for (const { quarter, amount } of leavesOf(made)) leaves.set(yearOf(quarter), (leaves.get(yearOf(quarter)) ?? 0n) + amount)
      const soFar = new Map<string, bigint>()
      const all = savings(made, everyone)
      for (const year of all) {
        same([year.cost], [leaves.get(year.year) ?? 0n])
        same(add(year.categories), figures(year))
        same(add(year.partners), figures(year))
        for (const { baseline, cost, saving } of [year, ...year.categories, ...year.partners]) holds(saving === baseline - cost, 'no saving')
        for (const { cost, rules, lines } of year.partners) same([total(rules.map(rule => rule.cost)), total(lines.map(line => line.cost))], [cost, cost])
        for (const [who, of] of [['all', year] as const, ...year.partners.map(each => [each.partner, each] as const)]) {
          soFar.set(who, (soFar.get(who) ?? 0n) + of.saving)
          same([of.cumulativeSaving], [soFar.get(who)])
          if (of.savingShare) holds(of.savingShare.numerator * of.baseline === of.savingShare.denominator * of.saving, 'not the share saved')
        }
      }
      const [chosen, left] = [(id: string) => id < 'B', (id: string) => id >= 'B'].map(who => savings(made, who))
      for (const [place, year] of all.entries()) {
        same(add([chosen![place]!, left![place]!]), figures(year))
        same([chosen![place]!.cumulativeSaving + left![place]!.cumulativeSaving], [year.cumulativeSaving])
      }
    })
  })
})
