/** Capital: what a partner's own investment in an activity takes, year by year, to buy it (capex) or to run it (opex). */
import type { PartnerId } from '../model.ts'
import type { Money } from '../money.ts'
import type { Year } from '../period.ts'
import type { Datum } from '../stated.ts'

export const capitalKinds = ['capex', 'opex'] as const
export type CapitalKind = (typeof capitalKinds)[number]

export interface CapitalLine {
  readonly partner: PartnerId
  readonly activity: string
  readonly kind: CapitalKind
  /** Years outside the plan too, which do not count. */
  readonly amounts: ReadonlyMap<Year, Datum<Money>>
}
