import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ratio } from '../../src/domain/ratio.ts'
import { currencySymbol } from '../../src/domain/currency.ts'
import { readNumber } from '../../src/read/number.ts'
import { forAll } from '../properties.ts'

describe('a number as people type it', () => {
  test.each([
    ['1,234', 0], ['1234.5', 1], ['£1.50', 2], ['£496k', -3], ['£1.2m', -5], ['1.25K', -1], ['(2M)', -6],
  ])('%s says to how many places it was written: %i', (text, places) => {
    expect(readNumber(text, 'GBP')).toMatchObject({ places })
  })

  test.each([
    ['GBP', '£12'], ['EUR', '€12'], ['USD', '$12'], ['CHF', 'CHF 12'], ['CHF', 'CHF12'], ['SEK', '-SEK 12'],
  ])('in %s may stand with the sign of the currency: %s', (currency, text) => {
    const twelve = { value: ratio(text.startsWith('-') ? -12n : 12n) }
    expect(readNumber(text, currency)).toMatchObject(twelve)
    expect(readNumber('12', currency)).toMatchObject({ value: ratio(12n) })
  })

  test.each([['GBP', '$12'], ['GBP', '€12'], ['USD', '£12'], ['CHF', '£12']])('in %s is refused with the sign of another: %s', (currency, text) => {
    expect(readNumber(text, currency)).toEqual({ why: 'currency' })
  })

  test('has the code of the currency for its sign where that has none of its own', () => {
    expect(['GBP', 'EUR', 'USD', 'NOK'].map(currencySymbol)).toEqual(['£', '€', '$', 'NOK'])
  })

  test.each([
    ['#REF!', 'formula-error'], ['#N/A', 'formula-error'], ['#DIV/0!', 'formula-error'], ['#NAME?', 'formula-error'],
    ['-', 'dash'], ['–', 'dash'], ['—', 'dash'], ['£-', 'dash'], ['£ -', 'dash'],
    ['5%', 'percent'], ['1e6', 'exponent'], ['6.4E+05', 'exponent'], ['-1.5e-3', 'exponent'],
    ['12,34', 'decimal-comma'], ['1.234,56', 'decimal-comma'], ['£1.234,5', 'decimal-comma'], ['(12,34)', 'decimal-comma'],
    ['0,500', 'leading-zero'], ['007', 'leading-zero'], ['000', 'leading-zero'], ['-01.50', 'leading-zero'], ['£00.50', 'leading-zero'], ['(0,500)', 'leading-zero'],
    ['640 000', 'space'], ['1\u00a0234', 'space'], ['£1 234.50', 'space'], ['9'.repeat(61), 'size'], [`0.${'1'.repeat(59)}`, 'size'], [`£1${',111'.repeat(20)}`, 'size'],
    ['1,2345', 'grouping'], ['1,23,456', 'grouping'], ['1234,567', 'grouping'], ['1.234.567', 'grouping'], ['.5', 'grouping'], ['5.', 'grouping'],
    ['tbc', 'words'], ['', 'words'], ['NaN', 'words'], ['Infinity', 'words'], ['0x10', 'words'], ['1_000', 'words'], ['½', 'words'], ['٣', 'words'],
    ['１２', 'words'], ['+5', 'words'], ['5-', 'words'], ['££5', 'words'], ['£', 'words'], ['1.2bn', 'words'], ['=1+1', 'words'], ['TRUE', 'words'],
  ] as const)('is refused as %s with the reason: %s', (text, why) => {
    expect(readNumber(text, 'GBP')).toEqual({ why })
  })

  test.each<[string, bigint]>([
    ['0', 0n], ['0.50', 50n], ['-0.05', -5n], ['10', 1000n], ['9'.repeat(60), (10n ** 60n - 1n) * 100n], [`£${'9'.repeat(60)}`, (10n ** 60n - 1n) * 100n],
  ])('may be nil, less than one, or sixty characters long: %s', (text, hundredths) => {
    expect(readNumber(text, 'GBP')).toMatchObject({ value: ratio(hundredths, 100n) })
  })

  test.each(['--5', '(-5)', '-(5)', '(5', '5)', '(5)k', '1 234', '1\u00a0234', '1’234', '5 £', '-£-5'])('is refused as %s with some reason', text => {
    expect(readNumber(text, 'GBP')).toEqual({ why: expect.stringMatching(/^[a-z-]+$/) })
  })
})

const numberLike = fc.string({ unit: fc.constantFrom(...'0123456789009.,,£$€()-−–+%kmKMeE# \u00a0'), maxLength: 14 })

describe('any text at all', () => {
  test('reads, or is refused with a reason, and never throws', () => {
    forAll([fc.oneof(fc.string({ unit: 'binary' }), numberLike), fc.constantFrom('GBP', 'EUR', 'CHF', 'XXX')], (text, currency) => {
      const read = readNumber(text, currency)
      if ('why' in read) expect(read.why).toMatch(/^[a-z-]+$/)
      else expect(typeof read.value.numerator).toBe('bigint')
    })
  })

  test('that reads as a number is that number once its signs are taken off', () => {
    forAll([numberLike], text => {
      const read = readNumber(text, 'GBP')
      if ('why' in read) return
      const bare = text.replaceAll(/[£,\s]/g, '').replace('−', '-').replace(/^\((.*)\)$/, '-$1').toLowerCase()
      const shift = bare.endsWith('k') ? 3 : bare.endsWith('m') ? 6 : 0
      const [whole, fraction = ''] = bare.replace(/[km]$/, '').split('.')
      expect(read.value).toEqual(ratio(BigInt(`${whole}${fraction}` + '0'.repeat(shift)), 10n ** BigInt(fraction.length)))
    })
  })
})
