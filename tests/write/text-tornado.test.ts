import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { pence } from '../../src/domain/money.ts'
import { barsOf, type Tornado } from '../../src/report/tornado.ts'
import { units } from '../../src/report/unit.ts'
import { writeMarkdown } from '../../src/write/markdown.ts'
import { writeText } from '../../src/write/text.ts'

type Moves = readonly (readonly [label: string, low: number, high: number])[]

const tornado = (moves: Moves): Tornado => {
  const end = (of: number): { exact: ReturnType<typeof pence>; shown: bigint } => ({ exact: pence(BigInt(of)), shown: BigInt(of) })
  return { kind: 'tornado', title: 'Tornado', unit: units.pence, notes: ['A note.'], bars: barsOf(moves.map(([label, low, high]) => ({ label, low: end(low), high: end(high) }))) }
}
const lines = (moves: Moves, width: number, colour = false): string[] => writeText({ title: 'Report', parts: [tornado(moves)] }, { width, colour }).split('\n').slice(2, -1)

/** Marks left and right of the line. */
const marks = (moves: Moves, width = 80): string[][] => lines(moves, width).slice(2, -1).map(line => / ([-+ ]*)\|([-+]*)$/.exec(line)!.slice(1).map(side => side.trim()))

describe('a tornado', () => {
  test('stands beside the differences, as long as the figure moves, and ends with the notes', () => {
    expect(lines([['pay', -400, 400], ['users', 100, -200]], 38)).toEqual([
      'Tornado',
      '         low   high',
      'pay    -4.00   4.00  --------|++++++++',
      'users   1.00  -2.00      ++++|--',
      'A note.',
    ])
  })

  test('draws the shorter over the longer where both ends lie on one side', () => {
    expect(marks([['a', 400, 200], ['b', -100, -400], ['c', 0, 400]], 35)).toEqual([['', '++++----'], ['++++++--', ''], ['', '++++++++']])
  })

  test('rounds to the nearest character: a sixteenth of eight is one, and less than that is none', () => {
    expect(marks([['a', -1600, 1600], ['b', -100, 99]], 36)).toEqual([['--------', '++++++++'], ['-', '']])
  })

  test('keeps within the screen, cutting labels that are too long, down to one that is very narrow', () => {
    const moves: Moves = [['expected:environmental-health of a very long partner with a name that never ends', -123456789, 123456789], ['b', 1, 0]]
    for (const width of [50, 60, 80]) {
      const of = lines(moves, width)
      expect(Math.max(...of.map(line => line.length))).toBeLessThanOrEqual(width)
      expect(of[2]).toMatch(/^expecte.*… +-1,234,567.89 +1,234,567.89 {2}-{5,}\|\+{5,}$/)
    }
    expect(marks(moves, 20)[0]).toEqual(['-', '+'])
  })

  test('is no wider on a wide screen than can be followed', () => {
    expect(marks([['a', -5, 5]], 500)).toEqual([['-'.repeat(30), '+'.repeat(30)]])
  })

  test('is the same in colour but for the colours, and in markdown as it is drawn', () => {
    const moves: Moves = [['a', -5, 5], ['b', 2, -1]]
    expect(lines(moves, 80, true).map(stripVTControlCharacters)).toEqual(lines(moves, 80))
    expect(lines(moves, 80, true).join('\n')).toContain('\u{1b}[36m---')
    const written = writeMarkdown({ title: 'Report', parts: [tornado(moves)] })
    expect(written).toContain(`\n## Tornado\n\n${lines(moves, 76).slice(1, -1).map(line => `    ${line}`).join('\n')}\n\nA note.\n`)
  })

  test('shows what a terminal would obey as a dot', () => {
    expect(lines([['a\u{1b}[31mb', -5, 5]], 80)[2]).toMatch(/^a·\[31mb /)
  })
})
