import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { pence } from '../../src/domain/money.ts'
import { ratio } from '../../src/domain/ratio.ts'
import { type Cell, type Report, text } from '../../src/report/table.ts'
import { units } from '../../src/report/unit.ts'
import { writeText } from '../../src/write/text.ts'

const money = (amount: bigint): Cell => ({ kind: 'money', exact: pence(amount), shown: amount })
const percent = (tenths: bigint): Cell => ({ kind: 'percent', exact: ratio(tenths, 1000n), shown: tenths })

const report = (columns: number, rows: readonly (readonly Cell[])[]): Report => ({
  title: 'Report',
  parts: [{
    kind: 'table', title: 'Table', unit: units.pence, notes: ['A note.'],
    columns: [{ title: '', kind: 'label' }, ...Array.from({ length: columns }, (_, place) => ({ title: `${2017 + place}/${18 + place}`, kind: 'figure' }) as const)],
    rows: rows.map((cells, place) => ({ kind: 'item', cells: [text(`row ${place}`), ...cells] })),
  }],
})

const lines = (of: Report, width = 80, colour = false): string[] => writeText(of, { width, colour }).split('\n')

describe('a table on a terminal', () => {
  test('aligns every figure of a column on the decimal point', () => {
    const written = lines(report(1, [[money(123456789n)], [money(-5n)], [percent(42n)], [money(100n)]]))
    const points = written.slice(4, 8).map(line => line.lastIndexOf('.'))
    expect(new Set(points).size).toBe(1)
    expect(written.slice(4, 8)).toEqual(['row 0  1,234,567.89', 'row 1         -0.05', 'row 2          4.2%', 'row 3          1.00'])
  })

  test('splits its years evenly where they do not fit, each part with its labels, and ends with the notes', () => {
    const wide = report(5, [Array.from({ length: 5 }, () => money(123456789012n))])
    const written = lines(wide, 60)
    expect(written.every(line => line.length <= 60)).toBe(true)
    expect(written.filter(line => line.startsWith('row 0'))).toHaveLength(2)
    expect(written).toContain('Table (continued)')
    expect(written.filter(line => line === 'A note.')).toHaveLength(1)
  })

  test('shows a single column however narrow the screen is', () => {
    expect(lines(report(2, [[money(123456789012n), money(1n)]]), 10).filter(line => line.startsWith('row 0'))).toHaveLength(2)
  })

  test('is the same in colour but for the colours, and marks what is negative in red', () => {
    const of = report(1, [[money(5n)], [money(-5n)]])
    const coloured = writeText(of, { width: 80, colour: true })
    expect(stripVTControlCharacters(coloured)).toBe(writeText(of, { width: 80, colour: false }))
    expect(coloured).toContain('\u{1b}[31m-0.05\u{1b}[39m')
  })

  test('prints no control characters without colour', () => {
    expect(writeText(report(1, [[money(-5n)]]), { width: 80, colour: false })).toMatch(/^[\x20-\x7e\n]*$/)
  })
})

test('words that stand alone in their row are broken where they are too wide, and do not widen the table', () => {
  const of = report(1, [[money(100n)]])
  const [part] = of.parts
  if (part?.kind !== 'table') throw new Error('no table')
  const words = { kind: 'detail', cells: [text('so many words that they cannot stand in one line'), { kind: 'none' }] } as const
  expect(lines({ ...of, parts: [{ ...part, rows: [...part.rows, words] }] }, 30).slice(4, 8)).toEqual(['row 0     1.00', '  so many words that they', '    cannot stand in one line', 'A note.'])
})
