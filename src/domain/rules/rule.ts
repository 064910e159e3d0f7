/**
 * A rule says which driver a line takes by default and what the line must state; the apportioning itself is one
 * function for all of them. A new rule is one file like its neighbours, and one row in the registry.
 */
import type { Driver, SystemCount } from '../drivers/driver.ts'
import type { Category, PartnerId } from '../ids.ts'

export type Statement = 'driver' | 'partner'

/** What a line says of how it is apportioned. */
export interface LineTerms {
  readonly category: Category
  readonly driver?: Driver
  readonly partner?: PartnerId
}

export interface Rule {
  readonly name: string
  /** Completes "A line of this rule is charged …". */
  readonly charged: string
  /** What a line may state; anything else is refused, so that nothing is said in vain. */
  readonly takes: readonly Statement[]
  /** The count meant where the driver column names a system alone. */
  readonly systemCount?: SystemCount
  /** The line's driver, or what the line must still state. */
  readonly driverOf: (terms: LineTerms) => Driver | { readonly kind: 'lacking'; readonly statement: Statement }
}

export const lacking = (statement: Statement) => ({ kind: 'lacking', statement }) as const

export const direct = (partner: PartnerId): Driver => ({ kind: 'direct', partner })
