/** What a statement is made of: the charges of a quarter, live or as they were issued. */
import type { ChargedLine } from '../domain/charged.ts'
import type { Partnership } from '../domain/issued.ts'
import { type Quarter, quarterName } from '../domain/period.ts'

export interface Stated {
  readonly partnership: Partnership
  readonly quarter: Quarter
  readonly lines: readonly ChargedLine[]
  /** When it was issued, if it was. */
  readonly issuedAt?: string
}

/** Whether the figures are final. */
export const standing = ({ quarter, issuedAt }: Stated): string =>
  issuedAt === undefined ? `${quarterName(quarter)} is not issued yet: this is a draft.` : `${quarterName(quarter)} was issued on ${issuedAt.slice(0, 10)}.`
