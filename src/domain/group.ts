/**
 * Things by what they have in common, in the order in which they come: 1, 2, 3 by parity is odd: 1, 3; even: 2.
 * Neighbours alone: 1, 3, 2, 5 by parity is 1, 3; 2; 5.
 */
export function groupBy<T, K>(things: Iterable<T>, key: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const thing of things) {
    const group = groups.get(key(thing))
    if (group) group.push(thing)
    else groups.set(key(thing), [thing])
  }
  return groups
}

/** Things in stretches, each like the first of its own. */
export function neighbours<T>(things: Iterable<T>, like: (first: T, next: T) => boolean): T[][] {
  const stretches: T[][] = []
  for (const next of things) {
    const stretch = stretches.at(-1)
    if (stretch && like(stretch[0]!, next)) stretch.push(next)
    else stretches.push([next])
  }
  return stretches
}
