import { expect, test } from 'vitest'
import type { ChargedLine } from '../../src/domain/charged.ts'
import { issuedIn } from '../../src/domain/issued.ts'
import { pence } from '../../src/domain/money.ts'
import { issued, quarterNamed } from '../models.ts'

const line = (id: string, partner: string, ...[instalment, overspend, adjustment]: [bigint, bigint, bigint]): ChargedLine => ({
  line: id, category: 'other', rule: 'shared', driver: 'users', known: [], reasons: [],
  parts: [{ partner, instalment: pence(instalment), overspend: pence(overspend), adjustment: pence(adjustment), toDate: pence(999n) }],
})

const records = [
  issued(quarterNamed('2017/18 Q1'), [line('waste', 'A', 200n, 20n, 0n), line('waste', 'B', 1n, 1n, 1n), line('wire', 'A', 7n, 0n, 0n)]),
  issued(quarterNamed('2017/18 Q2'), [line('waste', 'A', 100n, 0n, -5n)]),
]

test('charges of 220 and of 95 are 315 issued, of this line and to this partner only', () => {
  expect(issuedIn(records)('waste', 'A')).toBe(315n)
  expect(issuedIn(records)('waste', 'B')).toBe(3n)
  expect(issuedIn(records)('wire', 'A')).toBe(7n)
})

test('where nothing was issued it is nil', () => {
  expect(issuedIn([])('waste', 'A')).toBe(0n)
  expect(issuedIn(records)('wire', 'B')).toBe(0n)
})
