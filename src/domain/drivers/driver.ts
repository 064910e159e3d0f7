/**
 * A driver: what a line is apportioned by. It is named on screen as it is written in the budget: `users:waste`,
 * `expected:waste`, `population`, `baseline:other`, the name of a blend; a line that one partner bears has that partner.
 * No budget writes `equal parts`: they are a method's.
 */
import type { Category, PartnerId } from '../ids.ts'

export type Driver =
  | { readonly kind: 'counted'; readonly name: string }
  | { readonly kind: 'baseline'; readonly category?: Category }
  | { readonly kind: 'blend'; readonly name: string }
  | { readonly kind: 'direct'; readonly partner: PartnerId }
  | { readonly kind: 'equal' }

/** The two counts that belong to a system: of its users, and of the users expected of one that is still a project. */
export type SystemCount = 'users' | 'expected'

export const systemDriver = (count: SystemCount, system: string): Driver => ({ kind: 'counted', name: `${count}:${system}` })

export function driverName(driver: Driver): string {
  switch (driver.kind) {
    case 'counted':
    case 'blend':
      return driver.name
    case 'baseline':
      return driver.category === undefined ? 'baseline' : `baseline:${driver.category}`
    case 'direct':
      return `${driver.partner} alone`
    case 'equal':
      return 'equal parts'
  }
}
