import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pence } from '../../src/domain/money.ts'
import { type Table, text } from '../../src/report/table.ts'
import { units } from '../../src/report/unit.ts'
import { writeCsv } from '../../src/write/csv.ts'

const table = (label: string, amount: bigint): Table => ({
  kind: 'table', title: 'Facts', unit: units.thousands, notes: [],
  columns: [{ title: 'line', kind: 'label' }, { title: 'amount', kind: 'figure' }],
  rows: [{ kind: 'item', cells: [text(label), { kind: 'money', exact: pence(amount), shown: amount / 100_000n }] }],
})

describe('CSV', () => {
  test('writes money in pounds and pence whatever the unit shown, and never as text', () => {
    expect(writeCsv(table('staff', -123456n))).toBe('line,amount\nstaff,-1234.56\n')
  })

  test('disarms a text that a spreadsheet would run as a formula', () => {
    expect(writeCsv(table('=1+1', 0n))).toBe("line,amount\n'=1+1,0.00\n")
    expect(writeCsv(table('@SUM(A1)', 0n))).toBe("line,amount\n'@SUM(A1),0.00\n")
  })

  test('reads back to the same text and the same pence', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }).filter(name => !/^[=+\-@\t\r]/.test(name)), fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (name, amount) => {
      const [[label, money]] = parse(writeCsv(table(name, amount)), { from: 2, relax_quotes: false }) as string[][] as [[string, string]]
      expect([label, BigInt(money.replace('.', ''))]).toEqual([name, amount])
    }), { numRuns: 2_000 })
  })
})
