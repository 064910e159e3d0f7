/**
 * A remark as people read it: where and what, the line of the file with the place marked, and how to mend it. A line too
 * long for the screen is cut on both sides of the place.
 */
import { type At, placeName } from '../domain/stated.ts'
import type { Remark } from '../report/remark.ts'
import { wrap } from './wrap.ts'

/** How the parts of a remark are coloured. */
export interface Paint {
  readonly error: (text: string) => string
  readonly warning: (text: string) => string
  readonly faint: (text: string) => string
}

export const plainly: Paint = { error: text => text, warning: text => text, faint: text => text }

export const writeRemarks = (remarks: readonly Remark[], paint: Paint = plainly): string =>
  remarks.map(remark => `${writeRemark(remark, paint)}\n`).join('\n')

function writeRemark({ name, severity, what, remedy, at, line }: Remark, paint: Paint): string {
  const head = severity === 'error' ? paint.error(name) : paint.warning(`warning ${name}`)
  const excerpt = at && excerptOf(at, line ?? '', paint)
  const place = at ? `${placeName(at)}  ` : ''
  const plainHead = `${place}${severity === 'error' ? '' : 'warning '}${name}`
  const [first, ...rest] = wrap(`${plainHead}: ${what}`, 80)
  return [`${place}${head}${first!.slice(plainHead.length)}`, ...rest, ...(excerpt ?? []), ...wrap(remedy, 80, '  ')].join('\n')
}

/** What a terminal would obey is shown as a dot. */
const printable = (text: string): string => text.replaceAll('\t', ' ').replaceAll(/\p{Cc}/gu, '·')

const room = 70

function excerptOf({ line, column, length }: At, written: string, paint: Paint): string[] | undefined {
  const text = printable(written.trimEnd())
  if (text === '') return undefined
  const marked = Math.max(1, Math.min(length, room - 2))
  const from = text.length <= room ? 0 : Math.max(0, Math.min(column - 1 - Math.floor((room - marked) / 2), text.length - room))
  const cut = `${from > 0 ? '…' : ''}${text.slice(from > 0 ? from + 1 : 0, from + room)}${from + room < text.length ? '…' : ''}`
  const gutter = ' '.repeat(`${line}`.length)
  return [paint.faint(`  ${line} | `) + cut, paint.faint(`  ${gutter} | `) + ' '.repeat(column - 1 - from) + paint.error('^'.repeat(marked))]
}
