/** Nobody pays for anybody else and no penny is lost, whatever is restated between one issue and the next. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Charge, charge } from '../../src/domain/charge.ts'
import { addUp, type ChargedLine, chargeOf, partOf } from '../../src/domain/charged.ts'
import { isFault } from '../../src/domain/diagnostic.ts'
import type { IssuedRecord } from '../../src/domain/issued.ts'
import { takesPart } from '../../src/domain/model.ts'
import { monitor } from '../../src/domain/monitoring.ts'
import { pence } from '../../src/domain/money.ts'
import { placeInYear, type Quarter, quarter as quarterOf, yearOf } from '../../src/domain/period.ts'
import { ratio } from '../../src/domain/ratio.ts'
import { paidToDate, settle } from '../../src/domain/settlement.ts'
import { at, issued } from '../models.ts'
import { holds, same, size, total } from '../properties.ts'
import { type Entitled, entitlements, isSame, type KnownCost } from './entitlement.ts'
import { histories, type Step } from './histories.ts'

function chargeAt({ model, actuals, closedTo, quarter }: Step, records: readonly IssuedRecord[]): Charge {
  const { value, diagnostics } = charge(model, actuals, closedTo, quarter, records)
  if (value === undefined) expect.fail(diagnostics.filter(isFault).map(({ code, args }) => `${code} ${JSON.stringify(args)}`).join())
  return value
}

interface Charged {
  readonly step: Step
  readonly now: Charge
  /** Issued before. */
  readonly records: readonly IssuedRecord[]
  readonly known: ReadonlyMap<string, Entitled>
}

/** Charges every quarter of a history, and issues those that it issues. */
function chargesOf(history: readonly Step[]): Charged[] {
  let records: readonly IssuedRecord[] = []
  return history.map(step => {
    const charged = { step, now: chargeAt(step, records), records, known: entitlements(step) }
    if (step.issues) records = [...records, { ...issued(step.quarter, charged.now.lines), paid: paidToDate(step.model, step.actuals, step.quarter) }]
    return charged
  })
}

/** Every truth is held of the same histories, charged once; where one fails, the least history that fails it is sought. */
const drawn = { numRuns: 1_200, seed: Date.now() } as const
let charged: readonly (readonly Charged[])[] | undefined

function inEveryHistory(truth: (charges: readonly Charged[]) => void): void {
  try {
    charged ??= fc.sample(histories, drawn).map(chargesOf)
    for (const charges of charged) truth(charges)
  } catch {
    fc.assert(fc.property(histories, history => truth(chargesOf(history))), drawn)
    throw new Error(`a truth failed of a sample and not again, with seed ${drawn.seed}`)
  }
}

const atEveryQuarter = (truth: (charged: Charged) => void): void => inEveryHistory(charges => {
  for (const each of charges) truth(each)
})

const weightIn = ({ weights }: ChargedLine['known'][number], partner: string): readonly [bigint, bigint] => [weights.get(partner)?.numerator ?? 0n, weights.get(partner)?.denominator ?? 1n]

const issuedTo = (records: readonly { readonly lines: readonly ChargedLine[] }[], line: string, partner: string): bigint =>
  total(records.flatMap(({ lines }) => lines).filter(of => of.line === line).flatMap(({ parts }) => parts).filter(of => of.partner === partner).map(of => of.instalment + of.overspend + of.adjustment))

test('histories hold whatever may come of them: every reason, lines direct and gone, overspends and refunds, payments, partners that are not in', () => {
  const met = new Set<string>()
  inEveryHistory(charges => {
    for (const { step, now, known } of charges) {
      for (const { line, parts, reasons } of now.lines) {
        for (const { kind } of reasons) met.add(kind)
        if (line.endsWith(')')) met.add('direct')
        if (!known.has(line)) met.add('gone')
        if (parts.some(({ overspend }) => overspend > 0n)) met.add('overspend')
        if (parts.some(part => chargeOf(part) < 0n)) met.add('refund')
      }
      if (step.actuals.payments.length > 0) met.add('payment')
      if (step.model.partners.some(partner => !takesPart(partner, step.quarter))) met.add('absent')
    }
  })
  expect([...met].sort()).toEqual(['absent', 'closed', 'direct', 'driver-changed', 'gone', 'line-removed', 'never-charged', 'overspend', 'payment', 'recounted', 'refund', 'reopened', 'restated'])
})

describe('whatever is budgeted, spent, counted and restated, and whichever quarters are issued', () => {
  test('all that was ever charged is the cost to date as it is known, and of each line each partner was charged what it is entitled to bear, and nothing of a line that is gone', () => {
    atEveryQuarter(({ step: { model }, now, records, known }) => {
      const all = [...records, now]
      same([total(all.flatMap(({ lines }) => lines).flatMap(({ parts }) => parts).map(chargeOf))], [total([...known.values()].flatMap(of => of.known).map(({ cost }) => cost))])
      const ids = model.partners.map(({ id }) => id)
      for (const { line, parts } of now.lines) {
        const entitled = known.get(line)?.entitled ?? ids.map(() => 0n)
        same(ids.map(id => issuedTo(all, line, id)), entitled)
        same(parts.map(({ toDate }) => toDate), entitled)
      }
      const lines = now.lines.map(({ line }) => line)
      holds([...known.keys()].every(line => lines.includes(line)), `a line is missing of ${lines}`)
    })
  })

  test('instalments are the budget; a quarter that is open has no overspend, and one that is closed has what was spent beyond it', () => {
    atEveryQuarter(({ now, known }) => {
      for (const { line, parts } of now.lines) {
        const { basis, budget, cost } = known.get(line)?.known.at(-1) ?? { basis: 'actual', budget: 0n, cost: 0n }
        same([total(parts.map(({ instalment }) => instalment)), total(parts.map(({ overspend }) => overspend))], [budget, cost - budget])
        if (basis === 'budget' || budget === cost) same(parts.map(({ overspend }) => overspend), parts.map(() => 0n))
      }
    })
  })

  test('a line that one partner bears alone is charged, over and under, to that partner alone', () => {
    atEveryQuarter(({ now, known }) => {
      for (const { line, parts } of now.lines) {
        const driver = known.get(line)?.driver
        if (driver?.kind === 'direct') same(parts.filter(of => of.partner !== driver.partner && (of.toDate !== 0n || of.instalment !== 0n || of.overspend !== 0n)), [])
      }
    })
  })

  test('the host, paying it all and paid by the others, is left with what it is entitled to bear itself', () => {
    atEveryQuarter(({ step: { model }, now, records, known }) => {
      const cost = total([...known.values()].flatMap(of => of.known).map(each => each.cost))
      const others = total([...records, now].flatMap(({ lines }) => lines).flatMap(({ parts }) => parts).filter(({ partner }) => partner !== model.host).map(chargeOf))
      const place = model.partners.findIndex(({ id }) => id === model.host)
      same([cost - others], [total([...known.values()].map(({ entitled }) => entitled[place]!))])
    })
  })

  test('the next quarter adjusts nothing, where nothing but that quarter is known since the issue', () => {
    atEveryQuarter(({ step, now, records }) => {
      const next = { ...step, quarter: (step.quarter + 1) as Quarter }
      if (placeInYear(step.quarter) === 3 && yearOf(step.quarter) === step.model.years.at(-1)) return
      const { lines } = chargeAt(next, [...records, issued(step.quarter, now.lines)])
      same(lines.flatMap(({ parts }) => parts).map(({ adjustment }) => adjustment), lines.flatMap(({ parts }) => parts).map(() => 0n))
      same(lines.flatMap(({ reasons }) => reasons), [])
    })
  })

  test('charging in advance and truing up comes to what charging at the end alone does', () => {
    inEveryHistory(charges => {
      const { step, records, now } = charges.at(-1)!
      const atOnce = chargeAt(step, [])
      const ids = step.model.partners.map(({ id }) => id)
      same(ids.map(id => total([...records, now].map(({ lines }) => chargeOf(partOf(id, lines))))), ids.map(id => chargeOf(partOf(id, atOnce.lines))))
    })
  })

  test('an adjustment has a reason for every earlier quarter whose cost or counts are others than when the last was issued, and for no other', () => {
    atEveryQuarter(({ step: { model }, now, records }) => {
      const ids = model.partners.map(({ id }) => id)
      for (const { line, driver, parts, known, reasons } of now.lines) {
        const adjusted = parts.some(({ adjustment }) => adjustment !== 0n)
        if (!adjusted || known.length === 0) {
          same(reasons.map(({ kind }) => kind), adjusted ? ['line-removed'] : [])
          continue
        }
        const last = records.at(-1)?.lines.find(of => of.line === line)
        const redriven = last !== undefined && last.driver !== driver
        const why = known.slice(0, -1).flatMap(each => {
          const was = last?.known.find(({ quarter }) => quarter === each.quarter)
          if (was === undefined) return each.cost === 0n ? [] : [`${each.quarter} never-charged`]
          const counted = !redriven && each.cost !== 0n && ids.some(id => !isSame(weightIn(each, id), weightIn(was, id)))
          const cost = was.basis === each.basis ? 'restated' : each.basis === 'actual' ? 'closed' : 'reopened'
          return [...(each.cost === was.cost ? [] : [`${each.quarter} ${cost}`]), ...(counted ? [`${each.quarter} recounted`] : [])]
        })
        same(reasons.map(reason => ('quarter' in reason ? `${reason.quarter} ${reason.kind}` : reason.kind)), [...(redriven ? ['driver-changed'] : []), ...why])
        holds(reasons.length > 0, `${line} is adjusted for no reason`)
      }
    })
  })

  test('what is recorded as known of a quarter is what the model and the actuals say of it', () => {
    atEveryQuarter(({ step: { model }, now, known }) => {
      for (const line of now.lines.filter(of => of.known.length > 0)) {
        const wanted = known.get(line.line)!.known
        const terms = ({ quarter, basis, budget, cost }: Pick<KnownCost, 'quarter' | 'basis' | 'budget' | 'cost'>) => `${quarter} ${basis} ${budget} ${cost}`
        same(line.known.map(terms), wanted.map(terms))
        for (const [place, each] of line.known.entries()) {
          holds(model.partners.every(({ id }, of) => isSame([each.weights.get(id)!.numerator, each.weights.get(id)!.denominator], wanted[place]!.weights[of]!)), `the weights of ${line.line}`)
        }
      }
    })
  })

  test('what each partner paid itself is settled once: over all issues its transfers and its payments are its charges', () => {
    inEveryHistory(charges => {
      const ids = charges[0]!.step.model.partners.map(({ id }) => id)
      const host = 'A'
      const [due, transfers] = [new Map<string, bigint>(), new Map<string, bigint>()]
      let last: Step | undefined
      for (const { step, now, records } of charges) {
        if (!step.issues) continue
        const model = { ...step.model, host }
        const settlement = settle(model, now.lines, paidToDate(model, step.actuals, step.quarter), records.at(-1)?.paid ?? new Map())
        for (const id of ids) due.set(id, (due.get(id) ?? 0n) + chargeOf(partOf(id, now.lines)))
        for (const { from, to, amount } of settlement.transfers) {
          holds(amount > 0n && (from === host) !== (to === host), `${from} pays ${to} ${amount}`)
          transfers.set(from, (transfers.get(from) ?? 0n) + amount)
          transfers.set(to, (transfers.get(to) ?? 0n) - amount)
        }
        last = step
      }
      if (last === undefined) return
      const { actuals, quarter } = last
      const paid = (id: string): bigint => total(actuals.payments.filter(of => of.partner === id && of.quarter <= quarter).map(({ amount }) => amount))
      for (const id of ids.filter(each => each !== host)) same([paid(id) + (transfers.get(id) ?? 0n)], [due.get(id)])
      const suppliers = total([...due.values()]) - total(ids.filter(id => id !== host).map(paid))
      same([suppliers + (transfers.get(host) ?? 0n)], [due.get(host)])
    })
  })

  test('a line is forecast at what was spent in its closed quarters and the instalments that remain, and flagged where they part from budget by more than the threshold', () => {
    const thresholds = [[0n, 1n], [1n, 20n], [1n, 3n], [2n, 1n]] as const
    inEveryHistory(charges => {
      for (const [at, { step }] of charges.entries()) {
        const [over, under] = thresholds[at % thresholds.length]!
        const { value } = monitor(step.model, step.actuals, step.closedTo, step.quarter, ratio(over, under))
        const ofYear = entitlements({ ...step, quarter: quarterOf(yearOf(step.quarter), 3) })
        const found = new Map(value!.map(of => [of.line, of]))
        for (const [line, { known }] of ofYear) {
          const year = known.filter(({ quarter }) => yearOf(quarter) === yearOf(step.quarter))
          const closed = year.filter(({ quarter, basis }) => quarter <= step.quarter && basis === 'actual')
          const budget = total(closed.map(of => of.budget))
          const actual = total(closed.map(of => of.cost))
          const forecast = actual + total(year.filter(of => !closed.includes(of)).map(of => of.budget))
          const of = found.get(line) ?? { budgetToDate: 0n, actualToDate: 0n, variance: 0n, budgetForYear: 0n, forecast: 0n, flagged: false }
          same([of.budgetToDate, of.actualToDate, of.variance, of.budgetForYear, of.forecast], [budget, actual, actual - budget, total(year.map(each => each.budget)), forecast])
          same([of.flagged], [size(actual - budget) * under > over * size(budget)])
        }
      }
    })
  })
})

test('what is spent direct on one partner more than before is charged to it to the penny, and to nobody else', () => {
  inEveryHistory(charges => {
    const when = charges.findIndex(({ step }) => step.issues)
    const step = { ...charges.at(when)!.step, closedTo: charges.at(when)!.step.quarter }
    const partner = step.model.partners.find(each => each.id !== step.model.host && takesPart(each, step.quarter)) ?? step.model.partners[0]!
    const amount = 123_457n
    if (!takesPart(partner, step.quarter)) return
    const more = { line: 'hired', partner: partner.id, quarter: step.quarter, amount: pence(amount), at: at(9), rows: { count: 1, first: 2 } }
    const [before, after] = [step, { ...step, actuals: { ...step.actuals, spend: [...step.actuals.spend, more] } }].map(of => chargeAt(of, []).lines)
    for (const { id } of step.model.partners) same([chargeOf(partOf(id, after!)) - chargeOf(partOf(id, before!))], [id === partner.id ? amount : 0n])
  })
})

test('totals are made of their parts: over all partners and lines instalments, overspends and adjustments are the charges', () => {
  atEveryQuarter(({ step: { model }, now }) => {
    const whole = addUp(now.lines.flatMap(({ parts }) => parts))
    same([whole.instalment + whole.overspend + whole.adjustment], [total(model.partners.map(({ id }) => chargeOf(partOf(id, now.lines))))])
  })
})
