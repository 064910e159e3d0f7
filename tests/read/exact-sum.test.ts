import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ExactSum, plainPence } from '../../src/read/exact-sum.ts'
import { readAmount } from '../../src/read/scalar.ts'
import { forAll, same, total } from '../properties.ts'
import { cell } from './reading.ts'

function summed(amounts: readonly (number | bigint)[]): bigint {
  const sum = new ExactSum(1)
  for (const amount of amounts) {
    if (typeof amount === 'number') sum.add(amount)
    else sum.addLarge(amount)
  }
  return sum.total
}

describe('an exact sum', () => {
  test('of nothing is nothing', () => expect(summed([])).toBe(0n))

  test('goes past 2^53, where machine numbers lose a penny: 2^52 twice, 1 and 1 is 9,007,199,254,740,994', () => {
    expect(summed([2 ** 52 - 1, 2 ** 52 - 1, 2, 1, 1])).toBe(9_007_199_254_740_994n)
    expect(summed(Array.from({ length: 1000 }, () => 999_999_999_999_999))).toBe(999_999_999_999_999_000n)
  })

  test('may be asked for and then added to', () => {
    const sum = new ExactSum(1)
    sum.add(5)
    expect(sum.total).toBe(5n)
    sum.add(-7)
    sum.addLarge(10n ** 30n)
    expect([sum.total, sum.total]).toEqual([10n ** 30n - 2n, 10n ** 30n - 2n])
  })

  test('is what bigints add up to, whatever is added, small and large, near 2^53 and beyond it', () => {
    const near = fc.tuple(fc.constantFrom(-1, 1), fc.nat(9), fc.constantFrom(0, 999_999_999_999_990, 2 ** 51, 2 ** 52 - 10)).map(([sign, little, of]) => sign * (of + little))
    const one = fc.oneof(near, fc.integer(), fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.constant(-0))
    forAll([fc.array(one, { maxLength: 40 })], amounts => same([summed(amounts)], [total(amounts.map(BigInt))]))
  })
})

/** An optional minus, one to 13 digits that lead with no needless nought, and up to two more after a point. */
const plain = fc.tuple(fc.constantFrom('', '-'), fc.stringMatching(/^(?:0|[1-9][0-9]{0,12})$/), fc.constantFrom('', '.5', '.05', '.50', '.99', '.0', '.00')).map(parts => parts.join(''))

const read = (text: string): bigint | 'unread' => {
  const amount = readAmount(cell(text), 'GBP')
  return 'value' in amount ? amount.value : 'unread'
}

describe('the pence of a plain number', () => {
  test.each([['1234', 123400], ['1234.5', 123450], ['-1234.56', -123456], ['0', 0], ['0.01', 1], ['-0.10', -10], ['9999999999999.99', 999_999_999_999_999]])('%s is %i', (text, pence) => {
    expect(plainPence(text)).toBe(pence)
  })

  test.each(['', '-', '.', '.5', '1.', '-.5', '1.234', '1.2.3', '--1', '+1', '1-', '1,234', '£5', '(5)', '5k', '1e3', ' 5', '5 ', '5\r', '12345678901234', '1.5m', '−5', '٣', '１', '007', '-01.5', 'NaN', 'Infinity', '0x10', '1_000', '5.-1', '5./0', '5.0:'])('of %j are not told: it needs reading', text => {
    expect(plainPence(text)).toBeNaN()
  })

  test('is what reading makes of it, for any', () => {
    forAll([plain], text => {
      const pence = plainPence(text)
      same([Number.isSafeInteger(pence), BigInt(pence)], [true, read(text)])
    })
  })

  test('is told of nothing else: of any text that reading refuses, and of any that it reads but that is not plain', () => {
    const typed = fc.tuple(fc.constantFrom('', '-', '(', '£', '-£', '- £', ' ', '−', '+'), fc.nat(99_999_999).map(of => of.toLocaleString('en-GB')), fc.constantFrom('', '.5', '.55', '.555', '.', ',5', 'k', 'm', ')', ' ', '%', 'e2', '.5.5')).map(parts => parts.join(''))
    const nearly = fc.tuple(plain, fc.nat(17), fc.constantFrom(...'-.,0 £()kme%/:;\u00a0\0²٣')).map(([text, at, sign]) => text.slice(0, at) + sign + text.slice(at))
    forAll([fc.oneof(typed, nearly, fc.string(), plain, fc.stringMatching(/^-?[\d.]{0,20}$/))], text => {
      const isPlain = /^-?(?:0|[1-9][0-9]{0,12})(?:\.[0-9]{1,2})?$/.test(text)
      const pence = plainPence(text)
      same([!Number.isNaN(pence)], [isPlain])
      if (isPlain) same([BigInt(pence)], [read(text)])
    })
  })
})
