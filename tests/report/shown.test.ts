import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pence } from '../../src/domain/money.ts'
import { multiply, ratio, type Ratio, roundHalfAway, total as totalOf } from '../../src/domain/ratio.ts'
import { type Flow, outside } from '../../src/report/reconcile.ts'
import { showAlone, showFlows, showParts, showPercent } from '../../src/report/shown.ts'
import { amounts, forAll, fractions, holds, same, size, total } from '../properties.ts'

const flow = (key: string, amount: bigint, from: string, to: string): Flow => ({ key, amount: pence(amount), from, to })

describe('0.50 and 0.50 make 1', () => {
  const flows = [flow('whole', 100n, outside, 'sum'), flow('a', 50n, 'sum', outside), flow('b', 50n, 'sum', outside)]

  test('and are shown as 1, 1 and 1 where each is rounded on its own', () => {
    expect([...showFlows(flows, 100n, 'independent')]).toEqual([['whole', 1n], ['a', 1n], ['b', 1n]])
  })

  test('and as 1 and nothing where they are reconciled', () => {
    const shown = showFlows(flows, 100n, 'reconciled')
    expect([shown.get('whole'), shown.get('a')! + shown.get('b')!]).toEqual([1n, 1n])
  })
})

describe('on its own', () => {
  test('£1.50 is £2, -£1.50 is -£2, £1.49 is £1; £1,499.99 is £1k', () => {
    expect([150n, -150n, 149n].map(amount => showAlone(pence(amount), 100n))).toEqual([2n, -2n, 1n])
    expect(showAlone(pence(149999n), 100_000n)).toBe(1n)
  })

  test('in pence a figure is what it is', () => {
    forAll([amounts], amount => same([showAlone(amount, 1n)], [amount]))
  })

  test('a figure is at most half a unit from exact', () => {
    forAll([amounts, fc.constantFrom(100n, 100_000n)], (amount, unit) => holds(2n * size(showAlone(amount, unit) * unit - amount) <= unit, 'too far'))
  })

  test('0.04178 is 42 tenths of a percent, 0.0425 is 43 and -0.0005 is -1', () => {
    expect([ratio(4178n, 100_000n), ratio(425n, 10_000n), ratio(-5n, 10_000n)].map(showPercent)).toEqual([42n, 43n, -1n])
  })
})

const floorOf = ({ numerator, denominator }: Ratio): bigint => (numerator - (((numerator % denominator) + denominator) % denominator)) / denominator

describe('parts of a whole', () => {
  test('1/3 and 2/3, shown as 1 together, are 0 and 1', () => {
    expect(showParts([ratio(1n, 3n), ratio(2n, 3n)], 1n)).toEqual([0n, 1n])
  })

  test('44.78, 32.64 and 22.58 percent in tenths, 447.8, 326.4 and 225.8, are 448, 326 and 226', () => {
    expect(showParts([ratio(4478n, 10n), ratio(3264n, 10n), ratio(2258n, 10n)], 1000n)).toEqual([448n, 326n, 226n])
  })

  test('the same parts are shown to the same units in turn: thirds of 100 are 34, 33 and 33', () => {
    expect(showParts([ratio(100n, 3n), ratio(100n, 3n), ratio(100n, 3n)], 100n)).toEqual([34n, 33n, 33n])
  })

  test('losses too: -1.5 and 0.5, which are -1 together, are -2 and 1 or -1 and 0', () => {
    expect(showParts([ratio(-3n, 2n), ratio(1n, 2n)], -1n)).toEqual([-1n, 0n])
  })

  test('a sum of 1.4 shown as 2 takes the unit above for both parts of 0.7; shown as 1, for the first', () => {
    expect(showParts([ratio(7n, 10n), ratio(7n, 10n)], 2n)).toEqual([1n, 1n])
    expect(showParts([ratio(7n, 10n), ratio(7n, 10n)], 1n)).toEqual([1n, 0n])
  })

  test('add up to the whole as shown, each the unit below or above, and the larger rest is never passed over', () => {
    forAll([fc.array(fractions, { minLength: 1, maxLength: 6 }), fc.boolean()], (parts, up) => {
      const sum = totalOf(parts)
      const whole = floorOf(sum) + (up && sum.denominator !== 1n ? 1n : 0n)
      const shown = showParts(parts, whole)
      same([total(shown)], [whole])
      const above = parts.map(part => part.numerator - floorOf(part) * part.denominator)
      for (const [place, part] of parts.entries()) {
        const raised = shown[place]! - floorOf(part)
        holds(raised === 0n || (raised === 1n && above[place]! > 0n), `${part.numerator}/${part.denominator} is shown as ${shown[place]}`)
        for (const [other, { denominator }] of parts.entries()) {
          const passedOver = raised === 1n && shown[other] === floorOf(parts[other]!) && above[other]! * part.denominator > above[place]! * denominator
          holds(!passedOver, `${other} is passed over for ${place}`)
        }
      }
    })
  })

  test('shares of 1 in tenths of a percent make 100.0%', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 1000n }), { minLength: 1, maxLength: 6 }).map(of => of.with(0, of[0]! + 1n))
    forAll([weights], of => {
      const shares = of.map(weight => ratio(weight, total(of)))
      const shown = showParts(shares.map(share => multiply(share, ratio(1000n))), 1000n)
      same([total(shown)], [1000n])
      for (const [place, share] of shares.entries()) holds(size(shown[place]! - roundHalfAway(multiply(share, ratio(1000n)))) <= 1n, 'too far')
    })
  })
})
