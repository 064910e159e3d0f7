/**
 * An issued record: one quarter's charges as they were frozen, with what they were reckoned from. Records make a chain,
 * each with the digest of the one before; nothing ever rewrites one.
 */
import { type ChargedLine, chargeOf } from './charged.ts'
import type { PartnerId } from './model.ts'
import { type Money, nil, plus } from './money.ts'
import type { Quarter } from './period.ts'

/** Who the partners were, and who the host. */
export interface Partnership {
  readonly name: string
  readonly currency: string
  readonly host: PartnerId
  readonly partners: readonly { readonly id: PartnerId; readonly name: string }[]
}

export interface IssuedRecord {
  readonly partnership: Partnership
  readonly quarter: Quarter
  /** When it was issued, as an ISO date and time in UTC. */
  readonly issuedAt: string
  readonly version: string
  /** The digest of the record before; none for the first. */
  readonly previous?: string
  readonly digest: string
  readonly inputs: ReadonlyMap<string, string>
  readonly lines: readonly ChargedLine[]
  /** What each partner had paid itself, to date. */
  readonly paid: ReadonlyMap<PartnerId, Money>
}

/** Everything issued of a line to a partner. */
export type IssuedOf = (line: string, partner: PartnerId) => Money

/** The records added up once, to be asked of every line and partner. */
export function issuedIn(records: readonly IssuedRecord[]): IssuedOf {
  const totals = new Map<string, Money>()
  for (const { line, parts } of records.flatMap(({ lines }) => lines)) {
    for (const part of parts) {
      const key = keyOf(line, part.partner)
      totals.set(key, plus(totals.get(key) ?? nil, chargeOf(part)))
    }
  }
  return (line, partner) => totals.get(keyOf(line, partner)) ?? nil
}

const keyOf = (line: string, partner: PartnerId): string => JSON.stringify([line, partner])
