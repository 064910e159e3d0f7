import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inPounds, type Money } from '../../src/domain/money.ts'
import { periodName, yearName } from '../../src/domain/period.ts'
import { ratio } from '../../src/domain/ratio.ts'
import { readAmount, readCount, readPercent, readPeriod, readProfile, readYears } from '../../src/read/scalar.ts'
import { amounts, forAll, fractions } from '../properties.ts'
import { cell, outcome } from './reading.ts'

const amount = (text: string, currency = 'GBP') => outcome(readAmount(cell(text), currency))
const count = (text: string) => outcome(readCount(cell(text), 'GBP'))
const percent = (text: string) => outcome(readPercent(cell(text)))
const period = (text: string) => outcome(readPeriod(cell(text)))
const years = (text: string) => outcome(readYears(cell(text)))
const profile = (text: string) => outcome(readProfile(cell(text)))

/** Pence in units of so many places: 123450 pence is 1234.50, or 1.23450 thousand. */
function inUnits(pence: bigint, places: number): string {
  const digits = `${pence}`.padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`
}

const grouped = (whole: string): string => whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')

describe('an amount', () => {
  test.each([
    ['£1,234.50', 123450n], ['1234.5', 123450n], ['(1,234.50)', -123450n], ['-£5', -500n], ['£496k', 49600000n], ['£1.2m', 120000000n],
    ['£(5.00)', -500n], [' £1,234.50 ', 123450n], ['−£5', -500n], ['- £5', -500n], ['£-5', -500n], ['£ 5', 500n], ['(£5)', -500n], ['(5k)', -500000n],
    ['0', 0n], ['-0', 0n], ['0.05', 5n], ['1.2345678m', 123456780n], ['£1,234,567', 123456700n], ['9007199254740993.01', 900719925474099301n],
  ])('%s is %s pence', (text, pence) => {
    expect(amount(text)).toBe(pence)
  })

  test.each([
    '1234.505', '1.000', '0.005', '£1.234567891m', '1.234,56', '12,34', '1e6', 'NaN', '1,2345', '--5', '(-5)', '$5', '#REF!', '-', '5%', '', '+5', '1 234', '0,500', '007', '000', '9'.repeat(61),
  ])('is refused where it is written "%s"', text => {
    expect(amount(text)).toBe('bad-amount')
  })

  test('says why it is refused, and in which currency the model is', () => {
    expect(readAmount(cell('$5'), 'GBP')).toMatchObject({ wrong: { args: { text: '$5', why: 'currency', currency: 'GBP' } } })
    expect(readAmount(cell('5.005'), 'GBP')).toMatchObject({ wrong: { args: { why: 'decimals' } } })
  })

  test.each<[string, (size: bigint, minus: boolean) => string]>([
    ['-1234.50', (size, minus) => `${minus ? '-' : ''}${inUnits(size, 2)}`],
    ['-£1,234.50', (size, minus) => `${minus ? '-' : ''}£${inUnits(size, 2).replace(/^\d+/, grouped)}`],
    ['£-1,234.50', (size, minus) => `£${minus ? '-' : ''}${inUnits(size, 2).replace(/^\d+/, grouped)}`],
    ['−£ 1234.50', (size, minus) => `${minus ? '−' : ''}£ ${inUnits(size, 2)}`],
    ['(£1,234.50)', (size, minus) => (minus ? `(£${inUnits(size, 2).replace(/^\d+/, grouped)})` : `£${inUnits(size, 2)}`)],
    ['£(1234.50)', (size, minus) => (minus ? `£(${inUnits(size, 2)})` : `£${inUnits(size, 2)}`)],
    ['-£1.23450k', (size, minus) => `${minus ? '-' : ''}£${inUnits(size, 5)}k`],
    ['(0.00123450M)', (size, minus) => (minus ? `(${inUnits(size, 8)}M)` : `${inUnits(size, 8)}M`)],
  ])('of any pence reads back to the same pence where it is written like %s', (_, write) => {
    forAll([amounts], pence => {
      const text = write(pence < 0n ? -pence : pence, pence < 0n)
      expect(amount(text)).toBe(pence)
    })
  })

  test('reads as it is written in reports', () => {
    forAll([amounts], (pence: Money) => {
      expect(amount(inPounds(pence))).toBe(pence)
    })
  })
})

describe('a count', () => {
  test.each([['1,234', ratio(1234n)], ['12.5', ratio(25n, 2n)], ['0.333', ratio(333n, 1000n)], ['£9.99', ratio(999n, 100n)], ['0', ratio(0n)], ['15k', ratio(15000n)]])(
    '%s may have any decimals and be an amount', (text, value) => {
      expect(count(text)).toEqual(value)
    })

  test.each(['-1', '(5)', '−0.5', '-', '#N/A', '', '1 234', '12,5', 'about 20', '5%', '0,500', '000'])('is refused where it is "%s"', text => {
    expect(count(text)).toBe('bad-count')
  })
})

describe('a percentage', () => {
  test.each([['2%', ratio(1n, 50n)], ['3.5%', ratio(7n, 200n)], ['-3%', ratio(-3n, 100n)], ['−3%', ratio(-3n, 100n)], ['2 %', ratio(1n, 50n)], ['100%', ratio(1n)], ['0%', ratio(0n)]])(
    '%s is read with its sign', (text, value) => {
      expect(percent(text)).toEqual(value)
    })

  test.each(['2', '0.02', '+3%', '.5%', '5.%', '%', '1,000%', '1e2%', '2%%', '', 'two percent', '2% pa'])('is refused where it is "%s"', text => {
    expect(percent(text)).toBe('bad-percent')
  })
})

describe('a period', () => {
  test.each(['2017/18', '1999/00', '2099/00', '1900/01', '2198/99', '2017/18 Q1', '2017/18 Q4'])('%s goes by the name it was read from', text => {
    const read = readPeriod(cell(text))
    expect('value' in read && periodName(read.value)).toBe(text)
  })

  test('may have its quarter in small letters', () => {
    expect(period('2017/18  q2')).toEqual(period('2017/18 Q2'))
  })

  test.each(['2017/19', '2017/17', '2017-18', '17/18', '2017', '2017/2018', '1999/2000', '2017/18 Q0', '2017/18 Q5', '2017/18Q2', '2017/18 Q', 'Q2', 'Q2 2017/18', '', '1899/00', '2199/00', '1017/18', '0000/01', '9999/00'])(
    'is refused where it is "%s"', text => {
      expect(period(text)).toBe('bad-period')
    })
})

describe('the years of a plan', () => {
  test.each([['2017/18', '2017/18'], ['2017/18 to 2019/20', '2017/18 2018/19 2019/20'], ['1999/00  to  2000/01', '1999/00 2000/01'], ['2017/18 to 2017/18', '2017/18']])(
    '%s are %s', (text, names) => {
      const read = readYears(cell(text))
      expect('value' in read && read.value.map(yearName).join(' ')).toBe(names)
    })

  test('are a hundred at most', () => {
    expect(years('1950/51 to 2049/50')).toHaveLength(100)
    expect(years('1950/51 to 2050/51')).toBe('bad-years')
  })

  test.each(['', '2021/22 to 2017/18', '2017-18 to 2018-19', '2017/18 – 2018/19', '2017/18 Q1 to 2018/19', '2017/18 to', 'to 2017/18', '2017/18 to 2018/19 to 2019/20'])(
    'are refused where they are "%s"', text => {
      expect(years(text)).toBe('bad-years')
    })
})

describe('a profile', () => {
  test.each([
    ['', [1n, 1n, 1n, 1n]], ['Q1', [1n, 0n, 0n, 0n]], ['q4', [0n, 0n, 0n, 1n]], ['40% 20% 20% 20%', [2n, 1n, 1n, 1n]], ['40%, 20%, 20%, 20%', [2n, 1n, 1n, 1n]],
    ['40%/20%/20%/20%', [2n, 1n, 1n, 1n]], ['40%;20%;20%;20%', [2n, 1n, 1n, 1n]], ['33.3% 33.3% 33.4% 0%', [333n, 333n, 334n, 0n]], ['0% 0% 0% 100%', [0n, 0n, 0n, 1n]],
  ])('"%s" is in the proportions %s', (text, proportions) => {
    expect(profile(text)).toEqual(proportions)
  })

  test.each(['Q0', 'Q5', '40% 20% 20% 10%', '50% 50%', '20% 20% 20% 20% 20%', '110% -10% 0% 0%', '0% 0% 0% 0%', '40 20 20 20', 'monthly'])('is refused where it is "%s"', text => {
    expect(profile(text)).toBe('bad-profile')
  })

  test('keeps the proportions of any four percentages that come to a hundred', () => {
    forAll([fc.nat(10_000), fc.nat(10_000), fc.nat(10_000)], (a, b, c) => {
      const [first, second, third] = [a, b, c].sort((x, y) => x - y) as [number, number, number]
      const parts = [first, second - first, third - second, 10_000 - third].map(BigInt)
      const read = [...profile(parts.map(part => `${inUnits(part, 2)}%`).join(' '))].map(BigInt)
      const whole = read.reduce((x, y) => x + y, 0n)
      expect(read.map(part => ratio(part, whole))).toEqual(parts.map(part => ratio(part, 10_000n)))
    })
  })
})

test('any text at all reads or is refused with its own code, and never throws', () => {
  const nearly = fc.string({ unit: fc.constantFrom(...'0129/ Qq%.,-to;2017/18'), maxLength: 24 })
  forAll([fc.oneof(fc.string({ unit: 'binary' }), nearly)], text => {
    for (const read of [amount, count, percent, period, years, profile]) {
      const value = read(text)
      if (typeof value === 'string') expect(value).toMatch(/^bad-/)
    }
  })
})

test('any fraction that is a whole number of thousandths of a percent reads back as it was', () => {
  forAll([fractions], ({ numerator }) => {
    const size = numerator < 0n ? -numerator : numerator
    const text = `${numerator < 0n ? '-' : ''}${size / 1000n}.${`${size % 1000n}`.padStart(3, '0')}%`
    expect(percent(text)).toEqual(ratio(numerator, 100_000n))
  })
})
