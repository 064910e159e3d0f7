/**
 * A grid of figures in groups of rows, whose columns add up to a last one: every row, every group and the whole, across
 * and down, rounded together so that all of it adds up as shown. Rows of 0.5 and 0.5 are 1.0 across; two such rows are
 * 1.0 down each column and 2.0 in all.
 */
import { type Money, sum } from '../domain/money.ts'
import { type Flow, outside } from './reconcile.ts'
import { type RoundingMode, showFlows } from './shown.ts'

export interface Group {
  readonly name: string
  readonly rows: readonly { readonly name: string; readonly amounts: readonly Money[] }[]
}

/** Amounts and, last, their sum; as they are, and as shown. */
export interface GridRow {
  readonly exact: readonly Money[]
  readonly shown: readonly bigint[]
}

export interface Grid {
  readonly whole: GridRow
  readonly group: (name: string) => GridRow
  readonly row: (group: string, name: string) => GridRow
}

export function showGrid(groups: readonly Group[], size: bigint, mode: RoundingMode): Grid {
  const columns = groups.flatMap(({ rows }) => rows)[0]?.amounts.length ?? 0
  const places = Array.from({ length: columns }, (_, place) => place)
  const down = (rows: readonly { readonly amounts: readonly Money[] }[]): Money[] => places.map(place => sum(rows.map(({ amounts }) => amounts[place]!)))
  const whole = down(groups.flatMap(({ rows }) => rows))

  const flows: Flow[] = [
    { key: key('whole', columns), amount: sum(whole), from: outside, to: 'across' },
    ...places.map(place => ({ key: key('whole', place), amount: whole[place]!, from: key('down', place), to: outside })),
    ...groups.flatMap(({ name, rows }) => [
      { key: key('group', name, columns), amount: sum(down(rows)), from: 'across', to: key('across', name) },
      ...places.map(place => ({ key: key('group', name, place), amount: down(rows)[place]!, from: key('down', name, place), to: key('down', place) })),
    ]),
    ...groups.flatMap(group => group.rows.flatMap(({ name, amounts }) => [
      { key: key('row', group.name, name, columns), amount: sum(amounts), from: key('across', group.name), to: key('row', group.name, name) },
      ...places.map(place => ({ key: key('row', group.name, name, place), amount: amounts[place]!, from: key('row', group.name, name), to: key('down', group.name, place) })),
    ])),
  ]
  const shown = showFlows(flows, size, mode)
  const gridRow = (amounts: readonly Money[], ...name: string[]): GridRow =>
    ({ exact: [...amounts, sum(amounts)], shown: [...places, columns].map(place => shown.get(key(...name, place))!) })
  const groupNamed = (name: string): Group => groups.find(group => group.name === name)!
  return {
    whole: gridRow(whole, 'whole'),
    group: name => gridRow(down(groupNamed(name).rows), 'group', name),
    row: (group, name) => gridRow(groupNamed(group).rows.find(row => row.name === name)!.amounts, 'row', group, name),
  }
}

const key = (...name: (string | number)[]): string => JSON.stringify(name)
