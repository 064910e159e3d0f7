/** The known name that was probably meant: `micro365` is microsoft-365, `ccc` is CCC; for `zebra` none. */
import { distance } from 'fastest-levenshtein'

export function closest(name: string, known: readonly string[]): string | undefined {
  const wanted = plain(name)
  const ranked = known
    .map(candidate => ({ candidate, far: distance(wanted, plain(candidate)), longer: Math.max(wanted.length, plain(candidate).length) }))
    .filter(({ far, longer }) => far <= longer * 0.4)
    .sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
  return ranked[0]?.candidate
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]+/g, '-')
