/** A derivation as an outline that can be followed by eye: every figure above what it is made of. */
import type { Basis } from '../domain/chargeable.ts'
import type { Derivation, Heading, Share, Term } from '../domain/explain/derivation.ts'
import { pence } from '../domain/money.ts'
import { quarterName, yearName } from '../domain/period.ts'
import { ownRemarks, sourceRemarks } from './explain-amounts.ts'
import { shareRemarks } from './explain-shares.ts'
import type { Item, Outline } from './outline.ts'

export const explainOutline = (title: string, derivation: Derivation): Outline =>
  ({ kind: 'outline', title, items: [itemOf({ taken: false, derivation }, new Set())] })

/** @param told what has been explained further up, and is not explained again */
function itemOf({ taken, derivation }: Term, told: Set<Derivation>): Item {
  const { of, amount } = derivation
  const label = of.kind === 'share' && derivation.kind === 'share' ? `share of ${basisOf(derivation)}${derivation.budgeted ? ', which is what was budgeted' : ''}` : headingText(of)
  const remarks = told.has(derivation) ? ['As above.'] : remarksOf(derivation)
  told.add(derivation)
  return {
    label: taken ? `less ${label}` : label,
    amount: taken ? pence(-amount) : amount,
    remarks,
    items: derivation.kind === 'sum' ? derivation.terms.map(term => itemOf(term, told)) : [],
  }
}

function remarksOf(derivation: Derivation): string[] {
  switch (derivation.kind) {
    case 'sum':
      return derivation.terms.length === 0 ? ['There is nothing to add up.'] : []
    case 'share':
      return [...shareRemarks(derivation), ...sourceRemarks(derivation)]
    case 'own':
      return ownRemarks(derivation)
    case 'issued':
      return []
  }
}

/** A quarter that is not closed costs its budget. */
function basisOf({ quarters }: Share): Basis {
  const { source } = quarters.at(-1)!
  return source.kind === 'actual' || (source.kind === 'record' && source.basis === 'actual') ? 'actual' : 'budget'
}

function headingText(of: Heading): string {
  switch (of.kind) {
    case 'measure':
      return of.measure === 'cumulative-saving' ? 'cumulative saving' : of.measure
    case 'year':
      return yearName(of.year)
    case 'quarters':
      return of.first === of.last ? quarterName(of.first) : `${quarterName(of.first)} to ${quarterName(of.last).slice(-2)}`
    case 'partner':
      return of.partner
    case 'rule':
      return `rule ${of.rule}`
    case 'category':
      return of.category
    case 'line':
      return of.line
    case 'share':
      return of.of === 'budget' ? 'share of budget' : 'share of actual'
    case 'issued':
      return `issued in ${quarterName(of.quarter)}`
  }
}
