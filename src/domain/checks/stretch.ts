/** Quarters or years that follow on each other, together: Q1, Q2 and Q4 are the stretches Q1 to Q2 and Q4. */
import { quarter as quarterOf, type Quarter } from '../period.ts'
import type { Model } from '../model.ts'

export function stretches<T>(things: readonly T[], at: (thing: T) => number, alike: (a: T, b: T) => boolean = () => true): T[][] {
  const found: T[][] = []
  for (const thing of things) {
    const last = found.at(-1)?.at(-1)
    if (last !== undefined && at(last) + 1 === at(thing) && alike(last, thing)) found.at(-1)!.push(thing)
    else found.push([thing])
  }
  return found
}

/** Every quarter of the plan. */
export function quartersIn({ years }: Model): Quarter[] {
  const first = quarterOf(years[0]!, 0)
  return Array.from({ length: years.length * 4 }, (_, place) => (first + place) as Quarter)
}
