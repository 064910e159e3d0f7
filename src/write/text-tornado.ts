/**
 * A tornado in plain characters: `-` as far as the figure goes with the input low, `+` with it high, left and right of `|`, with
 * the differences beside it. Bars are drawn to the nearest character; where both ends lie on one side, the shorter is drawn over
 * the longer.
 */
import type { ChalkInstance } from 'chalk'
import { isNegative, multiply, type Ratio, ratio, roundHalfAway } from '../domain/ratio.ts'
import type { Cell } from '../report/table.ts'
import type { Bar, BarEnd, Tornado } from '../report/tornado.ts'
import { cellText, isNegativeFigure, printable } from './cell-text.ts'

/** Characters that a half of a bar has at least, and at most: on a wide screen it would stand too far from its figures. */
const [narrowest, widest] = [8, 30]

export function tornadoLines({ bars, unit }: Tornado, width: number, paint: ChalkInstance): string[] {
  const columns = (['low', 'high'] as const).map(end => {
    const texts = bars.map(bar => cellText(cellOf(bar[end]), unit))
    return { end, texts, width: Math.max(end.length, ...texts.map(({ length }) => length)) }
  })
  const figures = columns.reduce((sum, column) => sum + column.width + 2, 0)
  const forLabels = Math.max(narrowest, width - figures - 2 * narrowest - 3)
  const labels = bars.map(({ label }) => cut(printable(label), forLabels))
  const edge = Math.max(...labels.map(({ length }) => length))
  const half = Math.max(1, Math.min(widest, Math.floor((width - edge - figures - 3) / 2)))

  const head = paint.dim(' '.repeat(edge) + columns.map(column => `  ${column.end.padStart(column.width)}`).join(''))
  return [head, ...bars.map((bar, row) => {
    const amounts = columns.map(({ end, texts, width: room }) => {
      const text = texts[row]!.padStart(room)
      return `  ${isNegativeFigure(cellOf(bar[end])) ? paint.red(text) : text}`
    })
    return `${labels[row]!.padEnd(edge)}${amounts.join('')}  ${drawn(bar, half, paint)}`.trimEnd()
  })]
}

const cellOf = ({ exact, shown }: BarEnd): Cell => ({ kind: 'money', exact, shown })

const cut = (label: string, room: number): string => (label.length <= room ? label : `${label.slice(0, room - 1)}…`)

function drawn(bar: Bar, half: number, paint: ChalkInstance): string {
  const [left, right] = [outward(bar, half, isNegative), outward(bar, half, reach => !isNegative(reach))]
  const painted = (marks: string): string => marks.replaceAll(/-+/g, run => paint.cyan(run)).replaceAll(/\++/g, run => paint.yellow(run))
  return `${' '.repeat(half - left.length)}${painted([...left].toReversed().join(''))}|${painted(right)}`
}

/** The marks on one side, from the base on. */
function outward({ low, high }: Bar, half: number, isHere: (reach: Ratio) => boolean): string {
  const length = ({ reach }: BarEnd): number => (isHere(reach) ? Math.abs(parseInt(`${roundHalfAway(multiply(reach, ratio(BigInt(half))))}`, 10)) : 0)
  const [ofLow, ofHigh] = [length(low), length(high)]
  return ofLow <= ofHigh ? '-'.repeat(ofLow) + '+'.repeat(ofHigh - ofLow) : '+'.repeat(ofHigh) + '-'.repeat(ofLow - ofHigh)
}
