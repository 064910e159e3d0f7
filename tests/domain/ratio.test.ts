import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add, decimal, divide, equal, inWholeNumbers, isLess, isNegative, isZero, multiply, one, type Ratio, ratio, roundHalfAway, scaledText,
  subtract, total, zero,
} from '../../src/domain/ratio.ts'
import { forAll, fractions, holds, same, size } from '../properties.ts'

describe('a fraction', () => {
  test('is in lowest terms over a positive denominator: 10/-4 is -5/2, 0/-7 is 0/1', () => {
    expect(ratio(10n, -4n)).toEqual({ numerator: -5n, denominator: 2n })
    expect(ratio(-10n, -4n)).toEqual({ numerator: 5n, denominator: 2n })
    expect(ratio(0n, -7n)).toEqual({ numerator: 0n, denominator: 1n })
    expect(ratio(7n)).toEqual({ numerator: 7n, denominator: 1n })
  })

  test('over zero is refused, and so is division by zero', () => {
    expect(() => ratio(1n, 0n)).toThrow(RangeError)
    expect(() => divide(one, zero)).toThrow(RangeError)
  })

  test('has one form however it is written, with no divisor in common', () => {
    const small = fc.integer({ min: -60, max: 60 })
    forAll([small, small.filter(of => of !== 0), fc.integer({ min: 1, max: 60 })], (n, d, factor) => {
      const { numerator, denominator } = ratio(BigInt(n * factor), BigInt(d * factor))
      holds(denominator > 0n && numerator * BigInt(d) === BigInt(n) * denominator, 'another fraction')
      for (let divisor = 2n; divisor <= 60n; divisor++) holds(numerator % divisor !== 0n || denominator % divisor !== 0n, `${divisor} divides both`)
    })
  })
})

const is = ({ numerator, denominator }: Ratio, n: bigint, d: bigint): boolean => numerator * d === n * denominator

describe('arithmetic', () => {
  test('1/6 + 1/10 is 4/15, less 1/10 is 1/15, times 1/10 is 1/60, over 1/10 is 5/3', () => {
    const [sixth, tenth] = [ratio(1n, 6n), ratio(1n, 10n)]
    expect([add(sixth, tenth), subtract(sixth, tenth), multiply(sixth, tenth), divide(sixth, tenth)])
      .toEqual([ratio(4n, 15n), ratio(1n, 15n), ratio(1n, 60n), ratio(5n, 3n)])
  })

  test('agrees with cross-multiplication over a common denominator that is not reduced', () => {
    forAll([fractions, fractions], ({ numerator: a, denominator: b }, { numerator: c, denominator: d }) => {
      const [x, y] = [ratio(a, b), ratio(c, d)]
      same([is(add(x, y), a * d + c * b, b * d), is(subtract(x, y), a * d - c * b, b * d), is(multiply(x, y), a * c, b * d)], [true, true, true])
      same([c === 0n || is(divide(x, y), a * d, b * c), isLess(x, y), equal(x, y)], [true, a * d < c * b, a * d === c * b])
    })
  })

  test('keeps the laws of a field', () => {
    forAll([fractions, fractions, fractions], (a, b, c) => {
      const laws: [Ratio, Ratio][] = [
        [add(a, b), add(b, a)], [multiply(a, b), multiply(b, a)],
        [add(add(a, b), c), add(a, add(b, c))], [multiply(multiply(a, b), c), multiply(a, multiply(b, c))],
        [multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c))],
        [add(a, zero), a], [multiply(a, one), a], [subtract(a, a), zero], [add(subtract(a, b), b), a],
        ...(isZero(b) ? [] : [[multiply(divide(a, b), b), a] as [Ratio, Ratio]]),
        [total([a, b, c]), add(a, add(b, c))],
      ]
      for (const [left, right] of laws) same([left.numerator, left.denominator], [right.numerator, right.denominator])
    })
  })

  test('orders: of any two fractions one is less, or they are equal; less than zero is negative', () => {
    forAll([fractions, fractions], (a, b) => {
      same([isLess(a, b), isLess(b, a), equal(a, b)].filter(Boolean), [true])
      same([isNegative(subtract(a, b))], [isLess(a, b)])
    })
  })

  test('the total of no fractions is zero', () => expect(total([])).toEqual(zero))
})

/** A fraction to so many places by long division on paper, one digit more than is kept, then a carry through the text. */
function onPaper({ numerator, denominator }: Ratio, places: number): string {
  let rest = size(numerator)
  let digits = `${rest / denominator}`
  for (let place = 0; place <= places; place++) {
    rest = (rest % denominator) * 10n
    digits += `${rest / denominator}`
  }
  const up = digits.at(-1)! >= '5'
  digits = digits.slice(0, -1)
  if (up) {
    const nines = /9*$/.exec(digits)![0].length
    const kept = `0${digits}`.slice(0, digits.length + 1 - nines)
    digits = `${kept.slice(0, -1)}${'0123456789'['012345678'.indexOf(kept.at(-1)!) + 1]}${'0'.repeat(nines)}`
  }
  const whole = digits.slice(0, digits.length - places).replace(/^0+(?=\d)/, '')
  const text = places === 0 ? whole : `${whole}.${digits.slice(-places)}`
  return numerator < 0n && /[1-9]/.test(text) ? `-${text}` : text
}

describe('rounding', () => {
  test.each([[5, 3], [-5, -3], [1, 1], [-1, -1], [3, 2], [0, 0], [4, 2]])('%d/2 is %d', (halves, whole) => {
    expect(roundHalfAway(ratio(BigInt(halves), 2n))).toBe(BigInt(whole))
  })

  test('just below a half stays, just above goes up: 0.4999999999999999999 is 0, 0.5000000000000000001 is 1', () => {
    expect(roundHalfAway(ratio(10n ** 19n / 2n - 1n, 10n ** 19n))).toBe(0n)
    expect(roundHalfAway(ratio(10n ** 19n / 2n + 1n, 10n ** 19n))).toBe(1n)
  })

  test('is that of long division on paper, to any number of places', () => {
    forAll([fractions, fc.nat(12)], (value, places) => {
      same([roundHalfAway(value).toString(), decimal(value, places)], [onPaper(value, 0), onPaper(value, places)])
    })
  })

  test('mirrors, so that a refund is rounded as the payment was', () => {
    forAll([fractions], value => same([roundHalfAway(subtract(zero, value))], [-roundHalfAway(value)]))
  })
})

describe('decimal text', () => {
  test('2/3 to four places is 0.6667, -1/200 to two -0.01, -1/201 to two 0.00, 5/2 to none 3', () => {
    expect([decimal(ratio(2n, 3n), 4), decimal(ratio(-1n, 200n), 2), decimal(ratio(-1n, 201n), 2), decimal(ratio(5n, 2n), 0)])
      .toEqual(['0.6667', '-0.01', '0.00', '3'])
  })

  test('12345 hundredths are 123.45, -5 are -0.05, and 7 at no places 7', () => {
    expect([scaledText(12345n, 2), scaledText(-5n, 2), scaledText(7n, 0), scaledText(-7n, 0)]).toEqual(['123.45', '-0.05', '7', '-7'])
  })

  test('of scaled units reads back as what was written', () => {
    forAll([fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.nat(15)], (scaled, places) => {
      const text = scaledText(scaled, places)
      expect(text).toMatch(places === 0 ? /^-?\d+$/ : new RegExp(`^-?(0|[1-9]\\d*)\\.\\d{${places}}$`))
      expect(BigInt(text.replace('.', ''))).toBe(scaled)
    })
  })
})

describe('whole numbers in the proportions of fractions', () => {
  test('1/2 and 1/3 are 3 and 2; 0.35 and 0.65 are 7 and 13; none are none', () => {
    expect(inWholeNumbers([ratio(1n, 2n), ratio(1n, 3n)])).toEqual([3n, 2n])
    expect(inWholeNumbers([ratio(35n, 100n), ratio(65n, 100n)])).toEqual([7n, 13n])
    expect(inWholeNumbers([])).toEqual([])
  })

  test('keep every proportion and every sign', () => {
    forAll([fc.array(fractions, { maxLength: 5 })], of => {
      const whole = inWholeNumbers(of)
      for (const [place, { numerator, denominator }] of of.entries()) {
        same([whole[place]! > 0n, whole[place]! < 0n], [numerator > 0n, numerator < 0n])
        same([whole[place]! * of[0]!.numerator * denominator], [whole[0]! * numerator * of[0]!.denominator])
      }
    })
  })
})
