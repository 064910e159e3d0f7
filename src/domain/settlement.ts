/**
 * Settlement: each partner's charge less what it paid itself since the last quarter was issued. What is left it owes
 * the host, or the host owes it: a charge of £500 of which £120 was paid is £380 to pay.
 */
import type { Actuals } from './actuals.ts'
import { type ChargedLine, chargeOf, partOf } from './charged.ts'
import type { Partnership } from './issued.ts'
import type { Model, PartnerId } from './model.ts'
import { less, type Money, nil, pence, sum } from './money.ts'
import type { Quarter } from './period.ts'

export interface Settled {
  readonly partner: PartnerId
  readonly charge: Money
  readonly paid: Money
  readonly net: Money
}

export interface Transfer {
  readonly from: PartnerId
  readonly to: PartnerId
  readonly amount: Money
}

export interface Settlement {
  readonly partners: readonly Settled[]
  /** Through the host, who pays the suppliers and issues the charges. */
  readonly transfers: readonly Transfer[]
}

/** What each partner paid itself, to date. */
export type Paid = ReadonlyMap<PartnerId, Money>

/**
 * @param paid to the end of the quarter
 * @param before to the end of the quarter issued before it
 */
export function settle({ partners, host }: Partnership, lines: readonly ChargedLine[], paid: Paid, before: Paid): Settlement {
  const settled = partners.map(({ id }): Settled => {
    const charge = chargeOf(partOf(id, lines))
    const since = less(paid.get(id) ?? nil, before.get(id) ?? nil)
    return { partner: id, charge, paid: since, net: less(charge, since) }
  })
  const transfers = settled.filter(({ partner, net }) => partner !== host && net !== 0n).map(({ partner, net }): Transfer =>
    net > 0n ? { from: partner, to: host, amount: net } : { from: host, to: partner, amount: pence(-net) })
  return { partners: settled, transfers }
}

export const paidToDate = ({ partners }: Model, { payments }: Actuals, quarter: Quarter): Paid =>
  new Map(partners.map(({ id }) => [id, sum(payments.filter(payment => payment.partner === id && payment.quarter <= quarter).map(({ amount }) => amount))]))
