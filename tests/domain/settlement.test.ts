import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChargedLine } from '../../src/domain/charged.ts'
import { nil, pence } from '../../src/domain/money.ts'
import { type Paid, paidToDate, settle } from '../../src/domain/settlement.ts'
import { at, model, pounds, quarterNamed } from '../models.ts'
import { amounts, forAll, same, total } from '../properties.ts'

const three = model({ partners: ['A', 'B', 'C'], host: 'A' })

const charged = (of: Record<string, bigint>): ChargedLine => ({
  line: 'waste', category: 'other', rule: 'shared', driver: 'users', known: [], reasons: [],
  parts: Object.entries(of).map(([partner, instalment]) => ({ partner, instalment: pence(instalment), overspend: nil, adjustment: nil, toDate: nil })),
})

const paid = (of: Record<string, string>): Paid => new Map(Object.entries(of).map(([partner, amount]) => [partner, pounds(amount)]))

const settled = (charges: Record<string, bigint>, to: Paid, before = paid({})) => settle(three, [charged(charges)], to, before)

test('a charge of £500.00 of which £120.00 was paid is £380.00 to pay to the host', () => {
  const { partners, transfers } = settled({ A: 10000n, B: 50000n }, paid({ B: '120.00' }))
  expect(partners.map(of => [of.partner, of.charge, of.paid, of.net])).toEqual([['A', 10000n, 0n, 10000n], ['B', 50000n, 12000n, 38000n], ['C', 0n, 0n, 0n]])
  expect(transfers).toEqual([{ from: 'B', to: 'A', amount: 38000n }])
})

test('who paid more than is due is paid by the host', () => {
  expect(settled({ C: 10000n }, paid({ C: '120.00' })).transfers).toEqual([{ from: 'A', to: 'C', amount: 2000n }])
})

test('what was paid before the last quarter issued was reckoned with then: of 120 to date 100 were', () => {
  expect(settled({ B: 50000n }, paid({ B: '120.00' }), paid({ B: '100.00' })).partners[1]).toMatchObject({ paid: 2000n, net: 48000n })
})

const payment = (partner: string, name: string, amount: string) => ({ partner, quarter: quarterNamed(name), amount: pounds(amount), at: at(9), rows: { count: 1, first: 2 } })

test('what is paid to date is what each paid to the end of the quarter: 7 and 2, and 9 wait for the next', () => {
  const payments = [payment('B', '2017/18 Q1', '7.00'), payment('B', '2017/18 Q2', '2.00'), payment('B', '2017/18 Q3', '9.00'), payment('C', '2017/18 Q2', '1.00')]
  expect([...paidToDate(three, { spend: [], payments }, quarterNamed('2017/18 Q2'))]).toEqual([['A', 0n], ['B', 900n], ['C', 100n]])
})

test('whatever is charged and paid, once transfers are made every partner but the host has borne its charge, and the host the rest', () => {
  forAll([fc.tuple(amounts, amounts, amounts), fc.tuple(amounts, amounts, amounts)], (charges, payments) => {
    const ids = ['A', 'B', 'C']
    const { transfers } = settled(Object.fromEntries(ids.map((id, place) => [id, charges[place]!])), new Map(ids.map((id, place) => [id, payments[place]!])))
    const borne = ids.map((id, place) => payments[place]! + total(transfers.map(({ from, to, amount }) => (from === id ? amount : 0n) - (to === id ? amount : 0n))))
    same(borne, [total(payments) - charges[1] - charges[2], charges[1], charges[2]])
    same(transfers.map(({ amount, from, to }) => amount > 0n && (from === 'A') !== (to === 'A')), transfers.map(() => true))
  })
})
