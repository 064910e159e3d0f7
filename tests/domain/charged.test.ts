import { expect, test } from 'vitest'
import { addUp, chargeOf, type ChargedLine, isAnything, partOf } from '../../src/domain/charged.ts'
import { pence } from '../../src/domain/money.ts'

const amounts = (instalment: bigint, overspend: bigint, adjustment: bigint, toDate: bigint) =>
  ({ instalment: pence(instalment), overspend: pence(overspend), adjustment: pence(adjustment), toDate: pence(toDate) })

const line = (...parts: ChargedLine['parts']): ChargedLine => ({ line: 'waste', category: 'other', rule: 'shared', driver: 'users', known: [], parts, reasons: [] })

const lines = [
  line({ partner: 'A', ...amounts(200n, 20n, 5n, 1225n) }, { partner: 'B', ...amounts(800n, 80n, 20n, 4900n) }),
  line({ partner: 'A', ...amounts(1n, 0n, -300n, 1n) }),
]

test('an instalment of 200, an overspend of 20 and an adjustment of -5 are a charge of 215', () => {
  expect(chargeOf(amounts(200n, 20n, -5n, 0n))).toBe(215n)
})

test('parts of several lines add up, each for itself: A is charged 201, 20 and -295, which is -74, and 1,226 to date', () => {
  expect(partOf('A', lines)).toEqual({ partner: 'A', ...amounts(201n, 20n, -295n, 1226n) })
  expect(chargeOf(partOf('A', lines))).toBe(-74n)
  expect(partOf('C', lines)).toEqual({ partner: 'C', ...amounts(0n, 0n, 0n, 0n) })
})

test('anything is charged where one part of it is not nil, though all come to nothing', () => {
  expect([amounts(0n, 0n, 0n, 0n), amounts(0n, 0n, 0n, 5n), amounts(2n, 0n, -2n, 0n)].map(isAnything)).toEqual([false, true, true])
})

test('what all are charged is the sum of what each is', () => {
  expect(addUp(lines.flatMap(({ parts }) => parts))).toEqual(addUp([partOf('A', lines), partOf('B', lines)]))
})
