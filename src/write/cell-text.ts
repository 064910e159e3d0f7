/** A cell as people read it: 1,234,567 and -1,234.50 and 4.2%; a figure that is not there is blank. */
import { scaledText } from '../domain/ratio.ts'
import type { Cell } from '../report/table.ts'
import type { Unit } from '../report/unit.ts'

export function cellText(cell: Cell, { places }: Unit): string {
  switch (cell.kind) {
    case 'text':
      return printable(cell.text)
    case 'money':
      return grouped(scaledText(cell.shown, places))
    case 'percent':
      return `${grouped(scaledText(cell.shown, 1))}%`
    case 'count':
      return grouped(`${cell.count}`)
    case 'none':
      return ''
  }
}

/** What a terminal would obey, or a line break, is shown as a dot. */
export const printable = (text: string): string => text.replaceAll(/\p{Cc}/gu, '·')

export const isNegativeFigure = (cell: Cell): boolean => (cell.kind === 'money' || cell.kind === 'percent') && cell.shown < 0n

/** Thousands apart, the same in every locale. */
function grouped(number: string): string {
  const [whole, fraction] = number.split('.')
  const apart = whole!.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? apart : `${apart}.${fraction}`
}
