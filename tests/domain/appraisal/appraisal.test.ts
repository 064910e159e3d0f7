import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { greenBook } from '../../../src/domain/appraisal/discounting.ts'
import { inPounds } from '../../../src/domain/money.ts'
import { year } from '../../../src/domain/period.ts'
import { decimal, equal, isLess, one, ratio, roundHalfAway } from '../../../src/domain/ratio.ts'
import { percent } from '../../models.ts'
import { forAll, holds, same, size, total } from '../../properties.ts'
import { appraisalOf, type Figures, flowsOf, inFull, terms } from './cash.ts'

const verdictOf = (of: Figures, rate: number, others = {}) => appraisalOf({ A: of }, terms(rate, others)).whole.asStated

describe('textbooks', () => {
  /** R. Ross and others, self-test 9.1 (www.transtutors.com/questions/…-1309389.htm): 45.45 + 49.59 + 52.59 + 136.60 less 200. */
  test('200 for 50, 60, 70 and 200 at 10% is 84.23, paid back in year 4 either way', () => {
    const { whole: { asStated, years } } = appraisalOf({ A: { saving: inFull(0, 50, 60, 70, 200), capital: inFull(200) } }, terms(100))
    expect(years.map(({ presentValue }) => inPounds(presentValue.saving))).toEqual(['0.00', '45.45', '49.59', '52.59', '136.60'])
    expect(inPounds(asStated.netPresentValue)).toBe('84.23')
    expect([asStated.payback, asStated.discountedPayback]).toEqual([year(2021), year(2021)])
  })

  /** ACCA F9, chapter 6, question 5 (online.flipbuilder.com/bmcx/mbdm, page 122), which has 488 with factors of three places. */
  test('10,000 for 4,000, 3,500, 3,000 and 2,500 at 10% is about 488: paid back in year 3, discounted in year 4', () => {
    const verdict = verdictOf({ saving: inFull(0, 4000, 3500, 3000, 2500), capital: inFull(10_000) }, 100)
    expect(inPounds(verdict.netPresentValue)).toBe('490.39')
    expect([verdict.payback, verdict.discountedPayback]).toEqual([year(2020), year(2021)])
  })

  /** The Motley Fool, "Net present value" (www.fool.com/terms/n/net-present-value). */
  test('15,000 for ten years of 3,000 at 10% is 3,433.70, a million times over', () => {
    const { netPresentValue } = verdictOf({ saving: inFull(0, ...Array<number>(10).fill(3e9)), capital: inFull(15e9) }, 100)
    expect(decimal(ratio(netPresentValue, 10n ** 8n), 2)).toBe('3433.70')
  })

  /** HM Treasury, The Green Book (2022), 5.12, table 1 (ppponline.affinitext.com, book 5905): 1,000 a year, 2% a year taken out. */
  test('1,000 a year is 1,000, 980, 961, 942, 924 and 906 in prices of year 0', () => {
    const { whole } = appraisalOf({ A: { saving: inFull(1000, 1000, 1000, 1000, 1000, 1000) } }, terms(0, { deflator: percent(2) }))
    expect(whole.years.map(({ cash }) => `${roundHalfAway(ratio(cash.saving, 100n))}`)).toEqual(['1000', '980', '961', '942', '924', '906'])
  })
})

describe('by hand', () => {
  test('£50 for £30 twice at 10% is £2.06, a ratio of 52.06 to 50, paid back in year 2', () => {
    expect(verdictOf({ saving: inFull(0, 30, 30), capital: inFull(50) }, 100)).toEqual({
      saving: 5206n, capital: 5000n, runningCost: 0n, netPresentValue: 206n, benefitCostRatio: ratio(5206n, 5000n), payback: year(2019), discountedPayback: year(2019),
    })
  })

  test('running cost counts as a cost: 10 less 2 a year for 8 at 0% is 1.8 to 1 in two years and 0 to the good', () => {
    const verdict = verdictOf({ saving: inFull(10, 10), capital: inFull(16), running: inFull(2, 2) }, 0)
    expect(verdict).toMatchObject({ saving: 2000n, capital: 1600n, runningCost: 400n, netPresentValue: 0n, benefitCostRatio: one, payback: year(2018) })
  })

  test('without any cost there is no ratio, and nothing to pay back; nor where receipts outweigh the costs', () => {
    expect(verdictOf({ saving: inFull(5, 5) }, 35)).toEqual({ saving: 983n, capital: 0n, runningCost: 0n, netPresentValue: 983n, payback: year(2017), discountedPayback: year(2017) })
    expect(verdictOf({ saving: inFull(5), capital: inFull(-5) }, 35)).not.toHaveProperty('benefitCostRatio')
  })

  test('a cost increase is a saving below nil, and never pays back', () => {
    const verdict = verdictOf({ saving: inFull(-5, -5), capital: inFull(10) }, 0)
    expect(verdict).toEqual({ saving: -1000n, capital: 1000n, runningCost: 0n, netPresentValue: -2000n, benefitCostRatio: ratio(-1n) })
  })

  test('optimism bias is on capital spending alone, and shows beside what is stated', () => {
    const { whole } = appraisalOf({ A: { saving: inFull(0, 66), capital: inFull(40, 11), running: inFull(0, 11) } }, terms(100, { optimismBias: percent(25) }))
    expect(whole.asStated).toMatchObject({ saving: 6000n, capital: 5000n, runningCost: 1000n, netPresentValue: 0n, discountedPayback: year(2018) })
    expect(whole.withBias).toMatchObject({ saving: 6000n, capital: 6250n, runningCost: 1000n, netPresentValue: -1250n, benefitCostRatio: ratio(24n, 29n) })
    expect(whole.withBias).not.toHaveProperty('discountedPayback')
  })

  test('of £1.00 of year 1 at 3.5%, with 2% of inflation taken out, is 98p in prices of year 0, and worth 95p', () => {
    const [flow] = flowsOf({ A: { saving: [0n, 100n] } }, terms(35, { deflator: percent(2) })).filter(({ amount }) => amount !== 0n)
    expect([flow!.amount, flow!.presentValue]).toEqual([98n, 95n])
  })

  test('a present value is rounded once: 2p of year 1 is 1.54p less 30% of inflation, 2p, but 1.18p at 30% after it, 1p', () => {
    const flow = flowsOf({ A: { saving: [0n, 2n] } }, terms(300, { deflator: percent(30) })).find(({ amount }) => amount !== 0n)!
    expect([flow.amount, flow.presentValue]).toEqual([2n, 1n])
  })

  test('halves of pence go away from zero: 0.5p and -0.5p are 1p and -1p', () => {
    const [on, half] = [terms(1000), (of: bigint) => flowsOf({ A: { saving: [0n, of] } }, on).find(({ element, year: in_ }) => element === 'saving' && in_ === 2018)!]
    expect([half(1n).presentValue, half(-1n).presentValue]).toEqual([1n, -1n])
  })

  test('a pound of 2018/19 is worth 0.9662 in 2017/18 by the Green Book, and 1.0350 in 2019/20', () => {
    const worth = (baseYear: number) => flowsOf({ A: { saving: [0n, 10_000n, 0n] } }, terms(0, { discountTable: greenBook, baseYear: year(baseYear) })).find(({ amount }) => amount !== 0n)!.presentValue
    expect([worth(2017), worth(2018), worth(2019)]).toEqual([9662n, 10_000n, 10_350n])
  })
})

const amount = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n })
const lengths = fc.integer({ min: 1, max: 6 })
const rates = fc.integer({ min: 0, max: 300 })
const cashIn = (length: number): fc.Arbitrary<Figures> => {
  const yearly = fc.array(amount, { minLength: length, maxLength: length })
  return fc.record({ saving: yearly, capital: yearly, running: yearly })
}
const one_ = lengths.chain(length => cashIn(length))
const two = lengths.chain(length => fc.tuple(cashIn(length), cashIn(length)))

const netOf = ({ saving, capital = [], running = [] }: Figures): bigint[] => saving.map((of, place) => of - (capital[place] ?? 0n) - (running[place] ?? 0n))
const combined = (a: Figures, b: Figures, k: bigint): Figures => {
  const add = (of: keyof Figures): bigint[] => a[of]!.map((each, place) => each + k * b[of]![place]!)
  return { saving: add('saving'), capital: add('capital'), running: add('running') }
}

describe('of any cash flows', () => {
  test('at 0% the net present value is the sum of the cash', () => {
    forAll([one_], cash => same([verdictOf(cash, 0).netPresentValue], [total(netOf(cash))]))
  })

  test('floating point comes to the same, near enough', () => {
    forAll([one_, rates], (cash, rate) => {
      const roughly = netOf(cash).reduce((sum, of, place) => sum + Number(of) / (1 + rate / 1000) ** place, 0)
      const off = Math.abs(Number(verdictOf(cash, rate).netPresentValue) - roughly)
      holds(off <= cash.saving.length * 1.5 + 0.01, `off by ${off}`)
    })
  })

  test('the net present value is linear, to half a penny an amount', () => {
    forAll([two, rates, fc.integer({ min: -4, max: 4 })], ([a, b], rate, times) => {
      const k = BigInt(times)
      const off = size(verdictOf(combined(a, b, k), rate).netPresentValue - verdictOf(a, rate).netPresentValue - k * verdictOf(b, rate).netPresentValue)
      holds(2n * off <= BigInt(3 * a.saving.length) * (2n + size(k)), `off by ${off}`)
    })
  })

  test('the ratio is above one exactly where the net present value is above nil', () => {
    forAll([one_, rates], (cash, rate) => {
      const { benefitCostRatio, netPresentValue, saving, capital, runningCost } = verdictOf(cash, rate)
      same([benefitCostRatio === undefined], [capital + runningCost <= 0n])
      if (benefitCostRatio) same([isLess(one, benefitCostRatio), equal(one, benefitCostRatio)], [netPresentValue > 0n, netPresentValue === 0n])
      same([netPresentValue], [saving - capital - runningCost])
    })
  })

  test('every total is the sum of the partners, and the cumulative value of the last year the net present value', () => {
    forAll([two, rates, fc.integer({ min: 0, max: 60 })], ([A, B], rate, bias) => {
      const { partners, whole } = appraisalOf({ A, B }, terms(rate, { optimismBias: percent(bias) }))
      for (const basis of ['asStated', 'withBias'] as const) {
        for (const of of ['saving', 'capital', 'runningCost', 'netPresentValue'] as const) same([whole[basis][of]], [total(partners.map(partner => partner[basis][of]))])
      }
      for (const [place, all] of whole.years.entries()) {
        const each = partners.map(({ years }) => years[place]!)
        for (const of of ['saving', 'capital', 'running-cost', 'optimism-bias', 'net'] as const) {
          same([all.cash[of], all.presentValue[of]], [total(each.map(({ cash }) => cash[of])), total(each.map(({ presentValue }) => presentValue[of]))])
        }
        same([all.cumulativeCash, all.cumulativePresentValue], [total(each.map(of => of.cumulativeCash)), total(each.map(of => of.cumulativePresentValue))])
      }
      same([whole.years.at(-1)!.cumulativePresentValue], [whole.asStated.netPresentValue])
    })
  })

  test('optimism bias of nil changes nothing', () => {
    forAll([one_, rates], (cash, rate) => {
      const { whole: { asStated, withBias } } = appraisalOf({ A: cash }, terms(rate, { optimismBias: percent(0) }))
      same([withBias.netPresentValue, withBias.payback, withBias.discountedPayback], [asStated.netPresentValue, asStated.payback, asStated.discountedPayback])
    })
  })

  test('taking inflation out and discounting at nil is discounting at the inflation', () => {
    forAll([one_, rates], (cash, rate) => {
      const [deflated, discounted] = [terms(0, { deflator: ratio(BigInt(rate), 1000n) }), terms(rate)].map(on => appraisalOf({ A: cash }, on).whole.asStated.netPresentValue)
      same([deflated], [discounted])
    })
  })
})
