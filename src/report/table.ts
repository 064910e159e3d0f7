/**
 * The one table behind every report and every format. A cell knows its exact figure and the figure shown, so a writer
 * only lays out: nothing is rounded after this.
 */
import type { Money } from '../domain/money.ts'
import type { Ratio } from '../domain/ratio.ts'
import type { Outline } from './outline.ts'
import type { Remarks } from './remark.ts'
import type { Tornado } from './tornado.ts'
import type { Unit } from './unit.ts'

export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  /** `shown` in the table's unit: 1234 for £1,233.60 in pounds. */
  | { readonly kind: 'money'; readonly exact: Money; readonly shown: bigint }
  /** `shown` in tenths of a percent: 42 for 4.2%. */
  | { readonly kind: 'percent'; readonly exact: Ratio; readonly shown: bigint }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'none' }

export interface Column {
  readonly title: string
  readonly kind: 'label' | 'figure'
}

export interface Row {
  readonly kind: 'item' | 'detail' | 'total'
  readonly cells: readonly Cell[]
}

interface Headed {
  readonly title: string
  /** Of the title as a heading, below that of the report, which is 1; 3 for what belongs to the part before it. By default 2. */
  readonly level?: 2 | 3
}

export interface Table extends Headed {
  readonly kind: 'table'
  readonly unit: Unit
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly notes: readonly string[]
}

/** What is said in words, a paragraph each. */
export interface Prose extends Headed {
  readonly kind: 'prose'
  readonly paragraphs: readonly string[]
}

/** What belongs together under one heading, and what it comes to. */
export interface Report {
  readonly title: string
  readonly parts: readonly (Table | Prose | Outline | Remarks | Tornado)[]
  readonly conclusion?: readonly string[]
}

export const text = (of: string): Cell => ({ kind: 'text', text: of })
/** Money in a table that is always to the penny. */
export const inPence = (amount: Money): Cell => ({ kind: 'money', exact: amount, shown: amount })
export const none: Cell = { kind: 'none' }
