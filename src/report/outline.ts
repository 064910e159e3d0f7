/**
 * An outline: a figure, what it is made of, and what each part of that is made of in turn, with remarks on where it comes
 * from. £150 is £100 and £50, and the £100 is a tenth of the £1,000 in a cell.
 */
import type { Money } from '../domain/money.ts'

export interface Outline {
  readonly kind: 'outline'
  readonly title: string
  readonly items: readonly Item[]
}

export interface Item {
  readonly label: string
  /** Always to the penny. */
  readonly amount: Money
  readonly remarks: readonly string[]
  readonly items: readonly Item[]
}
