/** A date or a quarter's name to its quarter: `2017-09-30`, `30/09/2017` and `2017/18 Q2` are the same. */
import { fault } from '../domain/diagnostic.ts'
import { type Quarter, quarterOfMonth } from '../domain/period.ts'
import { type Read, readPeriod } from './scalar.ts'
import type { Cell } from './source.ts'

/** ISO, with a time or without, or day, month and year with strokes. */
export function readDate({ text, at }: Cell, yearStarts: number): Read<Quarter> {
  const parts = (/^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(text)
    ?? /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})$/.exec(text))?.groups
  const [year, month, day] = [parts?.['y'], parts?.['m'], parts?.['d']].map(part => parseInt(part ?? '0', 10)) as [number, number, number]
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return { wrong: fault('bad-date', at, { text }) }
  return { value: quarterOfMonth(year, month, yearStarts) }
}

export function readQuarter(cell: Cell): Read<Quarter> {
  const period = readPeriod(cell)
  if ('wrong' in period) return period
  return period.value.kind === 'quarter' ? { value: period.value.quarter } : { wrong: fault('bad-period', cell.at, { text: cell.text, wanted: 'quarter' }) }
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
