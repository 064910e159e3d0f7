/**
 * What a file states of an amount or a count: values for years and for quarters, each with the cell it stands in.
 * 400 in 2017/18 and 130 in 2017/18 Q3 is `{ years: {2017 → 400}, quarters: {8070 → 130} }`.
 */
import type { Period, Quarter, Year } from './period.ts'

/** A place in a file of the model: line and column count from 1, length in characters. Line 0 is the file, or the folder, as a whole. */
export interface At {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly length: number
}

/** The place of what is about a file and none of its lines. */
export const wholeFile = (file: string): At => ({ file, line: 0, column: 0, length: 0 })

export const isWholeFile = ({ line }: At): boolean => line === 0

export const placeName = (at: At): string => (isWholeFile(at) ? at.file : `${at.file}:${at.line}:${at.column}`)

export interface Datum<T> {
  readonly value: T
  readonly at: At
}

export interface Stated<T> {
  readonly years: ReadonlyMap<Year, Datum<T>>
  readonly quarters: ReadonlyMap<Quarter, Datum<T>>
}

export function stated<T>(values: Iterable<readonly [Period, Datum<T>]>): Stated<T> {
  const years = new Map<Year, Datum<T>>()
  const quarters = new Map<Quarter, Datum<T>>()
  for (const [period, datum] of values) {
    if (period.kind === 'year') years.set(period.year, datum)
    else quarters.set(period.quarter, datum)
  }
  return { years, quarters }
}
