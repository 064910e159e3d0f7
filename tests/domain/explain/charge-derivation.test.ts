import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actuals, noActuals } from '../../../src/domain/actuals.ts'
import { type Charge, charge } from '../../../src/domain/charge.ts'
import { type ChargedLine, chargeOf, isAnything } from '../../../src/domain/charged.ts'
import { explainCharge, type ChargeQuestion } from '../../../src/domain/explain/charge-derivation.ts'
import { frozenTrace, liveTrace, type TracedLine } from '../../../src/domain/explain/charge-trace.ts'
import { comesTo, type Derivation, type Heading, type Share } from '../../../src/domain/explain/derivation.ts'
import type { IssuedRecord } from '../../../src/domain/issued.ts'
import type { Model } from '../../../src/domain/model.ts'
import { nil, pence } from '../../../src/domain/money.ts'
import type { Quarter } from '../../../src/domain/period.ts'
import { ratio } from '../../../src/domain/ratio.ts'
import { alone, costLine, counted, issued, model, quarterNamed, spentOn } from '../../models.ts'
import { same, total } from '../../properties.ts'
import { largestRemainder } from '../../replay.ts'
import { histories } from '../histories.ts'

const ids = (of: Model): string[] => of.partners.map(({ id }) => id)

const chargeIn = (of: Model, quarter: Quarter, actuals: Actuals = noActuals, records: readonly IssuedRecord[] = [], closedTo?: Quarter): Charge =>
  charge(of, actuals, closedTo, quarter, records).value!

const tracesOf = ({ trace }: Charge, of: Model): Map<string, TracedLine> => new Map(trace.map(line => [line.line.id, liveTrace(line, of)]))

const frozenOf = (quarter: Quarter, lines: readonly ChargedLine[], live: ReadonlyMap<string, TracedLine>): Map<string, TracedLine> =>
  new Map(lines.filter(({ known }) => known.length > 0).map(line => [line.line, frozenTrace(line, quarter, live.get(line.line))]))

const children = (of: Derivation): readonly Derivation[] => (of.kind === 'sum' ? of.terms.map(({ derivation }) => derivation) : [])

const underHeading = (of: Derivation, wanted: Heading): Derivation | undefined => children(of).find(child => JSON.stringify(child.of) === JSON.stringify(wanted))

const measure = (of: Derivation, name: 'instalment' | 'overspend' | 'adjustment'): Derivation | undefined => underHeading(of, { kind: 'measure', measure: name })

const sharesIn = (of: Derivation): Share[] => (of.kind === 'share' ? [of] : children(of).flatMap(sharesIn))

const [first, second, third] = ['2017/18 Q1', '2017/18 Q2', '2017/18 Q3'].map(quarterNamed) as [Quarter, Quarter, Quarter]

/** £400 a year by 3 and 1 users: £75 and £25 a quarter. */
const of = model({ counts: { users: { A: { '2017/18': 3 }, B: { '2017/18': 1 } } }, budget: [costLine('email', { '2017/18': '400.00' }), costLine('old', { '2017/18': '40.00' }, { rule: 'legacy', driver: alone('B') })] })
const spent: Actuals = { spend: [...spentOn('email', { '2017/18 Q1': '100.00', '2017/18 Q2': '140.00' }).spend, ...spentOn('old', { '2017/18 Q1': '10.00', '2017/18 Q2': '10.00' }).spend], payments: [] }

const explained = (question: Partial<ChargeQuestion> = {}, charged = chargeIn(of, second, spent), records: readonly IssuedRecord[] = []): Derivation =>
  explainCharge({ ...charged, traces: tracesOf(charged, of), issued: records }, { partners: ['B'], line: 'email', ...question })

describe('the derivation of a charge', () => {
  const email = { kind: 'line', line: 'email' } as const

  test('is instalment, overspend and adjustment: a quarter of 100.00, of 40.00 more, and of the 100.00 never issued before', () => {
    const line = underHeading(explained(), email)!
    expect(children(line).map(({ amount }) => amount)).toEqual([2500n, 1000n, 2500n])
    expect(measure(line, 'overspend')).toMatchObject({ terms: [{ taken: false, derivation: { amount: 3500n, basis: 'cost' } }, { taken: true, derivation: { amount: 2500n, basis: 'budget' } }] })
  })

  test('where a quarter costs its budget has no overspend, and its instalment is the share of the cost itself', () => {
    const line = underHeading(explained({ line: 'old' }), { kind: 'line', line: 'old' })!
    expect(children(line).map(child => child.of)).toEqual([{ kind: 'measure', measure: 'instalment' }, { kind: 'measure', measure: 'adjustment' }])
    expect(measure(line, 'instalment')).toMatchObject({ amount: 1000n, terms: [{ derivation: { basis: 'cost' } }] })
  })

  test('of an adjustment takes what was issued from what is borne: 25.00 less 24.00 and 26.00', () => {
    const before = (quarter: Quarter, amount: bigint): IssuedRecord => {
      const record = chargeIn(of, quarter)
      return issued(quarter, record.lines.map(line => ({ ...line, parts: line.parts.map(part => ({ ...part, instalment: line.line === 'email' && part.partner === 'B' ? pence(amount) : nil, overspend: nil, adjustment: nil })) })))
    }
    const charged = chargeIn(of, third, spent, [before(first, 2400n), before(second, 2600n)])
    const line = underHeading(explained({}, charged, [before(first, 2400n), before(second, 2600n)]), email)!
    expect(measure(line, 'adjustment')).toMatchObject({ amount: 1000n, terms: [
      { taken: false, derivation: { kind: 'share', amount: 6000n } },
      { taken: true, derivation: { kind: 'issued', amount: 2400n, quarter: first } }, { taken: true, derivation: { kind: 'issued', amount: 2600n, quarter: second } },
    ] })
  })

  test('of a line that is gone is what was issued, given back', () => {
    const record = issued(first, chargeIn(of, first).lines)
    const without = { ...of, budget: of.budget.filter(({ id }) => id !== 'email') }
    const charged = chargeIn(without, second, noActuals, [record])
    const line = underHeading(explainCharge({ ...charged, traces: tracesOf(charged, without), issued: [record] }, { partners: ['A', 'B'] }), { kind: 'partner', partner: 'B' })!
    expect(children(line).map(({ of: heading, amount }) => [heading, amount])).toEqual([[{ kind: 'rule', rule: 'shared' }, -2500n], [{ kind: 'rule', rule: 'legacy' }, 1000n]])
    expect(children(children(children(line)[0]!)[0]!)).toMatchObject([{ of: { measure: 'adjustment' }, amount: -2500n, terms: [{ taken: true, derivation: { kind: 'issued' } }] }])
  })

  test('is narrowed to a rule, and leaves out what is nil unless its line is asked after', () => {
    const charged = chargeIn(of, second, spent)
    const narrow = (question: ChargeQuestion): Derivation => explainCharge({ ...charged, traces: tracesOf(charged, of), issued: [] }, question)
    expect(narrow({ partners: ['A'], rule: 'legacy' })).toMatchObject({ amount: 0n, terms: [] })
    expect(narrow({ partners: ['B'], rule: 'legacy' })).toMatchObject({ amount: 2000n, terms: [{ derivation: { of: { kind: 'line', line: 'old' } } }] })
    expect(narrow({ partners: ['A'], line: 'old' })).toMatchObject({ amount: 0n, terms: [{ derivation: { of: { kind: 'line', line: 'old' } } }] })
    expect(narrow({ partners: ['nobody'], line: 'old' })).toMatchObject({ amount: 0n, terms: [] })
  })
})

describe('where the amounts of a charge come from', () => {
  const sourcesOf = (derivation: Derivation): string[][] => sharesIn(derivation).map(({ basis, quarters }) => [basis, ...quarters.map(({ source }) => source.kind)])

  test('live, the cells of the budget and the rows that were spent; of a line that the budget has not, none', () => {
    expect(sourcesOf(explained())).toEqual([['budget', 'budget', 'budget'], ['cost', 'actual', 'actual'], ['budget', 'budget', 'budget'], ['cost', 'actual']])
    const hired = chargeIn(of, first, spentOn('hired', { '2017/18 Q1': '5.00' }, 'B'))
    expect(sourcesOf(explained({ line: 'hired (B)' }, hired))).toEqual([['budget', 'none'], ['cost', 'actual'], ['budget', 'none']])
    expect(sourcesOf(explained({ line: 'email' }, chargeIn(of, first, noActuals, [], first)))[1]).toEqual(['cost', 'actual'])
  })

  const frozen = (now: Model, actuals: Actuals = spent, line = 'email', closedTo?: Quarter): Share[] => {
    const { lines } = chargeIn(of, second, spent)
    const live = tracesOf(chargeIn(now, second, actuals, [], closedTo), now)
    return sharesIn(explainCharge({ quarter: second, lines, traces: frozenOf(second, lines, live), issued: [] }, { partners: ['B'], line }))
  }

  test('of a quarter that was issued, the same where nothing has changed since', () => {
    const { lines } = chargeIn(of, second, spent)
    const shares = frozen(of)
    expect(shares.map(({ basis, quarters }) => [basis, ...quarters.map(({ source }) => source.kind)])).toEqual(sourcesOf(explained()))
    expect(shares.every(({ weights }) => weights.each.every(({ sources }) => sources.length === 1))).toBe(true)
    expect(lines).toHaveLength(2)
  })

  test('the record, where what was spent or budgeted is another now, or not known any more', () => {
    const other = { ...spent, spend: spent.spend.map(each => (each.quarter === second ? { ...each, amount: pence(1n) } : each)) }
    expect(frozen(of, other).map(({ quarters }) => quarters.at(-1)!.source)).toMatchObject([{ kind: 'budget' }, { kind: 'record', issued: second, basis: 'actual' }, { kind: 'budget' }, { kind: 'actual' }])
    expect(frozen(of, noActuals)[1]!.quarters[0]!.source).toEqual({ kind: 'record', issued: second, basis: 'actual' })
    const dearer = { ...of, budget: [costLine('email', { '2017/18': '404.00' }), of.budget[1]!] }
    expect(frozen(dearer)[0]!.quarters.map(({ source }) => source)).toEqual([0, 1].map(() => ({ kind: 'record', issued: second, basis: 'budget' })))
    expect(frozen({ ...of, budget: [] }, noActuals)[0]!.quarters[0]!.source).toEqual({ kind: 'record', issued: second, basis: 'budget' })
  })

  test('a quarter that was open when it was issued is on record by its budget', () => {
    const { lines } = chargeIn(of, second, noActuals)
    const bare = explainCharge({ quarter: second, lines, traces: frozenOf(second, lines, new Map()), issued: [] }, { partners: ['B'], line: 'email' })
    expect(sharesIn(bare)[0]).toMatchObject({ basis: 'cost', quarters: [{ source: { kind: 'record', basis: 'budget' } }, { source: { kind: 'record', basis: 'budget' } }] })
    const live = tracesOf(chargeIn(of, second, spent), of)
    const now = explainCharge({ quarter: second, lines, traces: frozenOf(second, lines, live), issued: [] }, { partners: ['B'], line: 'email' })
    expect(sharesIn(now)[0]).toMatchObject({ basis: 'cost', quarters: [{ source: { kind: 'budget' } }, { source: { kind: 'budget' } }] })
  })

  test('weights that are others now, of another driver or of other partners have no cells, and are shared by all the same', () => {
    const recounted = { ...of, counts: model({ counts: { users: { A: { '2017/18': 3 }, B: { '2017/18': 2 } } } }).counts }
    const redriven = { ...of, budget: of.budget.map(line => ({ ...line, driver: alone('B') })) }
    const joined = { ...of, partners: [...of.partners, { id: 'C', name: 'C' }] }
    const renamed = { ...of, counts: new Map([['heads', of.counts.get('users')!]]), budget: of.budget.map(line => (line.id === 'email' ? { ...line, driver: counted('heads') } : line)) }
    for (const now of [recounted, redriven, joined, renamed, { ...of, budget: [] }]) {
      const [share] = frozen(now, noActuals)
      expect(share).toMatchObject({ amount: 2500n, partners: ['A', 'B'], weights: { driver: { kind: 'counted', name: 'users' }, whole: [3n, 1n] } })
      expect(share!.weights.each.flatMap(({ sources }) => sources)).toEqual([])
    }
  })

  test('a line that one partner bore alone is still told to be that, by the name of its driver and nobody else weighing anything', () => {
    expect(frozen({ ...of, budget: [] }, noActuals, 'old')[0]).toMatchObject({ weights: { driver: { kind: 'direct', partner: 'B' } } })
    const misnamed = model({ counts: { 'B alone': { A: { '2017/18': 3 }, B: { '2017/18': 1 } } }, budget: [costLine('email', { '2017/18': '400.00' }, { driver: { kind: 'counted', name: 'B alone' } })] })
    const { lines } = chargeIn(misnamed, first)
    expect(frozenTrace(lines[0]!, first, undefined).runs.cost[0]!.weights.driver).toEqual({ kind: 'counted', name: 'B alone' })
  })

  test('a partner that the record does not know of in a quarter weighs nothing there', () => {
    const [email] = chargeIn(of, second).lines
    const partly = { ...email!, known: email!.known.map((each, place) => (place === 0 ? { ...each, weights: new Map([['A', ratio(3n)]]) } : each)) }
    const live = tracesOf(chargeIn(of, second), of).get('email')
    for (const now of [live, undefined]) expect(frozenTrace(partly, second, now).runs.cost.map(({ weights: { whole } }) => whole)).toEqual([[3n, 0n], [3n, 1n]])
  })

  test('who takes no part is known of the model; of a record of partners that it has not, everyone takes part', () => {
    const joining = { ...of, partners: [of.partners[0]!, { id: 'B', name: 'B', joins: second }], budget: of.budget.slice(0, 1) }
    const charged = chargeIn(joining, first)
    const [live] = tracesOf(charged, joining).values()
    expect([['A', first], ['B', first], ['B', second], ['C', first]].map(([id, quarter]) => live!.takesPart(id as string, quarter as Quarter))).toEqual([true, false, true, true])
    expect(sharesIn(explainCharge({ ...charged, traces: new Map([['email', live!]]), issued: [] }, { partners: ['B'], line: 'email' }))).toMatchObject([{ amount: 0n, absent: ['B'] }])
    expect(frozenTrace(charged.lines[0]!, first, live).takesPart('B', first)).toBe(false)
    expect(frozenTrace(charged.lines[0]!, first, undefined).takesPart('B', first)).toBe(true)
  })
})

/** Every sum its terms, every share its quarters, each the difference of the run so far by largest remainder. */
function comesOut(derivation: Derivation): void {
  if (derivation.kind === 'sum') {
    same([derivation.amount], [comesTo(derivation.terms)])
    for (const { derivation: each } of derivation.terms) comesOut(each)
  } else if (derivation.kind === 'share') {
    const { quarters, from, place, weights: { each }, partners } = derivation
    same([derivation.amount], [total(quarters.slice(from).map(({ parts }) => parts[place]!))])
    const { toDate } = quarters.at(-1)!
    same([toDate.amount], [total(quarters.map(({ amount }) => amount))])
    same(toDate.parts, largestRemainder(toDate.amount, each.map(({ value }) => [value.numerator, value.denominator]), partners))
  }
}

/** The charge of every partner and line, and each of its three parts. */
function isCharged(derivation: Derivation, lines: readonly ChargedLine[]): void {
  comesOut(derivation)
  same([derivation.amount], [total(lines.flatMap(({ parts }) => parts.map(chargeOf)))])
  for (const { line, rule, parts } of lines) {
    for (const part of parts.filter(isAnything)) {
      const ofPartner = underHeading(derivation, { kind: 'partner', partner: part.partner })!
      const own = underHeading(underHeading(ofPartner, { kind: 'rule', rule })!, { kind: 'line', line })!
      same([own.amount], [chargeOf(part)])
      for (const name of ['instalment', 'overspend', 'adjustment'] as const) same([measure(own, name)?.amount ?? 0n], [part[name]])
    }
  }
}

describe('whatever is budgeted, spent, counted, restated and issued', () => {
  test('the derivation comes to the charge, and to each instalment, overspend and adjustment; live, and from the record whatever has changed since', () => {
    fc.assert(fc.property(histories, history => {
      let records: readonly IssuedRecord[] = []
      for (const [place, step] of history.entries()) {
        const { model: now, quarter, actuals, closedTo, issues } = step
        const charged = chargeIn(now, quarter, actuals, records, closedTo)
        const partners = ids(now)
        const live = tracesOf(charged, now)
        isCharged(explainCharge({ ...charged, traces: live, issued: records }, { partners }), charged.lines)
        const later = history[(place + 1) % history.length]!
        const since = tracesOf(chargeIn(later.model, later.quarter, later.actuals, records, later.closedTo), later.model)
        for (const known of [live, since, new Map<string, TracedLine>()]) {
          isCharged(explainCharge({ quarter, lines: charged.lines, traces: frozenOf(quarter, charged.lines, known), issued: records }, { partners }), charged.lines)
        }
        if (issues) records = [...records, issued(quarter, charged.lines)]
      }
    }), { numRuns: 120 })
  })
})
