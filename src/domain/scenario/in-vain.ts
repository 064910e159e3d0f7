/** What can be told of a change only once every change to the model is made: that it comes to nothing, or names nobody. */
import type { Diagnostic } from '../diagnostic.ts'
import type { Driver } from '../drivers/driver.ts'
import type { Linked, Origin } from '../index-linking.ts'
import type { Line, Model, PartnerId } from '../model.ts'
import { quartersOf } from '../period.ts'
import type { LinkedLines } from '../prepare.ts'
import type { At } from '../stated.ts'
import type { Change, ChangeOf } from './change.ts'
import { isWithin, type Span } from './target.ts'
import { touchesNothing, unknownPartner } from './wrong.ts'

export function inVain(change: Change, lines: LinkedLines, model: Model): Diagnostic[] {
  switch (change.kind) {
    case 'rates':
      return [...lines.budget, ...lines.baseline].some(of => isRaised(of, change)) ? [] : [touchesNothing(change, 'rate').wrong]
    case 'line': {
      const { years } = lines.budget.find(({ line }) => line.id === change.line.id)!
      const costs = [...years.values()].some(({ quarters }) => quarters.some(({ amount }) => amount !== 0n))
      return costs ? unknownPayer(change.line.driver, change.at, model) : [touchesNothing(change, 'cost').wrong]
    }
    case 'move':
      return unknownPayer(change.to.driver, change.at, model)
    case 'join':
      return weighsAnything(change.partner.id, model) ? [] : [touchesNothing(change, 'join').wrong]
    default:
      return []
  }
}

/** Whether a partner that joins can bear anything, or has anything to save on. */
const weighsAnything = (partner: PartnerId, { counts, baseline, budget }: Model): boolean =>
  [...counts.values()].some(of => of.has(partner)) || baseline.some(line => line.partner === partner) || budget.some(({ driver }) => driver.kind === 'direct' && driver.partner === partner)

const unknownPayer = (driver: Driver, at: At, model: Model): Diagnostic[] =>
  driver.kind === 'direct' && !model.partners.some(({ id }) => id === driver.partner) ? [unknownPartner(driver.partner, at, model)] : []

/** Whether a rate of the index raises the line in a year that is meant. */
const isRaised = ({ line, years }: Linked<Line>, { index, span }: ChangeOf<'rates'>): boolean =>
  line.index === index && [...years.values()].some(({ origin }) => raises(origin, span))

function raises(origin: Origin, span: Span | undefined): boolean {
  switch (origin.kind) {
    case 'raised':
      return quartersOf(origin.year).some(quarter => isWithin(span, quarter)) || raises(origin.from, span)
    case 'quarters':
      return origin.of.some(quarter => raises(quarter.origin, span))
    default:
      return false
  }
}
