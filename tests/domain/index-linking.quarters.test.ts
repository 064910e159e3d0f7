import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountOf, cellsOf, linkToIndex } from '../../src/domain/index-linking.ts'
import type { CostLine, Index, Profile } from '../../src/domain/model.ts'
import { inPounds, pence } from '../../src/domain/money.ts'
import { ratio } from '../../src/domain/ratio.ts'
import { stated } from '../../src/domain/stated.ts'
import { at, costLine, datum, everyYear, model, period, yearNamed } from '../models.ts'
import { forAll, same, total } from '../properties.ts'

const three = '2017/18 to 2019/20'

const link = (line: CostLine, pay: Index, years = three) => linkToIndex(line, model({ years, indexation: new Map([['pay', pay]]) }))

const quarterly = (name: string, { linked }: ReturnType<typeof link>): string[] =>
  linked.years.get(yearNamed(name))!.quarters.map(({ amount }) => inPounds(amount))

const raised = (values: Record<string, string>, terms: Partial<CostLine> = {}): CostLine => costLine('staff', values, { index: 'pay', ...terms })

describe('a year falls on its quarters', () => {
  test('in instalments by the profile: £100.03 equally is 25.01, 25.01, 25.01, 25.00; by 2, 1, 1, 0 exactly 50.015 and 25.0075 twice, so 50.01, 25.01, 25.01, nil', () => {
    expect(quarterly('2017/18', link(raised({ '2017/18': '100.03' }), everyYear(2)))).toEqual(['25.01', '25.01', '25.01', '25.00'])
    const profile: Profile = [2n, 1n, 1n, 0n]
    expect(quarterly('2017/18', link(raised({ '2017/18': '100.03' }, { profile }), everyYear(2)))).toEqual(['50.01', '25.01', '25.01', '0.00'])
  })

  test('each overridden by its own cell: 400 with 130 in Q3 is 100, 100, 130, 100, told to come to 430', () => {
    const of = link(raised({ '2017/18': '400.00', '2017/18 Q3': '130.00' }), everyYear(2))
    expect(quarterly('2017/18', of)).toEqual(['100.00', '100.00', '130.00', '100.00'])
    expect(of.diagnostics).toEqual([{
      code: 'year-overridden', severity: 'warning', at: at(1),
      args: { line: 'staff', year: yearNamed('2017/18'), stated: 40000n, total: 43000n },
    }])
  })

  test('and the next year is raised from what they come to: 430 at 2% is 438.60', () => {
    const of = link(raised({ '2017/18': '400.00', '2017/18 Q3': '130.00' }), everyYear(2))
    expect(inPounds(amountOf(of.linked, yearNamed('2018/19')))).toBe('438.60')
    expect(quarterly('2018/19', of)).toEqual(['109.65', '109.65', '109.65', '109.65'])
  })

  test('in a blank year an override replaces an instalment of the raised amount, and there is nothing to warn of', () => {
    const of = link(raised({ '2017/18': '400.00', '2018/19 Q1': '0.00' }), everyYear(2))
    expect(quarterly('2018/19', of)).toEqual(['0.00', '102.00', '102.00', '102.00'])
    expect(of.diagnostics).toEqual([])
  })

  test('overrides that come to what the year states are not told', () => {
    expect(link(raised({ '2017/18': '400.00', '2017/18 Q1': '50.00', '2017/18 Q2': '150.00' }), everyYear(2)).diagnostics).toEqual([])
  })

  test('a year before the plan that is overridden is not told, but is the base: 8 with 0 in Q1 is 6', () => {
    const of = link(raised({ '2016/17': '8.00', '2016/17 Q1': '0.00' }), everyYear(50))
    expect(of.diagnostics).toEqual([])
    expect(inPounds(amountOf(of.linked, yearNamed('2017/18')))).toBe('9.00')
  })

  test('a quarter before the plan is a base too', () => {
    expect(inPounds(amountOf(link(raised({ '2016/17 Q4': '100.00' }), everyYear(2)).linked, yearNamed('2017/18')))).toBe('102.00')
  })
})

describe('a figure knows where it comes from', () => {
  const of = link(raised({ '2017/18': '25.01', '2018/19 Q2': '7.00' }), everyYear(2)).linked
  const origin = (name: string) => of.years.get(yearNamed(name))!.origin

  test('the cell that states it, and the rises since, before rounding', () => {
    expect(origin('2017/18')).toEqual({ kind: 'cell', at: at(1), exact: ratio(2501n) })
    const [first] = of.years.get(yearNamed('2018/19'))!.quarters
    expect(first!.origin).toEqual({ kind: 'raised', from: origin('2017/18'), year: yearNamed('2018/19'), rate: everyYear(2).everyYear, exact: ratio(255102n, 100n) })
  })

  test('a rise for each year since', () => {
    const rate = everyYear(2).everyYear
    const third = link(raised({ '2017/18': '100.00' }), everyYear(2)).linked.years.get(yearNamed('2019/20'))!.origin
    const first = { kind: 'cell', at: at(1), exact: ratio(10000n) }
    const second = { kind: 'raised', from: first, year: yearNamed('2018/19'), rate, exact: ratio(10200n) }
    expect(third).toEqual({ kind: 'raised', from: second, year: yearNamed('2019/20'), rate, exact: ratio(10404n) })
  })

  test('of an overridden quarter its own cell, and of its year the quarters that make it up, with the cells of both', () => {
    expect(of.years.get(yearNamed('2018/19'))!.quarters[1]!.origin).toEqual({ kind: 'cell', at: at(2), exact: ratio(700n) })
    expect(origin('2018/19')).toMatchObject({ kind: 'quarters', of: of.years.get(yearNamed('2018/19'))!.quarters })
    expect(cellsOf(origin('2018/19'))).toEqual([at(1), at(2)])
    // 25.51 in four is 6.38, 6.38, 6.38 and 6.37; with 7.00 in the second it is 26.13.
    expect(origin('2018/19').exact).toEqual(ratio(2613n))
  })
})

test('quarters always sum to their year', () => {
  const profile = fc.tuple(...[0, 1, 2, 3].map(() => fc.bigInt({ min: 0n, max: 5n })) as [fc.Arbitrary<bigint>, fc.Arbitrary<bigint>, fc.Arbitrary<bigint>, fc.Arbitrary<bigint>])
  const amount = fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n }).map(pence)
  const override = fc.option(amount, { nil: undefined })
  forAll([amount, profile.filter(of => total(of) > 0n), fc.array(override, { minLength: 8, maxLength: 8 })], (base, of, overrides) => {
    const names = ['2017/18 Q1', '2017/18 Q2', '2017/18 Q3', '2017/18 Q4', '2018/19 Q1', '2018/19 Q2', '2018/19 Q3', '2018/19 Q4']
    const cells = overrides.flatMap((value, place) => (value === undefined ? [] : [[period(names[place]!), datum(value)] as const]))
    const line = { ...raised({}, { profile: of }), amounts: stated([[period('2017/18'), datum(base)], ...cells]) }
    const quarters = [...link(line, everyYear(3), '2017/18 to 2018/19').linked.years.values()]
    same(quarters.map(({ quarters: within }) => total(within.map(({ amount: part }) => part))), quarters.map(({ total: whole }) => whole))
    for (const [place, { amount: part }] of quarters.flatMap(({ quarters: within }) => within).entries()) {
      if (overrides[place] !== undefined) same([part], [overrides[place]])
    }
  })
})
