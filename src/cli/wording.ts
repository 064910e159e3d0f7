/** The turns of phrase that messages share: names in quotation marks, lists, places, stretches of time, what was meant. */
import type { Unreadable } from '../domain/diagnostic.ts'
import { placeInYear, type Quarter, quarterName, year, yearName, yearOf } from '../domain/period.ts'
import type { At } from '../domain/stated.ts'
import { closest } from './suggest.ts'

export interface Message {
  readonly what: string
  readonly remedy: string
}

/** In quotation marks, with what a terminal would obey made harmless, and cut where it is very long. */
export const quoted = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text)

export const inWords = (reason: string): string => systemWords[reason] ?? reason

const systemWords: Readonly<Record<string, string>> = {
  EACCES: 'you may not', EPERM: 'you may not', EROFS: 'the disk is read-only', EISDIR: 'it is a folder', ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of its path is a file', ENOSPC: 'the disk is full', EDQUOT: 'your quota is used up', EEXIST: 'something else is in its place',
}

export const place = ({ file, line, column }: At): string => `${file}:${line}:${column}`

/** A year where it is one, and otherwise quarters. */
export function span(first: Quarter, last: Quarter): string {
  if (placeInYear(first) === 0 && last - first === 3) return yearName(yearOf(first))
  if (placeInYear(first) === 0 && placeInYear(last) === 3) return `${yearName(yearOf(first))} to ${yearName(yearOf(last))}`
  return first === last ? quarterName(first) : `${quarterName(first)} to ${quarterName(last)}`
}

export const list = (words: readonly string[], joint = 'and'): string =>
  words.length < 2 ? (words[0] ?? 'none') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`

export function meant(name: string, known: readonly string[], otherwise: string): string {
  const candidate = closest(name, known)
  return candidate === undefined ? otherwise : `did you mean ${quoted(candidate)}? ${otherwise}`
}

/** The year that a text such as 2017-18, 2017 or 17/18 was probably meant for. */
export function suggestedYear(text: string): string {
  const start = /^(?:20)?(\d{2})\b/.exec(text)?.[1]
  return start === undefined ? '2017/18' : yearName(year(parseInt(`20${start}`, 10)))
}

export function because(why: Unreadable, currency = 'GBP'): string {
  switch (why) {
    case 'decimals': return 'it has more than two decimals'
    case 'decimal-comma': return 'a comma parts thousands, and three digits follow it'
    case 'grouping': return 'its commas and points do not part thousands and pence'
    case 'exponent': return 'it is written with an exponent'
    case 'formula-error': return 'it is the error of a formula'
    case 'dash': return 'a dash may mean nil or nothing stated'
    case 'currency': return `the currency is ${currency}`
    case 'percent': return 'it is a percentage'
    case 'negative': return 'it is below nil'
    case 'size': return 'it is too long'
    case 'space': return 'it has a space in it'
    case 'leading-zero': return 'it begins with a nought'
    case 'words': return 'it is no number'
  }
}

export function remedyFor(why: Unreadable, usual: string): string {
  if (why === 'dash') return 'Write 0 for nil, or leave the cell blank to have the figure carried on.'
  if (why === 'decimals') return 'Round it to the penny, as in 1234.50.'
  if (why === 'exponent') return 'Show the cell in full in the spreadsheet, as in 640000, and save again.'
  if (why === 'leading-zero') return `${usual} A comma inside an amount needs quotation marks: "1,234.50".`
  if (why === 'formula-error') return 'Mend the formula in the spreadsheet it came from, and save again.'
  return usual
}
