/** What a difference is shown of: the two sides and how they are called, whose figures, over which years. */
import type { Bridged, Span } from '../domain/bridge.ts'
import type { Change } from '../domain/changes/change.ts'
import type { Difference } from '../domain/difference.ts'
import type { PartnerId } from '../domain/model.ts'
import { quarterName, yearName } from '../domain/period.ts'
import type { At } from '../domain/stated.ts'

export interface Compared {
  /** Of the partnership. */
  readonly name: string
  readonly currency: string
  readonly before: ComparedSide
  readonly after: ComparedSide
  readonly changes: readonly Change[]
  /** Of the partners and stretches chosen. */
  readonly bridges: readonly Bridged[]
  readonly partners: readonly PartnerId[]
  readonly spans: readonly Span[]
}

export interface ComparedSide {
  /** As it was asked for. */
  readonly name: string
  /** How messages speak of a place in it, or of its model.yaml; what is known of an issued quarter stands in no file. */
  readonly placeOf: (at: At | undefined) => string | undefined
}

/** @param years the years chosen; charges to date have none */
export function chosen({ bridges, spans, changes }: Difference, partners: readonly PartnerId[], years: (span: Span) => boolean): Pick<Compared, 'bridges' | 'partners' | 'spans' | 'changes'> {
  return { changes, partners, spans: spans.filter(years), bridges: bridges.filter(({ partner, span }) => partners.includes(partner) && years(span)) }
}

/** Where it is stated now; of what is gone, where it was. */
export const placeOf = ({ before, after }: Change, sides: Pick<Compared, 'before' | 'after'>): string | undefined =>
  (after ? sides.after.placeOf(after.at) : sides.before.placeOf(before?.at))

export const spanName = ({ year, quarters }: Span): string => (year === undefined ? `to ${quarterName(quarters.at(-1)!)}` : yearName(year))
