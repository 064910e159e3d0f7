/**
 * Adds up the rows of actuals as they stream by: one sum for each line, direct partner and quarter, and one for each
 * partner that paid. Whatever is repeated from row to row, dates, lines and partners, is looked at once.
 */
import type { Payment, Spend } from '../domain/actuals.ts'
import { pence } from '../domain/money.ts'
import type { Quarter } from '../domain/period.ts'
import type { At } from '../domain/stated.ts'
import { ExactSum, plainPence } from './exact-sum.ts'

/** What a row says, column by column; a column that the file lacks is at -1. */
export interface ActualColumns {
  readonly when: number
  readonly line: number
  readonly amount: number
  readonly partner: number
  readonly paidBy: number
}

/** What the texts of a row stand for; undefined where they stand for nothing. */
export interface Meaning {
  /** The plan's first: quarters are told by their distance from it. */
  readonly first: Quarter
  readonly quarter: (text: string) => Quarter | undefined
  /** Whether the budget knows a line; of one that names a partner, whether the name will do. */
  readonly isLine: (text: string) => boolean
  readonly isPartner: (text: string) => boolean
  readonly amount: (text: string) => bigint | undefined
}

/** By the quarter's distance from the plan's first. */
type Sums = (ExactSum | undefined)[]

export class Tally {
  readonly #meaning: Meaning
  readonly #quarters = new Map<string, Quarter | undefined>()
  readonly #lines = new Map<string, { known: boolean; sums: Sums; direct: Map<string, Sums> }>()
  readonly #paid = new Map<string, Sums>()

  constructor(meaning: Meaning) {
    this.#meaning = meaning
  }

  /** Adds a row, by its number in the file from 0; false where it cannot be read, and nothing is added. */
  add(row: readonly string[], number: number, columns: ActualColumns): boolean {
    const quarter = this.#quarterOf(row[columns.when] ?? '')
    const line = this.#lineOf(row[columns.line] ?? '')
    const partner = columns.partner < 0 ? '' : (row[columns.partner] ?? '').trim()
    const paidBy = columns.paidBy < 0 ? '' : (row[columns.paidBy] ?? '').trim()
    if (quarter === undefined || line === undefined) return false
    if (partner === '' ? !line.known : !this.#meaning.isPartner(partner)) return false
    if (paidBy !== '' && !this.#meaning.isPartner(paidBy)) return false

    const text = row[columns.amount] ?? ''
    const plain = plainPence(text)
    const amount = Number.isNaN(plain) ? this.#meaning.amount(text) : plain
    if (amount === undefined) return false
    const sums = partner === '' ? line.sums : sumsOf(line.direct, partner)
    this.#addTo(sums, quarter, amount, number)
    if (paidBy !== '') this.#addTo(sumsOf(this.#paid, paidBy), quarter, amount, number)
    return true
  }

  spend(at: At): Spend[] {
    return [...this.#lines].flatMap(([line, { sums, direct }]) => [
      ...this.#byQuarter(sums, (quarter, sum) => ({ line, quarter, amount: pence(sum.total), at, rows: rowsOf(sum) })),
      ...[...direct].flatMap(([partner, own]) => this.#byQuarter(own, (quarter, sum) => ({ line, partner, quarter, amount: pence(sum.total), at, rows: rowsOf(sum) }))),
    ])
  }

  payments(at: At): Payment[] {
    return [...this.#paid].flatMap(([partner, sums]) => this.#byQuarter(sums, (quarter, sum) => ({ partner, quarter, amount: pence(sum.total), at, rows: rowsOf(sum) })))
  }

  #addTo(sums: Sums, quarter: Quarter, amount: number | bigint, number: number): void {
    const sum = (sums[quarter - this.#meaning.first] ??= new ExactSum(number))
    if (typeof amount === 'number') sum.add(amount)
    else sum.addLarge(amount)
  }

  #byQuarter<T>(sums: Sums, make: (quarter: Quarter, sum: ExactSum) => T): T[] {
    return [...sums.entries()].flatMap(([place, sum]) => (sum ? [make((this.#meaning.first + place) as Quarter, sum)] : []))
  }

  #quarterOf(text: string): Quarter | undefined {
    const known = this.#quarters.get(text)
    if (known !== undefined || this.#quarters.has(text)) return known
    const quarter = this.#meaning.quarter(text.trim())
    this.#quarters.set(text, quarter)
    return quarter
  }

  #lineOf(text: string): { known: boolean; sums: Sums; direct: Map<string, Sums> } | undefined {
    const found = this.#lines.get(text)
    if (found) return found
    const line = text.trim()
    if (line === '') return undefined
    const entry = this.#lines.get(line) ?? { known: this.#meaning.isLine(line), sums: [], direct: new Map<string, Sums>() }
    this.#lines.set(line, entry)
    return entry
  }
}

/** As a spreadsheet numbers them: the header is row 1. */
const rowsOf = ({ count, first }: ExactSum): Spend['rows'] => ({ count, first: first + 1 })

function sumsOf(of: Map<string, Sums>, name: string): Sums {
  const sums = of.get(name) ?? []
  of.set(name, sums)
  return sums
}
