import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pence } from '../../src/domain/money.ts'
import { type Flow, outside, reconcile } from '../../src/report/reconcile.ts'
import { forAll, holds, same, size as sizeOf, total } from '../properties.ts'

const flow = (key: string, amount: bigint, from = outside, to = outside): Flow => ({ key, amount: pence(amount), from, to })

/** A table with a total of each row, of each column and of all: the total of all first, then the others, then the cells. */
function table(cells: readonly (readonly bigint[])[]): Flow[] {
  const columns = cells[0]!.map((_, column) => cells.map(row => row[column]!))
  return [
    flow('all', total(cells.flat()), outside, 'all'),
    ...cells.map((row, place) => flow(`row ${place}`, total(row), 'all', `row ${place}`)),
    ...columns.map((column, place) => flow(`column ${place}`, total(column), `column ${place}`, outside)),
    ...cells.flatMap((row, place) => row.map((cell, column) => flow(`cell ${place} ${column}`, cell, `row ${place}`, `column ${column}`))),
  ]
}

const shown = (flows: readonly Flow[], size = 100n): Record<string, bigint> => Object.fromEntries(reconcile(flows, size))

const twoParts = (a: bigint, b: bigint): Flow[] => [flow('whole', a + b, outside, 'sum'), flow('a', a, 'sum'), flow('b', b, 'sum')]

describe('worked examples', () => {
  test('0.50 and 0.50 make 1: one of them is 1 and the other nothing', () => {
    const { a, b, whole } = shown([flow('whole', 100n, outside, 'sum'), flow('a', 50n, 'sum'), flow('b', 50n, 'sum')])
    expect([whole, [a, b].sort()]).toEqual([1n, [0n, 1n]])
  })

  test('0.40, 0.40 and 0.40, which each round to nothing, make the 1 that 1.20 rounds to', () => {
    const of = shown([flow('whole', 120n, outside, 'sum'), ...['a', 'b', 'c'].map(key => flow(key, 40n, 'sum'))])
    expect(of['whole']).toBe(1n)
    expect(total([of['a']!, of['b']!, of['c']!])).toBe(1n)
  })

  test('what is listed first goes to its nearest unit: 1.20 of 0.90 and 0.30 is 1 of 1 and 0, 1.50 of 0.90 and 0.60 is 2 of 1 and 1', () => {
    expect(shown(twoParts(90n, 30n))).toEqual({ whole: 1n, a: 1n, b: 0n })
    expect(shown(twoParts(90n, 60n))).toEqual({ whole: 2n, a: 1n, b: 1n })
    expect(shown(twoParts(-90n, -30n))).toEqual({ whole: -1n, a: -1n, b: 0n })
  })

  test('a loss of 0.60 and a gain of 0.60 come to nothing as a loss of 1 and a gain of 1', () => {
    const { a, b } = shown([flow('whole', 0n, outside, 'sum'), flow('a', -60n, 'sum'), flow('b', 60n, 'sum')])
    expect([a, b]).toEqual([-1n, 1n])
  })

  test('of nothing there is nothing, and a figure that is no part of a sum goes to its nearest unit', () => {
    expect(shown([])).toEqual({})
    expect(shown([flow('a', 149n), flow('b', -151n), flow('c', 151n)])).toEqual({ a: 1n, b: -2n, c: 2n })
  })
})

describe('a sum that is none is a fault of the program', () => {
  test('and is refused with its name and what it is out by', () => {
    expect(() => shown([flow('whole', 100n, outside, 'sum'), flow('a', 50n, 'sum'), flow('b', 49n, 'sum')])).toThrow('the sum at "sum" is out by 1')
  })

  test('even where the figures are whole', () => {
    expect(() => shown([flow('whole', 200n, outside, 'sum'), flow('a', 100n, 'sum')])).toThrow(Error)
  })
})

/** Whatever is shown: each figure the unit below or above exact, whole ones as they are, the first to the nearest, every sum a sum. */
function holdsTrue(flows: readonly Flow[], size: bigint): Map<string, bigint> {
  const figures = reconcile(flows, size)
  same([figures.size], [flows.length])
  const sums = new Map<string, bigint>()
  for (const [place, { key, amount, from, to }] of flows.entries()) {
    const units = figures.get(key)!
    holds(sizeOf(units * size - amount) < size, `${amount} is shown as ${units}`)
    holds(place > 0 || 2n * sizeOf(units * size - amount) <= size, `${amount}, first, is shown as ${units}`)
    sums.set(from, (sums.get(from) ?? 0n) - units)
    sums.set(to, (sums.get(to) ?? 0n) + units)
  }
  for (const [node, rest] of sums) holds(rest === 0n, `the sum ${node} is out by ${rest}`)
  return figures
}

const sizes = fc.constantFrom(1n, 100n, 100_000n)
const amounts = fc.oneof(fc.bigInt({ min: -300n, max: 300n }), fc.bigInt({ min: -(10n ** 7n), max: 10n ** 7n }), fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }))

describe('whatever the figures', () => {
  test('a table with totals both ways adds up both ways, each figure a unit from exact at most', () => {
    const cells = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
      fc.array(fc.array(amounts, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }))
    forAll([cells, sizes], (of, size) => {
      const figures = holdsTrue(table(of), size)
      same(of.map((row, place) => total(row.map((_, column) => figures.get(`cell ${place} ${column}`)!))), of.map((_, place) => figures.get(`row ${place}`)))
      same(of[0]!.map((_, column) => total(of.map((_, place) => figures.get(`cell ${place} ${column}`)!))), of[0]!.map((_, column) => figures.get(`column ${column}`)))
      same([total(of.map((_, place) => figures.get(`row ${place}`)!))], [figures.get('all')])
    })
  })

  test('so does any network of sums, in any order, with sums of sums and figures that are a part of two', () => {
    const node = fc.constantFrom(outside, 'a', 'b', 'c', 'd', 'e')
    const flows = fc.array(fc.record({ amount: amounts.map(pence), from: node, to: node }), { maxLength: 14 })
    forAll([flows, sizes, fc.nat(9)], (of, size, turn) => {
      const rest = (name: string): bigint => total(of.map(({ amount, from, to }) => (to === name ? amount : 0n) - (from === name ? amount : 0n)))
      const keyed = [...of, ...['a', 'b', 'c', 'd', 'e'].map(name => ({ amount: pence(rest(name)), from: name, to: outside }))].map((each, place) => ({ ...each, key: `${place}` }))
      holdsTrue([...keyed.slice(turn), ...keyed.slice(0, turn)], size)
    })
  })

  test('figures that are whole stay as they are', () => {
    forAll([fc.array(fc.array(amounts, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 3 }), sizes], (of, size) => {
      const whole = table(of.map(row => row.map(cell => cell * size)))
      const figures = reconcile(whole, size)
      same(whole.map(({ key }) => figures.get(key)! * size), whole.map(({ amount }) => amount))
    })
  })
})
