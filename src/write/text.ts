/** Reports for a terminal, in plain characters. */
import { Chalk, type ChalkInstance } from 'chalk'
import type { Report } from '../report/table.ts'
import { printable } from './cell-text.ts'
import { writeRemarks } from './remark.ts'
import { writeOutline } from './text-outline.ts'
import { writeTable } from './text-table.ts'
import { tornadoLines } from './text-tornado.ts'
import { wrap } from './wrap.ts'

export interface Screen {
  /** Characters in a line. */
  readonly width: number
  readonly colour: boolean
}

export function writeText({ title, parts, conclusion }: Report, { width, colour }: Screen): string {
  const paint = new Chalk({ level: colour ? 1 : 0 })
  const blocks = [
    wrap(printable(title), width).map(line => paint.bold(line)).join('\n'),
    ...parts.flatMap(part => writePart(part, width, paint)),
    ...(conclusion ? [conclusion.flatMap(line => wrap(printable(line), width)).join('\n')] : []),
  ]
  return blocks.join('\n\n') + '\n'
}

function writePart(part: Report['parts'][number], width: number, paint: ChalkInstance): string[] {
  switch (part.kind) {
    case 'table':
      return writeTable(part, width, paint)
    case 'outline':
      return [writeOutline(part, width, paint)]
    case 'remarks':
      return [writeRemarks(part.remarks, { error: paint.red, warning: paint.yellow, faint: paint.dim }).trimEnd()]
    case 'tornado':
      return [[paint.bold(printable(part.title)), ...tornadoLines(part, width, paint), ...part.notes.flatMap(note => wrap(printable(note), width)).map(note => paint.dim(note))].join('\n')]
    case 'prose':
      return [[paint.bold(printable(part.title)), ...part.paragraphs.flatMap(paragraph => wrap(printable(paragraph), width))].join('\n')]
  }
}
