/** Where a figure stands: of several cells the first in its file. */
import { cellsOf, type YearAmount } from '../index-linking.ts'
import { inCodePointOrder, type Line } from '../model.ts'
import type { At } from '../stated.ts'

export const firstPlace = (places: readonly At[]): At | undefined =>
  places.reduce<At | undefined>((first, at) => (first === undefined || isBefore(at, first) ? at : first), undefined)

const isBefore = (a: At, b: At): boolean => (inCodePointOrder(a.file, b.file) || a.line - b.line || a.column - b.column) < 0

/** Where an amount is stated, or what it was raised from. */
export const statedAt = ({ amount, line }: { readonly amount: YearAmount; readonly line: Line }): At => firstPlace(cellsOf(amount.origin)) ?? line.at

/** Where an amount came to be what it is: its own cell, or the rate that raised it. */
export const changedAt = (of: { readonly amount: YearAmount; readonly line: Line }): At =>
  of.amount.origin.kind === 'raised' ? of.amount.origin.rate.at : statedAt(of)
