/** The driver that goes by a name, as `driverName` gives it: `baseline:other`, `users:waste`, `CCC alone`. */
import type { Model } from '../model.ts'
import { type Driver, driverName } from './driver.ts'

/** A name that the model does not know is a count of which it has none. */
export function driverNamed(name: string, { partners, counts, blends }: Pick<Model, 'partners' | 'counts' | 'blends'>): Driver {
  const [, category] = /^baseline(?::(.*))?$/s.exec(name) ?? [undefined, undefined]
  if (category !== undefined) return { kind: 'baseline', category }
  if (name === 'baseline') return { kind: 'baseline' }
  if (counts.has(name)) return { kind: 'counted', name }
  if (blends.has(name)) return { kind: 'blend', name }
  return partners.map(({ id }): Driver => ({ kind: 'direct', partner: id })).find(direct => driverName(direct) === name) ?? { kind: 'counted', name }
}
