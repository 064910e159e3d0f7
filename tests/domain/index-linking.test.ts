import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountOf, linkToIndex } from '../../src/domain/index-linking.ts'
import type { BaselineLine, CostLine, Index } from '../../src/domain/model.ts'
import { inPounds, pence } from '../../src/domain/money.ts'
import { yearName } from '../../src/domain/period.ts'
import { ratio } from '../../src/domain/ratio.ts'
import { stated } from '../../src/domain/stated.ts'
import { at, baselineLine, byYear, costLine, datum, everyYear, model, period, yearNamed } from '../models.ts'
import { forAll, same } from '../properties.ts'

const three = '2017/18 to 2019/20'

const link = (line: CostLine | BaselineLine, pay: Index, years = three) => linkToIndex(line, model({ years, indexation: new Map([['pay', pay]]) }))

const yearly = (...of: Parameters<typeof link>): string[] => [...link(...of).linked.years.values()].map(({ total: whole }) => inPounds(whole))

const raised = (values: Record<string, string>, terms: Partial<CostLine> = {}): CostLine => costLine('staff', values, { index: 'pay', ...terms })

describe('a blank year takes the year before it, raised', () => {
  test('£100.01 at 2% is 102.0102, so 102.01, then 104.050404, so 104.05', () => {
    expect(yearly(raised({ '2017/18': '100.01' }), everyYear(2))).toEqual(['100.01', '102.01', '104.05'])
  })

  test('unrounded: 25p at 2% is 25.5, so 26, then 26.01, so 26; raising the 26 would have made 26.52, so 27', () => {
    expect(yearly(raised({ '2017/18': '0.25' }), everyYear(2))).toEqual(['0.25', '0.26', '0.26'])
  })

  test('and halves go away from zero: -25p at 2% is -25.5, so -26', () => {
    expect(yearly(raised({ '2017/18': '-0.25' }), everyYear(2))).toEqual(['-0.25', '-0.26', '-0.26'])
  })

  test('by a rate of its own: £100 at 2% is 102, then at 3% 105.06', () => {
    expect(yearly(raised({ '2017/18': '100.00' }), byYear({ '2018/19': 2, '2019/20': 3 }))).toEqual(['100.00', '102.00', '105.06'])
  })

  test('by the rate of every year where it has none of its own, and a fall is a rise below nil', () => {
    const mostly: Index = { ...everyYear(2), byYear: byYear({ '2018/19': -10 }).byYear }
    expect(yearly(raised({ '2017/18': '100.00' }), mostly)).toEqual(['100.00', '90.00', '91.80'])
  })

  test('and starts again at a year that is stated: £100, then £50, then 51', () => {
    expect(yearly(raised({ '2017/18': '100.00', '2018/19': '50.00' }), everyYear(2))).toEqual(['100.00', '50.00', '51.00'])
    expect(yearly(raised({ '2017/18': '100.00', '2018/19': '0.00' }), everyYear(2))).toEqual(['100.00', '0.00', '0.00'])
  })

  test('and may start before the plan: £100 in 2015/16 at 2% is 104.04 in 2017/18, and the plan has only its own years', () => {
    const { linked } = link(raised({ '2015/16': '100.00' }), everyYear(2))
    expect([...linked.years].map(([year, { total: whole }]) => [yearName(year), inPounds(whole)]))
      .toEqual([['2017/18', '104.04'], ['2018/19', '106.12'], ['2019/20', '108.24']])
  })

  test('n times is the amount times the nth power of the rise, rounded once', () => {
    forAll([fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: -999n, max: 999n })], (amount, tenths) => {
      const index: Index = { everyYear: datum(ratio(tenths, 1000n)), byYear: new Map() }
      const line = { ...raised({}), amounts: stated([[period('2017/18'), datum(pence(amount))]]) }
      const size = amount < 0n ? -amount : amount
      same([...link(line, index, '2017/18 to 2021/22').linked.years.values()].map(of => of.total), [0n, 1n, 2n, 3n, 4n].map(n => {
        const [rise, over] = [(1000n + tenths) ** n, 1000n ** n]
        const rounded = (size * rise) / over + (2n * ((size * rise) % over) >= over ? 1n : 0n)
        return amount < 0n ? -rounded : rounded
      }))
    })
  })
})

describe('a blank year is nil', () => {
  test('without an index, and before anything is stated', () => {
    expect(yearly(costLine('rent', { '2018/19': '9.00' }), everyYear(2))).toEqual(['0.00', '9.00', '0.00'])
    expect(yearly(raised({ '2018/19': '100.00' }), everyYear(2))).toEqual(['0.00', '100.00', '102.00'])
  })

  test('and needs no rate where there is nothing to raise', () => {
    expect(link(raised({ '2019/20': '9.00' }), byYear({})).diagnostics).toEqual([])
  })
})

describe('a rate that is missing', () => {
  test('is told with the line, the index and the first year that lacks it', () => {
    const { linked, diagnostics } = link(raised({ '2017/18': '100.00' }), byYear({ '2018/19': 2 }))
    expect(diagnostics).toEqual([{ code: 'no-rate', severity: 'error', at: at(7), args: { line: 'staff', index: 'pay', year: yearNamed('2019/20') } }])
    expect(inPounds(amountOf(linked, yearNamed('2018/19')))).toBe('102.00')
    expect(inPounds(amountOf(linked, yearNamed('2019/20')))).toBe('0.00')
  })

  test('is not missed in a year that states its amount, or all its quarters', () => {
    const all = { '2018/19 Q1': '1.00', '2018/19 Q2': '2.00', '2018/19 Q3': '3.00', '2018/19 Q4': '4.00' }
    expect(link(raised({ '2017/18': '100.00', '2018/19': '5.00' }), byYear({}), '2017/18 to 2018/19').diagnostics).toEqual([])
    expect(link(raised({ '2017/18': '100.00', ...all }), byYear({}), '2017/18 to 2018/19').diagnostics).toEqual([])
    const { '2018/19 Q4': _, ...three } = all
    expect(link(raised({ '2017/18': '100.00', ...three }), byYear({}), '2017/18 to 2018/19').diagnostics.map(({ code }) => code)).toEqual(['no-rate'])
  })
})

test('a baseline is linked as a cost is', () => {
  expect(yearly(baselineLine('A', { '2017/18': '100.01' }, { index: 'pay' }), everyYear(2))).toEqual(['100.01', '102.01', '104.05'])
})
