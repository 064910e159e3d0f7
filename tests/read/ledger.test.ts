import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { eachRawRow, eachRow, type LedgerText, sniff } from '../../src/read/ledger.ts'
import { holds, same } from '../properties.ts'
import { csvOf, delimiters, encoded, type Encoding, encodings, lineEnds, plainHand } from './ledgers.ts'
import { inFolder } from './reading.ts'

/** Rows of CSV letter by letter, as the standard has it; a row ends with any line end. */
function rowsIn(text: string, delimiter: string): string[][] {
  const rows: string[][] = []
  let [row, cell, quoted, started]: [string[], string, boolean, boolean] = [[], '', false, false]
  const endCell = (): void => {
    row.push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!
    started = true
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') cell += text[++at]!
      else quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === delimiter) endCell()
    else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[at + 1] === '\n') at++
      endCell()
      rows.push(row)
      row = []
      started = false
    } else cell += letter
  }
  if (started) rows.push([...row, cell])
  return rows
}

interface Read {
  readonly ledger: LedgerText | undefined
  readonly rows: readonly string[][]
  readonly raw: readonly string[]
  readonly broken: boolean
}

const read = (bytes: Uint8Array): Read => inFolder({ ledger: bytes }, folder => {
  const file = join(folder, 'ledger')
  const ledger = sniff(file)
  if (ledger === undefined) return { ledger, rows: [], raw: [], broken: false }
  const [rows, raw]: [string[][], string[]] = [[], []]
  const broken = eachRow(file, ledger, (row, number) => rows.push(row) === number + 1, () => {})
  const brokenRaw = eachRawRow(file, ledger, (row, number) => raw.push(row) === number + 1)
  expect(broken === undefined).toBe(brokenRaw === undefined)
  return { ledger, rows, raw, broken: broken !== undefined }
})

const linesIn = (texts: readonly string[]): number => texts.reduce((lines, text) => lines + text.split(/\r\n|\n|\r/).length - 1, 0)

/** How much is read at a time: what a row or a letter is cut by. */
const piece = 1 << 18

describe('a ledger is read a piece at a time, and no piece ends show:', () => {
  // Whatever stands where a piece ends: quoted marks, line breaks in quotation marks, a blank row, letters of several bytes.
  const awkward = (lineEnd: string, delimiter: string, letters: string): string =>
    ['a', `"b""${delimiter}c"`, `"d${lineEnd}e"`, `"""${lineEnd}${lineEnd}"""`, letters].join(delimiter) + lineEnd + lineEnd + [`f${letters}`, '""', '"g"'].join(delimiter) + lineEnd

  const cases = encodings.flatMap((encoding, place) => lineEnds.map((lineEnd, end): [Encoding, string, string] => [encoding, lineEnd, delimiters[(place + end) % delimiters.length]!]))

  test.each(cases)('in %s, with lines that end in %j and cells in %j, wherever among them it is cut', (encoding, lineEnd, delimiter) => {
    const letters = encoding === 'windows-1252' ? '£é€' : '£é€漢😀'
    const core = awkward(lineEnd, delimiter, letters)
    const unit = encoding.startsWith('utf-16') ? 2 : 1
    const mark = encoded('', encoding).length
    const length = encoded(core, encoding).length - mark
    for (let cut = 0; cut <= length; cut += unit * (mark > 0 ? 5 : 1)) {
      // Rows of one size, and then a filler, so that so many bytes of the awkward rows stand before the cut.
      const room = (piece - mark - cut) / unit
      const line = `i${delimiter}${'j'.repeat(6000)}${lineEnd}`
      const times = Math.floor(room / line.length) - 1
      const filler = `h${delimiter}${'k'.repeat(room - times * line.length - 2 - lineEnd.length)}${lineEnd}`
      const tail = core + line.repeat(3)
      const { ledger, rows, raw } = read(encoded(line.repeat(times) + filler + tail, encoding))
      same([ledger?.encoding, ledger?.delimiter], [encoding.replace('-bom', ''), delimiter])
      const wanted = rowsIn(tail, delimiter)
      same([rows.length, raw.length], [times + 1 + wanted.length, times + 1 + wanted.length])
      holds(JSON.stringify(rows.slice(times + 1)) === JSON.stringify(wanted), `cut at ${cut}: ${JSON.stringify(rows.slice(times + 1))}`)
      // A row's text reads as the row, and the rows' lines are the lines of the file.
      for (const [place, each] of raw.slice(times + 1).entries()) same([JSON.stringify(rowsIn(each, delimiter)[0])], [JSON.stringify(wanted[place])])
      same([linesIn(raw)], [times + 1 + linesIn([tail])])
    }
  })

  test.each([1, 64])('where every piece ends with a line, as with rows of %i × 32 bytes, for megabytes', times => {
    const size = times * 32
    const row = `2017-04-01,email,1.00,`.padEnd(size - 1, 'x')
    const count = Math.ceil((20 << 20) / size)
    const { rows, broken } = inFolder({ ledger: `${'date,line,amount,note'.padEnd(size - 1, 'x')}\n${`${row}\n`.repeat(count)}` }, folder => {
      let number = 0
      const file = join(folder, 'ledger')
      return { broken: eachRow(file, sniff(file)!, () => ++number > 0, () => {}), rows: number }
    })
    expect([broken, rows]).toEqual([undefined, count + 1])
  })

  test('stop where enough is seen', () => {
    const taken: number[] = []
    inFolder({ ledger: 'a,b\nc,d\ne,f\n' }, folder => eachRow(join(folder, 'ledger'), sniff(join(folder, 'ledger'))!, (_, number) => taken.push(number) < 2, () => {}))
    expect(taken).toEqual([0, 1])
  })
})

describe('a ledger is sniffed', () => {
  const sniffed = (bytes: Uint8Array | string): string | undefined => {
    const { ledger } = read(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
    return ledger && `${ledger.encoding} ${JSON.stringify(ledger.delimiter)}`
  }

  test.each<[string, Uint8Array | string, string | undefined]>([
    ['empty', '', 'utf-8 ","'], ['of plain letters', 'a;b\n1;2\n', 'utf-8 ";"'], ['with commas among semicolons', 'a,b;c\n', 'utf-8 ","'], ['of tabs', 'a\tb,c\n', 'utf-8 "\\t"'],
    ['of UTF-8 at its end alone', `${'a,b\n'.repeat(200_000)}é,£`, 'utf-8 ","'], ['of windows-1252 at its end alone', encoded(`${'a,b\n'.repeat(200_000)}é`, 'windows-1252'), 'windows-1252 ","'],
    ['in UTF-16 with semicolons', encoded('a;b\n', 'utf-16be'), 'utf-16be ";"'],
    ['with a NUL in its middle', `a,b\n${'c,d\n'.repeat(100_000)}e\0f\n`, undefined], ['that is a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]), undefined],
  ])('%s', (_, bytes, known) => expect(sniffed(bytes)).toBe(known))

  test('without a line feed, where a letter of two bytes is cut by the end of a piece', () => {
    for (const shift of [0, 1, 2]) {
      const text = `${'x'.repeat(shift)}date,line,amount,supplier\r${'2017-04-01,email,£1.00,ééééééééé\r'.repeat(12_000)}`
      expect(sniffed(text)).toBe('utf-8 ","')
    }
  })

  test('and every cell of it is what was written, in every encoding', () => {
    const rows = [['date', 'é £', 'x'], ['', '"', '\n'], ['1', '2', '3']]
    for (const encoding of encodings) expect(read(encoded(csvOf(rows, plainHand), encoding)).rows).toEqual(rows)
  })
})
