/** Parts of a figure to a derivation of it: grouped level by level, each group the sum of what is in it. */
import { groupBy } from '../group.ts'
import type { Derivation, Heading, Term } from './derivation.ts'
import { added, sumOf } from './derivation.ts'

/** A leaf of a derivation with its headings, from the outermost to the innermost. */
export interface Part {
  readonly headings: readonly Heading[]
  readonly derivation: Derivation
}

/** @param signed how the group under a heading joins what it is a part of: added, or taken from it */
export function addUp(of: Heading, parts: readonly Part[], signed: (heading: Heading) => (derivation: Derivation) => Term = () => added): Derivation {
  const [only] = parts
  if (parts.length === 1 && only!.headings.length === 0) return { ...only!.derivation, of }
  const groups = [...groupBy(parts, ({ headings: [outermost] }) => JSON.stringify(outermost)).values()]
  return sumOf(of, groups.flatMap((group): Term[] => {
    const [heading] = group[0]!.headings
    if (heading === undefined) return group.map(({ derivation }) => added(derivation))
    const within = group.map(({ headings: [, ...inner], derivation }) => ({ headings: inner, derivation }))
    return [signed(heading)(addUp(heading, within, signed))]
  }))
}
