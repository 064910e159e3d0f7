/**
 * The host's position: the cost of a year less what the other partners are charged of it is left to the host, and that
 * is the host's own share. £100 in all, £60 charged to the others and £40 borne by the host: £40 is left, £40 its own.
 */
import { factsOf } from '../fact.ts'
import type { PartnerId } from '../model.ts'
import { less, type Money, sum } from '../money.ts'
import type { Year } from '../period.ts'
import type { Plan } from '../plan.ts'

export interface HostPosition {
  readonly host: PartnerId
  /** What the lines cost, whoever bears it. */
  readonly cost: Money
  /** What each of the others is charged. */
  readonly others: readonly { readonly partner: PartnerId; readonly charged: Money }[]
  readonly charged: Money
  /** Cost less charged. */
  readonly left: Money
  /** What the host bears of the lines, added up on its own. */
  readonly ownShare: Money
}

export function hostPosition(plan: Plan, year: Year): HostPosition {
  const { model: { host, partners }, costs } = plan
  const borne = factsOf(plan).filter(fact => fact.measure === 'cost' && fact.year === year)
  const borneBy = (partner: PartnerId): Money => sum(borne.filter(fact => fact.partner === partner).map(({ amount }) => amount))
  const cost = sum(costs.filter(of => of.year === year).map(({ amount }) => amount.total))
  const others = partners.filter(({ id }) => id !== host).map(({ id }) => ({ partner: id, charged: borneBy(id) }))
  const charged = sum(others.map(of => of.charged))
  return { host, cost, others, charged, left: less(cost, charged), ownShare: borneBy(host) }
}
