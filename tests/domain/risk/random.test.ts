import { describe, expect, test } from 'vitest'
import { randomFrom, splitMix, xoshiro } from '../../../src/domain/risk/random.ts'

describe('random numbers', () => {
  test('are those of xoshiro128** 1.1, from the state 1, 2, 3, 4, as its reference prints them', () => {
    const next = xoshiro([1, 2, 3, 4])
    expect(Array.from({ length: 10 }, next)).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804])
  })

  test('are seeded by SplitMix64, from 1234567 as its reference prints it', () => {
    const next = splitMix(1234567n)
    expect(Array.from({ length: 5 }, next)).toEqual([6457827717110365317n, 3203168211198807973n, 9817491932198370423n, 4593380528125082431n, 16408922859458223821n])
  })

  test('start from the two words of a seed, the low half of each first', () => {
    const [one, two] = [6457827717110365317n, 3203168211198807973n]
    const words = [one, two].flatMap(word => [Number(word % 2n ** 32n), Number(word >> 32n)])
    const [ours, theirs] = [randomFrom(1234567n), xoshiro(words as unknown as [number, number, number, number])]
    expect(Array.from({ length: 20 }, ours)).toEqual(Array.from({ length: 20 }, theirs))
  })

  test('differ from seed to seed, the largest too', () => {
    const firsts = [0n, 1n, 2n, 2n ** 32n, 2n ** 64n - 1n].map(seed => randomFrom(seed)())
    expect(new Set(firsts).size).toBe(5)
  })

  test('are whole numbers below 2^32, half of them in each half', () => {
    const next = randomFrom(1n)
    const drawn = Array.from({ length: 40_000 }, next)
    expect(drawn.every(of => Number.isInteger(of) && of >= 0 && of < 2 ** 32)).toBe(true)
    // Four standard deviations of 40,000 tosses are 400.
    expect(Math.abs(drawn.filter(of => of < 2 ** 31).length - 20_000)).toBeLessThan(400)
  })
})
