import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crossSubsidies } from '../../src/domain/cross-subsidy.ts'
import { amounts, forAll, holds, same, total } from '../properties.ts'

/** Who pays, for whom, how much. */
const found = (gains: readonly bigint[]): bigint[][] =>
  crossSubsidies(gains).map(({ payer, beneficiary, amount }) => [BigInt(payer), BigInt(beneficiary), amount])

describe('worked by hand', () => {
  test('gains of 10, -14 and 4: the second pays 10 for the first and 4 for the third', () => {
    expect(found([10n, -14n, 4n])).toEqual([[1n, 0n, 10n], [1n, 2n, 4n]])
  })

  test('gains of 6, -4 and -2: the second pays 4 for the first, the third 2', () => {
    expect(found([6n, -4n, -2n])).toEqual([[1n, 0n, 4n], [2n, 0n, 2n]])
  })

  test('gains of 6, 3, -5 and -4: of 5 the first gets 6/9, 3, and the second 2; of 4 what is left to each, 3 and 1', () => {
    expect(found([6n, 3n, -5n, -4n])).toEqual([[2n, 0n, 3n], [2n, 1n, 2n], [3n, 0n, 3n], [3n, 1n, 1n]])
  })

  test('a part of nothing is no subsidy: gains of 1 and 1 with losses of a penny each', () => {
    expect(found([1n, 1n, -1n, -1n])).toEqual([[2n, 0n, 1n], [3n, 1n, 1n]])
  })

  test('without gains nobody pays for anybody', () => {
    expect(found([0n, 0n])).toEqual([])
    expect(found([])).toEqual([])
  })
})

const gains = fc.array(amounts, { minLength: 1, maxLength: 7 }).map(of => [...of, -total(of)])

test('whatever the gains, the subsidies come to each of them exactly, and nobody both pays and is paid for', () => {
  forAll([gains], of => {
    const subsidies = crossSubsidies(of)
    same(of.map((_, place) => total(subsidies.map(({ payer, beneficiary, amount }) => (beneficiary === place ? amount : payer === place ? -amount : 0n)))), of)
    holds(subsidies.every(({ payer, beneficiary, amount }) => of[payer]! < 0n && of[beneficiary]! > 0n && amount > 0n), 'paid by who gains, or for who loses')
    same([total(subsidies.map(({ amount }) => amount))], [total(of.filter(gain => gain > 0n))])
    same([new Set(subsidies.map(({ payer, beneficiary }) => `${payer} ${beneficiary}`)).size], [subsidies.length])
  })
})
