/** An outline for a terminal: each item set in below what it is a part of, its amount at the right, its remarks under it. */
import type { ChalkInstance } from 'chalk'
import { inReadablePounds } from '../domain/money.ts'
import type { Item, Outline } from '../report/outline.ts'
import { printable } from './cell-text.ts'
import { wrap } from './wrap.ts'

/** On a wider screen an amount would stand too far from what it is of. */
const widest = 100

export function writeOutline({ title, items }: Outline, width: number, paint: ChalkInstance): string {
  const room = Math.min(width, widest)
  return [paint.bold(printable(title)), ...items.flatMap(item => writeItem(item, 0, room, paint))].join('\n')
}

function writeItem({ label, amount, remarks, items }: Item, depth: number, width: number, paint: ChalkInstance): string[] {
  const indent = '  '.repeat(depth)
  const figure = inReadablePounds(amount)
  const lines = wrap(printable(label), width - figure.length - 2 - indent.length)
  const last = lines.at(-1)!
  const gap = ' '.repeat(Math.max(2, width - indent.length - last.length - figure.length))
  const weighted = depth === 0 ? paint.bold : (text: string): string => text
  return [
    ...lines.slice(0, -1).map(line => weighted(indent + line)),
    `${weighted(indent + last)}${gap}${amount < 0n ? paint.red(weighted(figure)) : weighted(figure)}`,
    ...remarks.flatMap(remark => wrap(printable(remark), width - indent.length - 2).map(line => paint.dim(`${indent}  ${line}`))),
    ...items.flatMap(item => writeItem(item, depth + 1, width, paint)),
  ]
}
