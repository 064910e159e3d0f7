import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCells } from '../../src/read/csv.ts'
import type { Cell } from '../../src/read/source.ts'
import { places, telling } from './reading.ts'

const read = (text: string, delimiter?: string) => telling(tell => readCells({ file: 'table.csv', text }, tell, delimiter))
const rows = (text: string, delimiter?: string): Cell[][] => read(text, delimiter).value!
const texts = (text: string, delimiter?: string): string[][] => rows(text, delimiter).map(row => row.map(cell => cell.text))
const where = ({ at: { line, column, length } }: Cell): string => `${line}:${column}+${length}`

describe('the cells of a table', () => {
  test.each([['commas', 'a,b\n1,2\n'], ['semicolons', 'a;b\n1;2\n'], ['tabs', 'a\tb\n1\t2\n'], ['CRLF', 'a,b\r\n1,2\r\n'], ['CR', 'a,b\r1,2\r'], ['no last line end', 'a,b\n1,2']])(
    'are the same with %s', (_, text) => {
      expect(texts(text)).toEqual([['a', 'b'], ['1', '2']])
      expect(rows(text).map(row => row.map(where))).toEqual([['1:1+1', '1:3+1'], ['2:1+1', '2:3+1']])
    })

  test('may hold the separators of other tables', () => {
    expect(texts('a;b\n"1;2";3,4\n')).toEqual([['a', 'b'], ['1;2', '3,4']])
    expect(texts('a,b\n1;2,"3,4"\n')).toEqual([['a', 'b'], ['1;2', '3,4']])
  })

  test('of one row of a table are parted as its header is, whatever the row holds', () => {
    expect(texts('1;2,50\t3', ';')).toEqual([['1', '2,50\t3']])
    expect(texts('1;2,50\t3', '\t')).toEqual([['1;2,50', '3']])
    expect(rows(' 1;2,50', ';')[0]!.map(where)).toEqual(['1:2+1', '1:4+4'])
  })

  test('lose the white space around them, which their place leaves out too', () => {
    expect(texts('  a  , b\n" c ",\u00a0d\u00a0\n')).toEqual([['a', 'b'], ['c', 'd']])
    expect(where(rows('  a  ,b')[0]![0]!)).toBe('1:3+1')
  })

  test('keep the line breaks within quotes, and later lines are counted right', () => {
    const value = rows('id,text\n1,"two\nlines, and ""marks"""\n2,"two\r\nlines"\n3,end\n')
    expect(value.map(row => row.map(cell => cell.text))).toEqual([['id', 'text'], ['1', 'two\nlines, and "marks"'], ['2', 'two\r\nlines'], ['3', 'end']])
    expect(value.map(row => row.map(where))).toEqual([['1:1+2', '1:4+4'], ['2:1+1', '2:3+4'], ['4:1+1', '4:3+4'], ['6:1+1', '6:3+3']])
  })

  test('are passed over in rows that hold nothing', () => {
    expect(texts('\n,,\na,b\n\n  \n"",""\n1,2\n,\n')).toEqual([['a', 'b'], ['1', '2']])
    expect(where(rows('\n,,\na,b\n')[0]![1]!)).toBe('3:3+1')
  })

  test('may be fewer or more than in the row before', () => {
    expect(texts('a,b,c\n1\n1,2,3,4\n')).toEqual([['a', 'b', 'c'], ['1'], ['1', '2', '3', '4']])
  })

  test.each([['', []], ['\n\n', []], [',,,\n,,,\n', []], ['a', [['a']]], ['""', []], ['"', undefined]])('of the text %j are %j', (text, cells) => {
    expect(read(text).value?.map(row => row.map(cell => cell.text))).toEqual(cells)
  })

  test.each([
    ['a,b\n1,"two\n3,4\n', 'table.csv:2:3 broken-quotes'], ['a,b\n1,2" wide\n', 'table.csv:2:3 broken-quotes'],
    ['a,b\n"1" one,2\n', 'table.csv:2:1 broken-quotes'], ['"', 'table.csv:1:1 broken-quotes'], ['a,b\r\n\r\n1,"two', 'table.csv:3:3 broken-quotes'],
  ])('whose quotes do not pair are refused from there on: %j', (text, place) => {
    const { value, told } = read(text)
    expect(value).toBeUndefined()
    expect(places(told)).toEqual([place])
  })
})

/** Writes a table and notes, cell by cell, where each comes to stand: the second method. */
function write(rows: readonly (readonly { text: string; quoted: boolean }[])[], separator: string, lineEnds: readonly string[], last: boolean) {
  let written = ''
  const cells: { text: string; place: string }[][] = []
  for (const [number, row] of rows.entries()) {
    const notes = row.map(({ text, quoted }, place) => {
      if (place > 0) written += separator
      const content = quoted || /["\r\n,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
      const blanks = /^[ \t]*/.exec(content)![0].length
      const before = written + content.slice(0, blanks)
      const lines = before.split(/\r\n|\n|\r/)
      written += content
      return { text: text.trim(), place: `${lines.length}:${lines.at(-1)!.length + 1}+${content.slice(blanks).split(/[\r\n]/)[0]!.trimEnd().length}` }
    })
    if (row.some(({ text }) => text.trim() !== '')) cells.push(notes)
    if (last || number < rows.length - 1) written += lineEnds[number % lineEnds.length]!
  }
  return { written, cells }
}

const anyCell = fc.record({ text: fc.string({ unit: fc.constantFrom(...'ab1é£😀  ""\n\r,;\t', '\r\n'), maxLength: 6 }), quoted: fc.boolean() })
const anyRow = fc.array(anyCell, { minLength: 2, maxLength: 5 })

test('any table, with any quotes, line breaks, separators and line ends, reads back with each cell where it was written', () => {
  fc.assert(fc.property(
    fc.array(anyRow, { maxLength: 6 }), fc.constantFrom(',', ';', '\t'), fc.uniqueArray(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 3 }), fc.boolean(),
    (rows, separator, lineEnds, last) => {
      const header = ['id', 'value'].map(text => ({ text, quoted: false }))
      const { written, cells } = write([header, ...rows], separator, lineEnds, last)
      const { value, codes } = read(written)
      expect(codes).toEqual([])
      expect(value?.map(row => row.map(cell => ({ text: cell.text, place: where(cell) })))).toEqual(cells)
    },
  ), { numRuns: 10_000 })
})

test('any text at all gives cells, or is told to have broken quotes, and never throws', () => {
  const nearly = fc.string({ unit: fc.constantFrom(...'a"\n\r,;\t ') })
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), nearly), text => {
    const { value, codes } = read(text)
    expect(codes).toEqual(value === undefined ? ['broken-quotes'] : [])
  }), { numRuns: 10_000 })
})
