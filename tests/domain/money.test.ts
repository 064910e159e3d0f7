import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inPounds, inReadablePounds, less, nil, pence, plus, sum } from '../../src/domain/money.ts'
import { amounts, forAll, same } from '../properties.ts'

test('£1,234.50 is 123,450 pence and reads 1234.50', () => expect(inPounds(pence(123450n))).toBe('1234.50'))

test.each([['0', '0.00'], ['5', '0.05'], ['-5', '-0.05'], ['99', '0.99'], ['-100', '-1.00'], ['1234567890123456789012', '12345678901234567890.12']])(
  '%s pence read %s', (amount, text) => expect(inPounds(pence(BigInt(amount)))).toBe(text))

test('pence past what a double can count are kept: £90,071,992,547,409.93 and a penny', () => {
  expect(inPounds(plus(pence(9007199254740993n), pence(1n)))).toBe('90071992547409.94')
})

test('10p and 20p are 30p, 10p less 20p is -10p, and nothing is nil', () => {
  expect(sum([pence(10n), pence(20n)])).toBe(30n)
  expect(less(pence(10n), pence(20n))).toBe(-10n)
  expect(sum([])).toBe(nil)
})

test('text in pounds reads back to the same pence', () => {
  forAll([amounts], amount => {
    expect(inPounds(amount)).toMatch(/^-?(0|[1-9]\d*)\.\d\d$/)
    same([BigInt(inPounds(amount).replace('.', ''))], [amount])
  })
})

test('a sum is the same in any order, and taking away undoes adding', () => {
  forAll([fc.array(amounts, { maxLength: 8 }), amounts], (of, other) => {
    same([sum(of.toReversed()), less(sum([...of, other]), other), plus(other, less(nil, other))], [sum(of), sum(of), nil])
  })
})

test('for people thousands stand apart: 1,234,567.89, -1,000.00, 999.99', () => {
  expect([123456789n, -100000n, 99999n, 0n].map(amount => inReadablePounds(pence(amount)))).toEqual(['1,234,567.89', '-1,000.00', '999.99', '0.00'])
  forAll([amounts], amount => {
    const text = inReadablePounds(amount)
    same([text.replaceAll(',', ''), /^-?\d{1,3}(,\d{3})*\.\d\d$/.test(text)], [inPounds(amount), true])
  })
})
