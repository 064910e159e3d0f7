/**
 * Diagnostics as people read them: where and what, the line of the file with the place marked, and how to mend it.
 * A line too long for the screen is cut on both sides of the place.
 */
import { type Diagnostic, isFault } from '../domain/diagnostic.ts'
import type { At } from '../domain/stated.ts'
import type { Quotable } from '../read/source.ts'
import { wrap } from '../write/wrap.ts'
import { messageOf } from './messages.ts'
import { place } from './wording.ts'

export function describe(diagnostics: readonly Diagnostic[], sources: readonly Quotable[], paint: Paint = plainly): string {
  const blocks = [...diagnostics].sort(byPlace).map(diagnostic => describeOne(diagnostic, sources, paint))
  return blocks.map(block => `${block}\n`).join('\n')
}

/** How the parts of a message are coloured. */
export interface Paint {
  readonly error: (text: string) => string
  readonly warning: (text: string) => string
  readonly faint: (text: string) => string
}

const plainly: Paint = { error: text => text, warning: text => text, faint: text => text }

function describeOne(diagnostic: Diagnostic, sources: readonly Quotable[], paint: Paint): string {
  const { what, remedy } = messageOf(diagnostic)
  const { at, code } = diagnostic
  const head = isFault(diagnostic) ? paint.error(code) : paint.warning(`warning ${code}`)
  const excerpt = at && excerptOf(at, sources, paint)
  const where = at ? `${place(at)}  ` : ''
  const plainHead = `${where}${isFault(diagnostic) ? '' : 'warning '}${code}`
  const [first, ...rest] = wrap(`${plainHead}: ${what}`, 80)
  return [`${where}${head}${first!.slice(plainHead.length)}`, ...rest, ...(excerpt ?? []), ...wrap(remedy, 80, '  ')].join('\n')
}

const lineIn = (sources: readonly Quotable[], file: string, line: number): string =>
  sources.filter(source => source.file === file).map(({ lineAt }) => lineAt(line)).find(text => text !== undefined)?.trimEnd() ?? ''

/** What a terminal would obey is shown as a dot. */
const printable = (text: string): string => text.replaceAll('\t', ' ').replaceAll(/\p{Cc}/gu, '·')

const room = 70

function excerptOf({ file, line, column, length }: At, sources: readonly Quotable[], paint: Paint): string[] | undefined {
  const text = printable(lineIn(sources, file, line))
  if (text === '') return undefined
  const marked = Math.max(1, Math.min(length, room - 2))
  const from = text.length <= room ? 0 : Math.max(0, Math.min(column - 1 - Math.floor((room - marked) / 2), text.length - room))
  const cut = `${from > 0 ? '…' : ''}${text.slice(from > 0 ? from + 1 : 0, from + room)}${from + room < text.length ? '…' : ''}`
  const gutter = ' '.repeat(`${line}`.length)
  return [paint.faint(`  ${line} | `) + cut, paint.faint(`  ${gutter} | `) + ' '.repeat(column - 1 - from) + paint.error('^'.repeat(marked))]
}

/** By file, line and column; what has no place comes first. */
function byPlace({ at: a }: Diagnostic, { at: b }: Diagnostic): number {
  if (a === undefined || b === undefined) return (a === undefined ? 0 : 1) - (b === undefined ? 0 : 1)
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column
}
