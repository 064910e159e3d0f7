/**
 * Dates of partners: what is stated for a partner while it takes no part never counts. 505 users of a partner that joins a
 * year later count only if they hold until then; a later count, or its leaving, makes them idle. The host is always in.
 */
import { cellsOf } from '../index-linking.ts'
import { type Model, type Partner, takesPart } from '../model.ts'
import { quarter as quarterOf, type Quarter, quartersOf } from '../period.ts'
import { isZero, type Ratio } from '../ratio.ts'
import { type At, type Datum, type Stated, wholeFile } from '../stated.ts'
import type { Check } from './check.ts'
import type { Planned } from './context.ts'
import { notice, type Notice } from './notice.ts'
import { quartersIn, stretches } from './stretch.ts'

export const partnerDates = {
  name: 'partner-dates',
  asks: 'Does all that is stated of a partner count?',
  severity: 'error',
  claims: ({ diagnostic }) => diagnostic.code === 'partner-absent',
  needs: 'plan',
  examine: context => {
    const { partners } = context.model
    const passing = partners.filter(({ joins, leaves }) => joins !== undefined || leaves !== undefined)
    return { compared: passing.length, notices: passing.flatMap(partner => [...hostOut(partner, context.model), ...idleCounts(partner, context.model), ...idleBaseline(partner, context), ...idlePayments(partner, context)]) }
  },
} as const satisfies Check

const outThroughout = (partner: Partner, quarters: readonly Quarter[]): boolean =>
  quarters.length > 0 && quarters.every(quarter => !takesPart(partner, quarter))

/** The host employs the staff and pays the suppliers in every quarter. */
function hostOut(partner: Partner, model: Model): Notice[] {
  const out = partner.id === model.host ? quartersIn(model).filter(quarter => !takesPart(partner, quarter)) : []
  return stretches(out, quarter => quarter).map(of => notice('host-out', wholeFile('model.yaml'), { partner: partner.id, first: of[0]!, last: of.at(-1)! }))
}

function idleCounts(partner: Partner, model: Model): Notice[] {
  const all = quartersIn(model)
  return [...model.counts].flatMap(([driver, ofPartners]) => {
    const cells = inOrder(ofPartners.get(partner.id))
    return cells.flatMap(({ from, datum: { value, at } }, place) => {
      const until = cells[place + 1]?.from
      const inForce = all.filter(quarter => from <= quarter && (until === undefined || quarter < until))
      return !isZero(value) && outThroughout(partner, inForce) ? [notice('count-while-out', at, { driver, partner: partner.id })] : []
    })
  })
}

interface Count {
  readonly from: Quarter
  readonly datum: Datum<Ratio>
}

/** Each holds until the next; in one quarter the year's own column comes first, and holds for nothing. */
function inOrder(counts: Stated<Ratio> | undefined): Count[] {
  const ofYears = [...counts?.years ?? []].map(([year, datum]): Count => ({ from: quarterOf(year, 0), datum }))
  const ofQuarters = [...counts?.quarters ?? []].map(([from, datum]): Count => ({ from, datum }))
  return [...ofYears, ...ofQuarters].sort((a, b) => a.from - b.from)
}

/** Cells of quarters and years that it is out of, and that no year is raised from in which it takes part. */
function idleBaseline(partner: Partner, { plan: { baseline }, model }: Planned): Notice[] {
  const own = baseline.filter(({ line }) => line.partner === partner.id)
  const counting = new Set<At>(own.filter(({ year }) => quartersOf(year).some(quarter => takesPart(partner, quarter))).flatMap(({ amount }) => [...cellsOf(amount.origin)]))
  return [...new Set(own.map(({ line }) => line))].flatMap(({ id, amounts }) => {
    const ofYears = [...amounts.years].map(([year, datum]) => ({ quarters: quartersOf(year).filter(quarter => model.years.includes(year) && !amounts.quarters.has(quarter)), datum }))
    const ofQuarters = [...amounts.quarters].map(([quarter, datum]) => ({ quarters: [quarter], datum }))
    return [...ofYears, ...ofQuarters].filter(({ quarters, datum }) => datum.value !== 0n && outThroughout(partner, quarters) && !counting.has(datum.at))
      .map(({ datum }) => notice('baseline-while-out', datum.at, { line: id, partner: partner.id }))
  })
}

const idlePayments = (partner: Partner, { actuals: { payments } }: Planned): Notice[] =>
  payments.filter(payment => payment.partner === partner.id && payment.amount !== 0n && !takesPart(partner, payment.quarter))
    .map(({ quarter, amount, at }) => notice('paid-while-out', at, { partner: partner.id, quarter, amount }))
