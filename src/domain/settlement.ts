/**
 * Settlement: each partner's charge less what it paid itself since the last quarter was issued. What is left it owes
 * the host, or the host owes it: a charge of £500 of which £120 was paid is £380 to pay.
 */
import type { Actuals } from './actuals.ts'
import type { Charge } from './charge.ts'
import { type IssuedRecord, paidBy } from './issued.ts'
import type { PartnerId } from './model.ts'
import { less, type Money, pence, sum } from './money.ts'

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

export function settle({ model, quarter, lines }: Charge, { payments }: Actuals, last: IssuedRecord | undefined): Settlement {
  const partners = model.partners.map(({ id }): Settled => {
    const charge = sum(lines.flatMap(({ parts }) => parts.filter(({ partner }) => partner === id)).map(part => part.charge))
    const toDate = sum(payments.filter(payment => payment.partner === id && payment.quarter <= quarter).map(({ amount }) => amount))
    const paid = less(toDate, paidBy(last, id))
    return { partner: id, charge, paid, net: less(charge, paid) }
  })
  const transfers = partners.filter(({ partner, net }) => partner !== model.host && net !== 0n).map(({ partner, net }): Transfer =>
    net > 0n ? { from: partner, to: model.host, amount: net } : { from: model.host, to: partner, amount: pence(-net) })
  return { partners, transfers }
}
