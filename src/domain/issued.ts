/**
 * An issued record: one quarter's charges as they were frozen, with what they were reckoned from. Records make a chain,
 * each with the digest of the one before; nothing ever rewrites one.
 */
import type { Basis } from './chargeable.ts'
import type { PartnerId } from './model.ts'
import { type Money, nil, sum } from './money.ts'
import type { Quarter } from './period.ts'
import type { RuleName } from './rules/registry.ts'

export interface IssuedRecord {
  readonly quarter: Quarter
  /** When it was issued, as an ISO date and time in UTC. */
  readonly issuedAt: string
  readonly version: string
  /** The digest of the record before; none for the first. */
  readonly previous?: string
  readonly digest: string
  readonly inputs: readonly { readonly file: string; readonly digest: string }[]
  readonly lines: readonly IssuedLine[]
  /** What each partner had paid itself, to date. */
  readonly paid: Readonly<Record<PartnerId, Money>>
}

export interface IssuedLine {
  readonly line: string
  readonly category: string
  readonly rule: RuleName
  readonly driver: string
  readonly parts: readonly IssuedPart[]
  /** What was known of every quarter to date when the record was issued. */
  readonly known: readonly KnownQuarter[]
}

/** What one partner was charged of the line. */
export interface IssuedPart {
  readonly partner: PartnerId
  readonly instalment: Money
  readonly overspend: Money
  readonly adjustment: Money
}

export interface KnownQuarter {
  readonly quarter: Quarter
  readonly basis: Basis
  readonly budget: Money
  readonly cost: Money
  /** Each partner's weight, as the fraction it is: "120" or "61/200". */
  readonly weights: Readonly<Record<PartnerId, string>>
}

export const chargeOf = ({ instalment, overspend, adjustment }: IssuedPart): Money => sum([instalment, overspend, adjustment])

/** Everything issued of a line to a partner. */
export function issuedOf(records: readonly IssuedRecord[], line: string, partner: PartnerId): Money {
  return sum(records.flatMap(({ lines }) => lines.filter(of => of.line === line))
    .flatMap(({ parts }) => parts.filter(part => part.partner === partner)).map(chargeOf))
}

export const paidBy = (record: IssuedRecord | undefined, partner: PartnerId): Money => record?.paid[partner] ?? nil
