/** What is wrong with a change: a name that the model does not have, or nothing in the model that it is about. */
import { type Diagnostic, fault, type InVain } from '../diagnostic.ts'
import type { Model } from '../model.ts'
import type { At } from '../stated.ts'
import type { Change, ChangeOf } from './change.ts'
import { matches } from './target.ts'

export const touchesNothing = ({ at }: Pick<Change, 'at'>, why: InVain): { readonly wrong: Diagnostic } => ({ wrong: fault('touches-nothing', at, { why }) })

export const unknownPartner = (partner: string, at: At, { partners }: Model): Diagnostic => fault('unknown-partner', at, { partner, known: partners.map(({ id }) => id) })

/** @param driver by its full name, as users:waste */
export function unknownCount(driver: string, at: At, { counts }: Pick<Model, 'counts'>): Diagnostic {
  const known = [...counts.keys()]
  const [, prefix, system] = /^(users|expected):(.*)$/.exec(driver) ?? []
  if (prefix === undefined) return fault('unknown-driver', at, { driver, known: known.filter(name => !name.includes(':')) })
  return fault('unknown-system', at, { system: system!, known: systemsIn(known, `${prefix}:`), file: prefix === 'users' ? 'users.csv' : 'expected-users.csv' })
}

const systemsIn = (counts: readonly string[], prefix: string): string[] => counts.flatMap(name => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))

/** Why no line is meant: the first of the names that is not known, or else that together they mean none. */
export function unknownTarget(change: ChangeOf<'move' | 'delay' | 'amounts'>, model: Model): Diagnostic {
  const { budget, baseline, partners, counts } = model
  const { at, target: { line, category, partner, system, tag } } = change
  const of = change.kind === 'amounts' ? change.of : 'budget'
  const lines = of === 'baseline' ? baseline : budget
  const ids = [...new Set(lines.map(({ id }) => id))]
  const categories = [...new Set(lines.map(of => of.category))]
  const systems = [...new Set(['users:', 'expected:'].flatMap(prefix => systemsIn([...counts.keys()], prefix)))]
  const tags = [...new Set(budget.flatMap(of => of.tags ?? []))]
  if (line !== undefined && !ids.some(id => matches(line, id))) return fault('no-such-line', at, { line, of, known: ids })
  if (category !== undefined && !categories.includes(category)) return fault('unknown-category', at, { category, known: categories, file: `${of}.csv` })
  if (partner !== undefined && !partners.some(({ id }) => id === partner)) return unknownPartner(partner, at, model)
  if (system !== undefined && !systems.includes(system)) return fault('unknown-system', at, { system, known: systems, file: 'users.csv' })
  if (tag !== undefined && !tags.includes(tag)) return fault('unknown-tag', at, { tag, known: tags })
  return touchesNothing(change, 'line').wrong
}
