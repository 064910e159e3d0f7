import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { year, type Year } from '../../src/domain/period.ts'
import { everyone, type OfPlan, type OfYear, showAppraisal, type Whose } from '../../src/report/appraisal-figures.ts'
import { units } from '../../src/report/unit.ts'
import { appraisalOf, type Figures, terms } from '../domain/appraisal/cash.ts'
import { percent } from '../models.ts'
import { forAll, holds, same, size, total } from '../properties.ts'

const amounts = (length: number): fc.Arbitrary<bigint[]> => fc.array(fc.bigInt({ min: -99_999n, max: 99_999n }), { minLength: length, maxLength: length })
const figures = (length: number): fc.Arbitrary<Figures> => fc.record({ saving: amounts(length), capital: amounts(length), running: amounts(length) })
const some = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 })).chain(([partners, length]) => fc.array(figures(length), { minLength: partners, maxLength: partners }))

const ofYear: readonly OfYear[] = ['saving', 'capital', 'running-cost', 'net', 'present value', 'cumulative']
const ofPlan: readonly OfPlan[] = ['saving', 'capital', 'running-cost', 'net', 'capital with bias', 'net with bias']

function shownOf(partners: readonly Figures[], rate: number, unit: keyof typeof units) {
  const appraisal = appraisalOf(Object.fromEntries(partners.map((of, place) => [`P${place}`, of])), terms(rate, { optimismBias: percent(20) }))
  const shown = showAppraisal(appraisal, of => rate === 0 || of === 2017, units[unit])
  const cellOf = (whose: Whose, in_: Year | 'plan', of: OfYear | OfPlan) => {
    const cell = in_ === 'plan' ? shown.ofPlan(whose, of as OfPlan) : shown.ofYear(whose, in_, of as OfYear)
    if (cell.kind !== 'money') throw new Error(`${of} is no money`)
    return cell
  }
  return { appraisal, cellOf, all: everyone(appraisal).map(([whose]) => whose), years: appraisal.whole.years.map(of => of.year) }
}

describe('the figures shown of an appraisal', () => {
  test('add up across partners, from saving to net, and from year to year; each is within a unit of exact', () => {
    forAll([some, fc.constantFrom(0, 35, 100), fc.constantFrom('pence', 'pounds', 'thousands')], (partners, rate, unit) => {
      const { cellOf, all, years } = shownOf(partners, rate, unit)
      const shown = (...of: Parameters<typeof cellOf>): bigint => cellOf(...of).shown
      for (const in_ of [...years, 'plan'] as const) {
        for (const of of in_ === 'plan' ? ofPlan : ofYear) {
          for (const whose of all) {
            const cell = cellOf(whose, in_, of)
            holds(size(cell.exact - cell.shown * units[unit].size) < units[unit].size, `${of} is a unit off`)
          }
          if (all.length > 1) same([shown(undefined, in_, of)], [total(all.slice(1).map(whose => shown(whose, in_, of)))])
        }
        for (const whose of all) same([shown(whose, in_, 'saving')], [shown(whose, in_, 'capital') + shown(whose, in_, 'running-cost') + shown(whose, in_, 'net')])
      }
      for (const whose of all) {
        same(years.map(in_ => shown(whose, in_, 'cumulative')), years.map((_, place) => total(years.slice(0, place + 1).map(in_ => shown(whose, in_, 'present value')))))
        same([shown(whose, 'plan', 'net')], [shown(whose, years.at(-1)!, 'cumulative')])
        same([shown(whose, year(2017), 'present value')], [shown(whose, year(2017), 'net')])
      }
    })
  })

  test('are those of the appraisal', () => {
    const { cellOf, appraisal: { partners: [, second], whole } } = shownOf([
      { saving: [100n, 220n], capital: [50n, 0n], running: [0n, 11n] }, { saving: [7n, 33n], capital: [0n, 110n], running: [1n, 0n] },
    ], 100, 'pence')
    expect(ofYear.map(of => cellOf('P1', year(2018), of).exact)).toEqual([33n, 110n, 0n, -77n, -70n, -64n])
    expect(ofPlan.map(of => cellOf('P1', 'plan', of).exact)).toEqual([37n, 100n, 1n, -64n, 120n, -84n])
    expect(cellOf('P1', 'plan', 'net').exact).toBe(second!.asStated.netPresentValue)
    expect(cellOf(undefined, 'plan', 'net with bias').exact).toBe(whole.withBias.netPresentValue)
  })

  test('of one partner are its own alone, whatever it is called', () => {
    const { all } = shownOf([{ saving: [100n] }], 0, 'pounds')
    expect(all).toEqual(['P0'])
    const odd = appraisalOf({ sum: { saving: [150n] }, plan: { saving: [150n] } }, terms(0))
    expect(showAppraisal(odd, () => true, units.pounds).ofYear(undefined, year(2017), 'saving')).toMatchObject({ shown: 3n })
  })
})
