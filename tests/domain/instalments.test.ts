import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instalments } from '../../src/domain/instalments.ts'
import { equalInstalments, type Profile } from '../../src/domain/model.ts'
import { pounds } from '../models.ts'
import { amounts, forAll, holds, same, total } from '../properties.ts'

test('£100.03 in equal instalments is 25.01 three times and 25.00: the odd pence fall early', () => {
  expect(instalments(pounds('100.03'), equalInstalments)).toEqual([2501n, 2501n, 2501n, 2500n])
  expect(instalments(pounds('-0.01'), equalInstalments)).toEqual([-1n, 0n, 0n, 0n])
})

test('all in the third quarter is all in the third quarter', () => {
  expect(instalments(pounds('100.03'), [0n, 0n, 1n, 0n])).toEqual([0n, 0n, 10003n, 0n])
})

test('£1.00 by 40%, 30%, 20% and 10% is 0.40, 0.30, 0.20 and 0.10', () => {
  expect(instalments(pounds('1.00'), [4n, 3n, 2n, 1n])).toEqual([40n, 30n, 20n, 10n])
})

test('equal instalments sum to the year and differ by a penny at most', () => {
  forAll([amounts], amount => {
    const parts = instalments(amount, equalInstalments)
    same([total(parts)], [amount])
    const [low, high] = [parts.reduce((a, b) => (a < b ? a : b)), parts.reduce((a, b) => (a > b ? a : b))]
    holds(high - low <= 1n, `from ${low} to ${high}`)
  })
})

test('instalments by any profile sum to the year, and a quarter of no part in it has none', () => {
  const portion = fc.bigInt({ min: 0n, max: 100n })
  forAll([amounts, fc.tuple(portion, portion, portion), fc.nat(3)], (amount, [a, b, c], without) => {
    const profile = [a, b, c + 1n].toSpliced(without, 0, 0n) as unknown as Profile
    const parts = instalments(amount, profile)
    same([parts[without], total(parts)], [0n, amount])
  })
})
