/**
 * A change of an input is a value: what it is of, what was stated before and what is stated now, each with its place.
 * A cell that was filled in has nothing before, one that was emptied nothing after.
 */
import type { IndexId, PartnerId } from '../ids.ts'
import type { Profile } from '../model.ts'
import type { Money } from '../money.ts'
import type { Period, Quarter, Year } from '../period.ts'
import type { Ratio } from '../ratio.ts'
import type { At } from '../stated.ts'

export interface Change {
  readonly of: Subject
  readonly before?: Said
  readonly after?: Said
}

/** What is stated in one of the two places; one without a cell of its own stands in model.yaml, or in a record. */
export interface Said {
  readonly value: Value
  readonly at?: At
}

export type Subject =
  | { readonly kind: 'name' | 'host' | 'years' | 'year-starts' }
  | { readonly kind: 'partner' | 'joins' | 'leaves'; readonly partner: PartnerId }
  /** Of every year, where none is named. */
  | { readonly kind: 'rate'; readonly index: IndexId; readonly year?: Year }
  | { readonly kind: 'portion'; readonly blend: string; readonly driver: string }
  | { readonly kind: 'line'; readonly of: LineName }
  | { readonly kind: 'field'; readonly of: LineName; readonly field: Field }
  | { readonly kind: 'amount'; readonly of: LineName; readonly period: Period }
  | { readonly kind: 'count'; readonly driver: string; readonly partner: PartnerId; readonly period: Period }
  /** What a line was known to cost in a quarter. */
  | { readonly kind: 'cost'; readonly line: string; readonly quarter: Quarter }
  /** Of what a plan is not made of. */
  | { readonly kind: 'file'; readonly file: string }

export type Field = 'category' | 'description' | 'rule' | 'driver' | 'index' | 'profile'

/** A line of the budget; or, with its partner, of the baseline. */
export interface LineName {
  readonly line: string
  readonly baselineOf?: PartnerId
}

export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'years'; readonly first: Year; readonly last: Year }
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'quarter'; readonly quarter: Quarter }
  | { readonly kind: 'percent'; readonly rate: Ratio }
  | { readonly kind: 'profile'; readonly profile: Profile }
  | { readonly kind: 'money'; readonly amount: Money }
  | { readonly kind: 'count'; readonly count: Ratio; readonly driver: string }

/** One, or none where both say the same or neither says anything. */
export function changeOf(of: Subject, before: Said | undefined, after: Said | undefined): Change[] {
  if (before && after && keyOf(before.value) === keyOf(after.value)) return []
  return before || after ? [{ of, ...(before && { before }), ...(after && { after }) }] : []
}

const keyOf = (value: Value): string => JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}` : part))

/** What is kept under each name on either side, in the order given. */
export function pairs<K, V>(before: ReadonlyMap<K, V>, after: ReadonlyMap<K, V>, inOrder: (a: K, b: K) => number): [K, V | undefined, V | undefined][] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort(inOrder)
  return keys.map(key => [key, before.get(key), after.get(key)])
}

export const text = (of: string | undefined, at?: At): Said | undefined => (of === undefined ? undefined : { value: { kind: 'text', text: of }, ...(at && { at }) })
