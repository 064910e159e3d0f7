import { describe, expect, test } from 'vitest'
import { chanceBelow, deviations } from '../../../src/domain/risk/normal.ts'
import { exponential, logarithm, real, squareRoot } from '../../../src/domain/risk/real.ts'
import { ratio } from '../../../src/domain/ratio.ts'

const grid = Array.from({ length: 9_999 }, (_, place) => (place + 1) / 10_000)

const furthest = (of: readonly number[], ours: (x: number) => number, theirs: (x: number) => number): number =>
  Math.max(...of.map(x => Math.abs(ours(x) - theirs(x)) / Math.max(Math.abs(theirs(x)), 1e-300)))

describe('the normal curve', () => {
  test.each([
    // Published with the algorithm: Wichura (1988), table 1.
    [0.25, -0.6744897501960817], [0.001, -3.090232306167814], [1e-20, -9.26234008979841],
    // Of any table.
    [0.5, 0], [0.975, 1.959963984540054], [0.9, 1.2815515655446004],
  ])('a chance of %d is %d deviations', (chance, deviation) => {
    expect(Math.abs(deviations(chance) - deviation)).toBeLessThan(3e-15 * Math.max(1, Math.abs(deviation)))
  })

  test.each([[-3, 0.0013498980316300933], [-1, 0.15865525393145707], [0, 0.5], [1, 0.8413447460685429], [1.96, 0.9750021048517795], [5, 0.9999997133484281]])(
    'no more than %d deviations is a chance of %d', (deviation, chance) => {
      expect(Math.abs(chanceBelow(deviation) - chance)).toBeLessThan(1e-13)
    })

  test('goes there and back within a hundredth of a place of 2^32, far into its tails', () => {
    const far = [0.5, 1, 7, 1000].flatMap(of => [of / 2 ** 32, 1 - of / 2 ** 32])
    for (const chance of [...grid, ...far]) expect(Math.abs(chanceBelow(deviations(chance)) - chance)).toBeLessThan(0.01 / 2 ** 32)
  })

  test('has an end on both sides', () => {
    expect([chanceBelow(-8.1), chanceBelow(8.1)]).toEqual([0, 1])
  })
})

describe('real numbers by the four operations', () => {
  test('are those of the engine, up to its last digits', () => {
    expect(furthest([...grid, 2 ** -33, 1.5, 10, 1000], logarithm, Math.log)).toBeLessThan(2e-15)
    expect(furthest(grid.map(x => -40 * x), exponential, Math.exp)).toBeLessThan(2e-13)
    expect(furthest([...grid, 2 ** -40, 2, 22, 1e6], squareRoot, Math.sqrt)).toBeLessThan(1e-15)
  })

  test('has a root of nil, and of what came out below it', () => {
    expect([squareRoot(0), squareRoot(-1e-17)]).toEqual([0, 0])
  })

  test('are fractions, cut', () => {
    expect([real(ratio(1n, 4n)), real(ratio(-1n, 2n)), real(ratio(1n)), real(ratio(1n, 3n))]).toEqual([0.25, -0.5, 1, Math.floor(2 ** 52 / 3) / 2 ** 52])
  })
})
