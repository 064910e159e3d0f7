/**
 * The names that a model's files define, for whoever refers to them. Those of a file that could not be read are left
 * out, and then any name will do: one fault is told once, not again wherever it shows.
 */
import { fault } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import type { Year } from '../domain/period.ts'
import type { Cell } from './source.ts'
import type { Tell } from './tell.ts'

export interface Names {
  readonly currency: string
  readonly years?: readonly Year[]
  readonly partners?: readonly string[]
  readonly indices?: readonly string[]
  /** Categories of the baseline. */
  readonly categories?: readonly string[]
  readonly users?: readonly string[]
  readonly expected?: readonly string[]
  /** Drivers of drivers.csv. */
  readonly counted?: readonly string[]
  readonly blends?: readonly string[]
}

/** The names of a model that was read. */
export function namesOf({ currency, years, partners, indexation, blends, baseline, counts }: Model): Names {
  const counted = [...counts.keys()]
  const systems = (prefix: string): string[] => counted.filter(name => name.startsWith(prefix)).map(name => name.slice(prefix.length))
  return {
    currency, years, partners: partners.map(({ id }) => id), indices: [...indexation.keys()], blends: [...blends.keys()],
    categories: [...new Set(baseline.map(({ category }) => category))],
    users: systems('users:'), expected: systems('expected:'), counted: counted.filter(name => !name.includes(':')),
  }
}

export const mayBe = (name: string, known: readonly string[] | undefined): boolean => known === undefined || known.includes(name)

/** The partner that a cell names; none, and told, where there is no such partner. */
export function partnerIn(cell: Cell, { partners }: Names, tell: Tell): string | undefined {
  if (mayBe(cell.text, partners)) return cell.text
  tell(fault('unknown-partner', cell.at, { partner: cell.text, known: partners ?? [] }))
  return undefined
}
