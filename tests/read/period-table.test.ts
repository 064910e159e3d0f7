import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { periodName } from '../../src/domain/period.ts'
import { systemShape } from '../../src/read/counts.ts'
import { baselineShape, budgetShape } from '../../src/read/lines.ts'
import { type Entry, readPeriodTable } from '../../src/read/period-table.ts'
import type { Shape } from '../../src/read/shape.ts'
import { places, telling } from './reading.ts'

const read = (text: string, shape: Shape) => telling(tell => readPeriodTable({ file: 't', text }, shape, tell))

/** An entry as one line: `email NORTH: 2017/18 820, 2018/19 840`. */
const plain = (entry: Entry, columns: readonly string[]): string =>
  `${columns.map(column => entry.cell(column).text).join(' ')}: ${entry.values.map(([period, cell]) => `${periodName(period)} ${cell.text}`).sort().join(', ')}`

describe('a table of values by period', () => {
  test('is read wide', () => {
    const { value, codes } = read('system,partner,2017/18,2017/18 Q3\nemail,NORTH,820,\nemail,SOUTH,,610\n', systemShape)
    expect(value?.map(entry => plain(entry, ['system', 'partner']))).toEqual(['email NORTH: 2017/18 820', 'email SOUTH: 2017/18 Q3 610'])
    expect(codes).toEqual([])
  })

  test('is read long, the rows of one key together wherever they stand', () => {
    const { value, codes } = read('system,partner,period,count\nemail,NORTH,2017/18,820\nemail,SOUTH,2017/18,610\nemail,NORTH,2018/19 Q1,840\nemail,SOUTH,2018/19,\n', systemShape)
    expect(value?.map(entry => plain(entry, ['system', 'partner']))).toEqual(['email NORTH: 2017/18 820, 2018/19 Q1 840', 'email SOUTH: 2017/18 610'])
    expect(codes).toEqual([])
  })

  test('may have rows that Excel cut short', () => {
    const { value, codes } = read('line,category,rule,driver,2017/18,2018/19\nteam,staff,staff,,5\nvan,other,staff\n', budgetShape)
    expect(value?.map(entry => plain(entry, ['line']))).toEqual(['team: 2017/18 5', 'van: '])
    expect(codes).toEqual([])
  })

  test('has nothing to say of columns of notes', () => {
    const { value, codes } = read('line,note,category,rule,2017/18,Note 2\nteam,£12,staff,staff,5,#REF!\n', budgetShape)
    expect(value?.map(entry => plain(entry, ['line', 'category', 'note']))).toEqual(['team staff : 2017/18 5'])
    expect(codes).toEqual([])
  })

  test('gives an empty cell at the end of the row for a column that is not there', () => {
    const entry = read('line,category,rule,2017/18\nteam,staff,staff,5\n', budgetShape).value![0]!
    expect(entry.cell('driver')).toEqual({ text: '', at: { file: 't', line: 2, column: 19, length: 0 } })
  })

  test.each<[string, Shape, string, string[]]>([
    ['a second row', systemShape, 'system,partner,2017/18\ne,N,1\ne,S,1\ne,N,2', ['t:4:1 duplicate-row']],
    ['a second value', systemShape, 'system,partner,period,count\ne,N,2017/18,1\ne,N,2018/19,1\ne,N,2017/18,', ['t:4:5 duplicate-period']],
    ['a row that says otherwise', baselineShape, 'line,category,partner,index,period,amount\na,x,N,pay,2017/18,1\na,y,N,pay,2018/19,1\n', ['t:3:3 conflicting-cell']],
    ['a cell to the right of the header', systemShape, 'system,partner,2017/18\ne,N,1,2\n', ['t:2:7 extra-cell']],
    ['an empty cell to the right of the header', systemShape, 'system,partner,2017/18\ne,N,1,\n', ['t:2:7 extra-cell']],
    ['many cells to the right of the header, once', systemShape, 'system,partner,2017/18\ne,N,1,200,,3\n', ['t:2:7 extra-cell']],
    ['a cell under no header', systemShape, 'system,partner,,2017/18\ne,N,x,2\n', ['t:2:5 unnamed-column']],
    ['a row without a key', systemShape, 'system,partner,2017/18\n,N,1\ne,,2\n', ['t:2:1 missing-value', 't:3:3 missing-value']],
    ['a row without what the table requires', budgetShape, 'line,category,rule,2017/18\nteam,,,1\n', ['t:2:6 missing-value', 't:2:7 missing-value']],
    ['a row of totals', systemShape, 'system,partner,2017/18\ne,N,1\nTotal\n', ['t:3:6 missing-value']],
    ['a row for no period', systemShape, 'system,partner,period,count\ne,N,2017,1\n', ['t:2:5 bad-period']],
    ['a row without a period', systemShape, 'system,partner,period,count\ne,N,,1\n', ['t:2:5 missing-value']],
  ])('is refused for %s', (_, shape, text, told) => {
    expect(places(read(text, shape).told)).toEqual(told)
  })

  test.each([['', 'empty-file'], ['\r\n \r\n', 'empty-file'], [',,,\n,,,\n', 'empty-file'], ['a,"b', 'broken-quotes'], ['a,b\n1,2', 'unknown-column']])('of %j is none, and %s is told', (text, code) => {
    const { value, codes } = read(text, systemShape)
    expect(value).toBeUndefined()
    expect([...new Set(codes)]).toEqual(code === 'unknown-column' ? ['unknown-column', 'missing-column', 'no-periods'] : [code])
  })
})

const name = fc.string({ unit: fc.constantFrom(...'abcé, "'), minLength: 1, maxLength: 4 }).filter(text => text.trim() === text)
const anyLine = fc.record({
  line: name, category: name, rule: fc.constantFrom('staff', 'pooled'), index: fc.constantFrom('', 'pay'),
  values: fc.dictionary(fc.constantFrom('2017/18', '2018/19', '2018/19 Q1', '2018/19 Q4', '2019/20'), fc.nat(9999).map(String)),
})

const quoted = (cells: readonly string[]): string => cells.map(text => `"${text.replaceAll('"', '""')}"`).join(',')

test('any table gives the same entries wide and long', () => {
  fc.assert(fc.property(fc.uniqueArray(anyLine, { selector: ({ line }) => line, maxLength: 5 }), fc.boolean(), (lines, backwards) => {
    const periods = [...new Set(lines.flatMap(({ values }) => Object.keys(values)))]
    fc.pre(lines.every(({ values }) => Object.keys(values).length > 0) && lines.length > 0)
    const fixed = ['line', 'category', 'rule', 'index'] as const
    const wide = [[...fixed, ...periods], ...lines.map(of => [...fixed.map(column => of[column]), ...periods.map(period => of.values[period] ?? '')])]
    const rows = lines.flatMap(of => Object.entries(of.values).map(([period, amount]) => [...fixed.map(column => of[column]), period, amount]))
    const long = [[...fixed, 'period', 'amount'], ...(backwards ? rows.toReversed() : rows)]
    const [fromWide, fromLong] = [wide, long].map(table => {
      const { value, codes } = read(table.map(quoted).join('\n'), budgetShape)
      expect(codes).toEqual([])
      return value!.map(entry => plain(entry, fixed)).sort()
    })
    expect(fromLong).toEqual(fromWide)
    expect(fromWide).toHaveLength(lines.length)
  }), { numRuns: 2_000 })
})
