/**
 * A derivation: a figure, what it adds up, and so on down to the shares of costs that partners bear. A saving of £20 is a
 * baseline of £100 less a cost of £80, and the £80 are two fifths of the £200 in a cell. It only holds what the figure was
 * made of when it was reckoned; nothing is reckoned again.
 */
import type { Spend } from '../actuals.ts'
import type { Basis } from '../chargeable.ts'
import type { YearAmount } from '../index-linking.ts'
import type { BaselineLine, Category, PartnerId, Profile } from '../model.ts'
import { less, type Money, nil, plus } from '../money.ts'
import type { Quarter, Year } from '../period.ts'
import type { RuleName } from '../rules/registry.ts'
import type { Run, RunQuarter } from '../run.ts'

export type Measure = 'saving' | 'cumulative-saving' | 'baseline' | 'cost' | 'charge' | 'instalment' | 'overspend' | 'adjustment'

/** What a part of a derivation is about. */
export type Heading =
  | { readonly kind: 'measure'; readonly measure: Measure }
  | { readonly kind: 'year'; readonly year: Year }
  | { readonly kind: 'quarters'; readonly first: Quarter; readonly last: Quarter }
  | { readonly kind: 'partner'; readonly partner: PartnerId }
  | { readonly kind: 'rule'; readonly rule: RuleName }
  | { readonly kind: 'category'; readonly category: Category }
  | { readonly kind: 'line'; readonly line: string }
  /** The share of budget, or of cost, in a quarter. */
  | { readonly kind: 'share'; readonly of: 'budget' | 'cost' }
  | { readonly kind: 'issued'; readonly quarter: Quarter }

export type Derivation = Sum | Share | Own | Issued

export interface Sum {
  readonly kind: 'sum'
  readonly of: Heading
  readonly amount: Money
  readonly terms: readonly Term[]
}

/** What is added to a sum, or taken from it. */
export interface Term {
  readonly taken: boolean
  readonly derivation: Derivation
}

/** A line as a share of it speaks of it. */
export interface SharedLine {
  readonly id: string
  readonly category: Category
  readonly rule: RuleName
  readonly driver: string
}

/** What one partner bears of a line in some quarters of a run, one after the other. */
export interface Share {
  readonly kind: 'share'
  readonly of: Heading
  readonly amount: Money
  readonly line: SharedLine
  readonly basis: 'budget' | 'cost'
  readonly partners: readonly PartnerId[]
  /** The partner's place among the partners. */
  readonly place: number
  /** Partners that take no part in any quarter that is meant. */
  readonly absent: readonly PartnerId[]
  readonly weights: Run['weights']
  /** From the run's first to the last that is meant. */
  readonly quarters: readonly SharedQuarter[]
  /** Place of the first quarter that is meant: those before it are in the run, and were borne before. */
  readonly from: number
  /** Where the budget comes from that an actual of the same amount was held against. */
  readonly budgeted?: AmountSource
}

export interface SharedQuarter extends RunQuarter {
  readonly source: AmountSource
}

/** Where the partnership's cost of a quarter comes from. */
export type AmountSource =
  | { readonly kind: 'budget'; readonly year: YearAmount; readonly place: number; readonly profile: Profile }
  | { readonly kind: 'actual'; readonly spends: readonly Spend[] }
  /** As it was known when a quarter was issued. */
  | { readonly kind: 'record'; readonly issued: Quarter; readonly basis: Basis }
  | { readonly kind: 'none' }

/** A partner's own baseline amount, in the quarters that count. */
export interface Own {
  readonly kind: 'own'
  readonly of: Heading
  readonly amount: Money
  readonly line: BaselineLine
  readonly year: Year
  readonly from: YearAmount
  /** Places of the quarters in the year. */
  readonly counted: readonly number[]
}

/** What was charged of a line to a partner in a quarter that was issued. */
export interface Issued {
  readonly kind: 'issued'
  readonly of: Heading
  readonly amount: Money
  readonly line: string
  readonly partner: PartnerId
  readonly quarter: Quarter
}

/** The figure that the terms come to. */
export const comesTo = (terms: readonly Term[]): Money =>
  terms.reduce((sum, { taken, derivation: { amount } }) => (taken ? less(sum, amount) : plus(sum, amount)), nil)

export const sumOf = (of: Heading, terms: readonly Term[]): Sum => ({ kind: 'sum', of, amount: comesTo(terms), terms })

export const added = (derivation: Derivation): Term => ({ taken: false, derivation })
export const taken = (derivation: Derivation): Term => ({ taken: true, derivation })

/** What a partner bears from one quarter of a run to another. */
export function shareIn(run: Run, from: number, to: number, terms: Pick<Share, 'of' | 'line' | 'basis' | 'partners' | 'place' | 'absent'>, sourceOf: (quarter: Quarter) => AmountSource): Share {
  const { before } = run.quarters[from]!
  const { toDate } = run.quarters[to]!
  return {
    kind: 'share', ...terms, amount: less(toDate.parts[terms.place]!, before.parts[terms.place]!), weights: run.weights, from,
    quarters: run.quarters.slice(0, to + 1).map(quarter => ({ ...quarter, source: sourceOf(quarter.quarter) })),
  }
}
