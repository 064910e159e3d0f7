import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareMethods, type Comparison } from '../../src/domain/comparison.ts'
import { methodNames } from '../../src/domain/methods/registry.ts'
import type { Model } from '../../src/domain/model.ts'
import { type CompareView, type Figures, showComparison } from '../../src/report/compare-figures.ts'
import { units } from '../../src/report/unit.ts'
import { alone, costLine, counted, model, yearNamed } from '../models.ts'
import { forAll, holds, same, size, total } from '../properties.ts'
import { models } from '../random-models.ts'

const compared = (of: Model, users: string): Comparison => compareMethods(of, { methods: methodNames, from: 'agreed', users: counted(users) }).value!

const isNear = ({ exact, shown }: Figures, unit: bigint, near: (away: bigint) => boolean): void =>
  holds(exact.every((amount, place) => near(size(shown[place]! * unit - amount))), `${exact.join()} shown as ${shown.join()} of ${unit}`)

const comesToItsTotal = ({ exact, shown }: Figures): void => {
  same([total(exact.slice(0, -1)), total(shown.slice(0, -1))], [exact.at(-1), shown.at(-1)])
}

test('whatever the model, what is shown adds up: partners to one total, years to the years together, subsidies to gains', () => {
  forAll([models, fc.constantFrom(units.pence, units.pounds, units.thousands)], (of, unit) => {
    const { methods, baseline } = showComparison(compared(of, 'users:one'), { years: of.years, byYear: true, unit, rounding: 'reconciled' })
    const [agreed] = methods
    for (const { together, byYear } of [baseline, ...methods.map(({ costs }) => costs)]) {
      for (const figures of [together, ...byYear.values()]) comesToItsTotal(figures)
      same(together.shown.map((_, place) => total([...byYear.values()].map(({ shown }) => shown[place]!))), together.shown)
      isNear(together, unit.size, away => away < unit.size)
      for (const figures of byYear.values()) isNear(figures, unit.size, away => away < 3n * unit.size)
    }
    for (const { costs, gains, subsidies } of methods) {
      same([costs.together.shown.at(-1)], [agreed!.costs.together.shown.at(-1)])
      same(gains.shown, agreed!.costs.together.shown.map((cost, place) => cost - costs.together.shown[place]!))
      same([gains.shown.at(-1)], [0n])
      isNear(gains, unit.size, away => away < 2n * unit.size)
      same(of.partners.map((_, place) => total(subsidies.map(({ payer, beneficiary, shown }) => (beneficiary === place ? shown : payer === place ? -shown : 0n)))), gains.shown.slice(0, -1))
    }
  })
})

test('each on its own, all is within half a unit', () => {
  forAll([models, fc.constantFrom(units.pounds, units.thousands)], (of, unit) => {
    const { methods, baseline } = showComparison(compared(of, 'users:one'), { years: of.years, byYear: true, unit, rounding: 'independent' })
    const subsidies = methods.map(each => ({ exact: each.subsidies.map(({ amount }) => amount), shown: each.subsidies.map(({ shown }) => shown) }))
    const through = [baseline, ...methods.map(({ costs }) => costs)].flatMap(({ together, byYear }) => [together, ...byYear.values()])
    for (const figures of [...through, ...methods.map(({ gains }) => gains), ...subsidies]) isNear(figures, unit.size, away => 2n * away <= unit.size)
  })
})

describe('1.00 that is A’s alone, against half a pound each', () => {
  const of = compareMethods(model({ budget: [costLine('waste', { '2017/18': '1.00' }, { driver: alone('A') })] }), { methods: ['equal'], from: 'agreed' }).value!
  const view = { years: [yearNamed('2017/18')], byYear: false, unit: units.pounds }
  const shown = (rounding: CompareView['rounding']) => showComparison(of, { ...view, rounding }).others[0]!

  test('reconciled, A bears 1 of 1 still and nobody gains', () => {
    expect(shown('reconciled')).toMatchObject({ costs: { together: { exact: [50n, 50n, 100n], shown: [1n, 0n, 1n] } }, gains: { exact: [50n, -50n, 0n], shown: [0n, 0n, 0n] }, subsidies: [] })
  })

  test('on its own, each bears 1 of 1, A gains 1 and B loses 1, which it pays for A', () => {
    expect(shown('independent')).toMatchObject({ costs: { together: { shown: [1n, 1n, 1n] } }, gains: { shown: [1n, -1n, 0n] }, subsidies: [{ payer: 1, beneficiary: 0, amount: 50n, shown: 1n }] })
  })
})

test('0.50, 0.50 and 0.50, 0.50 of A and B in two years each: what one year gives to A the other gives to B', () => {
  const halves = Object.fromEntries(['2017/18', '2018/19'].map(year => [year, '1.00']))
  const of = compareMethods(model({ years: '2017/18 to 2018/19', budget: [costLine('waste', halves, { driver: alone('A') })] }), { methods: ['equal'], from: 'equal' }).value!
  const { costs } = showComparison(of, { years: of.model.years, byYear: true, unit: units.pounds, rounding: 'reconciled' }).methods[0]!
  expect([...costs.byYear.values()].map(({ shown }) => shown)).toEqual([[0n, 1n, 1n], [1n, 0n, 1n]])
  expect(costs.together.shown).toEqual([1n, 1n, 2n])
})

test('0.60 in each of two years is 1 and 0, 1 together', () => {
  const of = compareMethods(model({ years: '2017/18 to 2018/19', budget: [costLine('waste', { '2017/18': '0.60', '2018/19': '0.60' }, { driver: alone('A') })] }), { methods: [], from: 'agreed' }).value!
  const { costs } = showComparison(of, { years: of.model.years, byYear: true, unit: units.pounds, rounding: 'reconciled' }).methods[0]!
  expect([costs.together.shown, ...[...costs.byYear.values()].map(({ shown }) => shown)]).toEqual([[1n, 0n, 1n], [1n, 0n, 1n], [0n, 0n, 0n]])
})
