/**
 * Random whole numbers below 2^32, the same on every machine: xoshiro128** 1.1 of Blackman and Vigna
 * (https://prng.di.unimi.it/xoshiro128starstar.c), its state filled from the seed by SplitMix64 of Vigna
 * (https://prng.di.unimi.it/splitmix64.c) as they advise. From the state 1, 2, 3, 4 it gives 11520, 0, 5927040, …
 */
export type Random = () => number

export type RandomState = readonly [number, number, number, number]

/** @param seed a whole number below 2^64 */
export function randomFrom(seed: bigint): Random {
  const mix = splitMix(seed)
  const words = [mix(), mix()].flatMap(of => [lowWord(of), lowWord(of >> 32n)])
  return xoshiro(words as unknown as RandomState)
}

/** Words of 32 bits; what they are as signed numbers does not matter. */
export function xoshiro([one, two, three, four]: RandomState): Random {
  let [a, b, c, d] = [one, two, three, four]
  return () => {
    const next = Math.imul(turned(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = turned(d, 11)
    return next
  }
}

const turned = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

export function splitMix(seed: bigint): () => bigint {
  let state = BigInt.asUintN(64, seed)
  return () => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n)
    const once = BigInt.asUintN(64, (state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n)
    const twice = BigInt.asUintN(64, (once ^ (once >> 27n)) * 0x94d049bb133111ebn)
    return twice ^ (twice >> 31n)
  }
}

const lowWord = (of: bigint): number => parseInt(BigInt.asUintN(32, of).toString(), 10)
