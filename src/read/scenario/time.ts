/** A length of time in quarters: "2 quarters" is 2, "1 year" is 4. */
import { fault } from '../../domain/diagnostic.ts'
import type { Read } from '../scalar.ts'
import type { Cell } from '../source.ts'

/** @param key that it stands under */
export const readTime = (key: string) => ({ text, at }: Cell): Read<number> => {
  const [, count, unit] = /^([1-9]\d?)\s+(year|quarter)s?$/.exec(text) ?? []
  if (count === undefined) return { wrong: fault('bad-change', at, { key, wanted: 'a time in quarters or years, as in "2 quarters" or "1 year"' }) }
  return { value: parseInt(count, 10) * (unit === 'year' ? 4 : 1) }
}
