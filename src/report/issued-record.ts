/** An issued record as plain data, in the shape of its file. Money is pounds and pence, a weight the fraction that it is. */
import type { AdjustmentReason, ChargedLine } from '../domain/charged.ts'
import { chargeOf, partOf } from '../domain/charged.ts'
import type { IssuedRecord } from '../domain/issued.ts'
import { inPounds } from '../domain/money.ts'
import { quarterName } from '../domain/period.ts'
import type { Ratio } from '../domain/ratio.ts'

/** The record without the digest of itself, which is taken of this. */
export function recordJson({ partnership, quarter, issuedAt, version, previous, inputs, lines, paid }: Omit<IssuedRecord, 'digest'>): object {
  const partners = [...new Set(lines.flatMap(({ parts }) => parts.map(({ partner }) => partner)))]
  return {
    record: 'farthing issued quarter, format 1',
    model: partnership.name,
    currency: partnership.currency,
    host: partnership.host,
    partners: partnership.partners.map(({ id, name }) => ({ id, name })),
    quarter: quarterName(quarter),
    issuedAt,
    version,
    previous: previous ?? null,
    inputs: [...inputs].map(([file, digest]) => ({ file, digest })),
    charges: partners.map(partner => ({ partner, charge: inPounds(chargeOf(partOf(partner, lines))) })),
    paid: [...paid].map(([partner, amount]) => ({ partner, amount: inPounds(amount) })),
    lines: lines.map(lineJson),
  }
}

const lineJson = ({ line, category, rule, driver, known, parts, reasons }: ChargedLine): object => ({
  line, category, rule, driver,
  parts: parts.map(({ partner, instalment, overspend, adjustment, toDate }) =>
    ({ partner, instalment: inPounds(instalment), overspend: inPounds(overspend), adjustment: inPounds(adjustment), toDate: inPounds(toDate) })),
  known: known.map(({ quarter, basis, budget, cost, weights }) => ({
    quarter: quarterName(quarter), basis, budget: inPounds(budget), cost: inPounds(cost),
    weights: [...weights].map(([partner, weight]) => ({ partner, weight: fraction(weight) })),
  })),
  reasons: reasons.map(reasonJson),
})

export const fraction = ({ numerator, denominator }: Ratio): string => (denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`)

export function reasonJson(reason: AdjustmentReason): object {
  switch (reason.kind) {
    case 'never-charged':
      return { kind: reason.kind, quarter: quarterName(reason.quarter), now: inPounds(reason.now) }
    case 'closed':
    case 'reopened':
      return { kind: reason.kind, quarter: quarterName(reason.quarter), before: inPounds(reason.before), now: inPounds(reason.now) }
    case 'restated':
      return { kind: reason.kind, quarter: quarterName(reason.quarter), basis: reason.basis, before: inPounds(reason.before), now: inPounds(reason.now) }
    case 'recounted':
      return { kind: reason.kind, quarter: quarterName(reason.quarter), partners: reason.partners.map(({ partner, before, now }) => ({ partner, before: fraction(before), now: fraction(now) })) }
    case 'driver-changed':
      return { kind: reason.kind, before: reason.before, now: reason.now }
    case 'line-removed':
      return { kind: reason.kind }
  }
}
