/** What must be known to read a comparison: which row is which, and what its figures leave out. */
import { currencySymbol } from '../domain/currency.ts'
import { inReadablePounds } from '../domain/money.ts'
import { yearName } from '../domain/period.ts'
import type { Plan } from '../domain/plan.ts'
import { hasRange } from '../domain/scenario/varying-changes.ts'
import type { Supposed } from './supposed.ts'

export function whatifNotes({ model: { currency, years } }: Plan, scenarios: readonly Supposed[]): string[] {
  const changes = scenarios.flatMap(of => of.changes)
  const last = yearName(years.at(-1)!)
  return [
    'The first row of each is the model as it is; a difference is the scenario less that.',
    ...(changes.some(({ kind }) => kind === 'join' || kind === 'leave') ? ["A partner's baseline counts in the quarters that it takes part in, so savings change with who is in."] : []),
    ...(changes.some(hasRange) ? ['A figure with a range is taken at its likeliest value, or at the middle of it.'] : []),
    ...scenarios.flatMap(({ id, beyond }) => beyond.map(({ line, amount }) =>
      `Under ${id}, ${amount < 0n ? '-' : ''}${currencySymbol(currency)}${inReadablePounds(amount).replace('-', '')} of ${line} falls after ${last} and is in no figure.`)),
  ]
}
