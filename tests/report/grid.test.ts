import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Money, pence } from '../../src/domain/money.ts'
import { type Grid, type Group, showGrid } from '../../src/report/grid.ts'
import { amounts, forAll, holds, same, size, total } from '../properties.ts'

const group = (name: string, rows: Readonly<Record<string, readonly bigint[]>>): Group =>
  ({ name, rows: Object.entries(rows).map(([row, of]) => ({ name: row, amounts: of.map(pence) })) })

describe('a grid of figures', () => {
  const grid = showGrid([group('staff', { team: [100n, 20n, -5n] }), group('shared', { email: [50n, 0n, 3n], waste: [7n, 1n, 0n] })], 1n, 'reconciled')

  test('is summed across and down: 100, 20 and -5 are 115, with 53 and 8 it is 176', () => {
    expect(grid.row('staff', 'team').exact).toEqual([100n, 20n, -5n, 115n])
    expect(grid.group('shared').exact).toEqual([57n, 1n, 3n, 61n])
    expect(grid.whole.exact).toEqual([157n, 21n, -2n, 176n])
  })

  test('in pence is shown as it is', () => {
    for (const row of [grid.whole, grid.group('staff'), grid.group('shared'), grid.row('shared', 'email'), grid.row('shared', 'waste')]) expect(row.shown).toEqual(row.exact)
  })

  test('in pounds, of 50p and 50p in two rows, is £1 each across and £1 each down and £2 in all', () => {
    const half = showGrid([group('', { A: [50n, 50n], B: [50n, 50n] })], 100n, 'reconciled')
    expect(half.whole.shown).toEqual([1n, 1n, 2n])
    expect([half.row('', 'A').shown[2], half.row('', 'B').shown[2]]).toEqual([1n, 1n])
    same([0, 1].map(column => half.row('', 'A').shown[column]! + half.row('', 'B').shown[column]!), [1n, 1n])
  })

  test('each rounded on its own is 1 and 1 and 1, as published papers have it', () => {
    expect(showGrid([group('', { A: [50n, 50n] })], 100n, 'independent').row('', 'A').shown).toEqual([1n, 1n, 1n])
    expect(showGrid([group('', { A: [-50n, -49n] })], 100n, 'independent').row('', 'A').shown).toEqual([-1n, 0n, -1n])
  })

  test('without rows is nothing', () => {
    expect(showGrid([], 100n, 'reconciled').whole).toEqual({ exact: [0n], shown: [0n] })
  })

  test('keeps groups and rows apart that are called alike, or like a part of a grid', () => {
    const alike = showGrid([group('whole', { whole: [100n], across: [200n] }), group('across', { whole: [300n] }), group('["row"]', { '': [400n] })], 100n, 'reconciled')
    expect([alike.whole, alike.group('whole'), alike.group('across'), alike.row('whole', 'whole'), alike.row('across', 'whole'), alike.row('["row"]', '')].map(({ shown }) => shown[0])).toEqual([10n, 3n, 3n, 1n, 3n, 4n])
  })
})

const drawn = fc.integer({ min: 1, max: 4 }).chain(columns => fc.array(fc.array(fc.array(fc.oneof(fc.constant(pence(0n)), fc.integer({ min: -250, max: 250 }).map(of => pence(BigInt(of))), amounts), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }))

const named = (of: readonly (readonly (readonly Money[])[])[]): Group[] =>
  of.map((rows, place) => ({ name: `group ${place}`, rows: rows.map((row, at) => ({ name: `row ${at}`, amounts: row })) }))

const everyRow = (grid: Grid, groups: readonly Group[]) => [grid.whole, ...groups.flatMap(({ name, rows }) => [grid.group(name), ...rows.map(row => grid.row(name, row.name))])]

describe('whatever the figures', () => {
  const sizes = fc.constantFrom(100n, 100_000n, 1n)

  test('as shown every row adds up across, every column down, rows to groups and groups to the whole', () => {
    forAll([drawn, sizes], (of, unit) => {
      const groups = named(of)
      const grid = showGrid(groups, unit, 'reconciled')
      for (const { shown } of everyRow(grid, groups)) same([total(shown.slice(0, -1))], [shown.at(-1)])
      const columns = grid.whole.shown.keys()
      for (const column of columns) {
        same([total(groups.map(({ name }) => grid.group(name).shown[column]!))], [grid.whole.shown[column]])
        for (const { name, rows } of groups) same([total(rows.map(row => grid.row(name, row.name).shown[column]!))], [grid.group(name).shown[column]])
      }
    })
  })

  test('each is shown as the unit below or above it, or as it is where it is whole; the whole as the nearest', () => {
    forAll([drawn, sizes], (of, unit) => {
      const groups = named(of)
      const grid = showGrid(groups, unit, 'reconciled')
      for (const { exact, shown } of everyRow(grid, groups)) {
        for (const [place, figure] of shown.entries()) holds(size(figure * unit - exact[place]!) < unit || figure * unit === exact[place], `${exact[place]} is shown as ${figure} of ${unit}`)
      }
      holds(2n * size(grid.whole.shown.at(-1)! * unit - grid.whole.exact.at(-1)!) <= unit, `${grid.whole.exact} is shown as ${grid.whole.shown}`)
    })
  })

  test('exactly each row is what it was given and its sum, and each group and the whole are sums of rows, in either way of rounding', () => {
    forAll([drawn, sizes, fc.constantFrom('reconciled', 'independent')], (of, unit, mode) => {
      const groups = named(of)
      const grid = showGrid(groups, unit, mode)
      for (const { name, rows } of groups) {
        for (const row of rows) same(grid.row(name, row.name).exact, [...row.amounts, total(row.amounts)])
        same(grid.group(name).exact, grid.whole.exact.map((_, column) => total(rows.map(row => grid.row(name, row.name).exact[column]!))))
      }
      same([grid.whole.exact.at(-1)], [total(of.flat(2))])
    })
  })

  test('rounded on its own each is the nearest unit, halves away from nil', () => {
    forAll([drawn, sizes], (of, unit) => {
      const groups = named(of)
      for (const { exact, shown } of everyRow(showGrid(groups, unit, 'independent'), groups)) {
        for (const [place, figure] of shown.entries()) {
          const off = 2n * size(figure * unit - exact[place]!)
          holds(off < unit || (off === unit && size(figure * unit) > size(exact[place]!)) || off === 0n, `${exact[place]} is shown as ${figure} of ${unit}`)
        }
      }
    })
  })
})
