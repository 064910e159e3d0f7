/** Changes of what is stated by period, years first: £400 in 2017/18 that is £500 now, and a quarter that was filled in. */
import type { Period } from '../period.ts'
import type { Datum, Stated } from '../stated.ts'
import { type Change, changeOf, pairs, type Said, type Subject, type Value } from './change.ts'

export function statedChanges<T>(before: Stated<T> | undefined, after: Stated<T> | undefined, subject: (period: Period) => Subject, valueOf: (value: T) => Value): Change[] {
  const said = (datum: Datum<T> | undefined): Said | undefined => datum && { value: valueOf(datum.value), at: datum.at }
  const changesIn = <P extends number>(was: ReadonlyMap<P, Datum<T>> = new Map(), is: ReadonlyMap<P, Datum<T>> = new Map(), periodOf: (period: P) => Period): Change[] =>
    pairs(was, is, (a, b) => a - b).flatMap(([period, old, now]) => changeOf(subject(periodOf(period)), said(old), said(now)))
  return [
    ...changesIn(before?.years, after?.years, year => ({ kind: 'year', year })),
    ...changesIn(before?.quarters, after?.quarters, quarter => ({ kind: 'quarter', quarter })),
  ]
}
