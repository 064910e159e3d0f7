/** Costs that nobody can be charged for: they are told, never dropped and never split equally. */
import { type Diagnostic, fault } from './diagnostic.ts'
import type { CostLine, Model } from './model.ts'
import { sum } from './money.ts'
import type { Weighed } from './run.ts'

/** Quarters of a line with a cost but no weights to bear it by, each stretch of them told once. */
export function unbearable(line: CostLine, quarters: readonly Weighed[], { partners }: Model): Diagnostic[] {
  const flawed = quarters.filter(({ amount, weights }) => amount !== 0n && weights.flaw)
  return consecutive(flawed).map(stretch => {
    const flaw = stretch[0]!.weights.flaw!
    const where = { line: line.id, first: stretch[0]!.quarter, last: stretch.at(-1)!.quarter, amount: sum(stretch.map(({ amount }) => amount)) }
    if (line.driver.kind === 'direct') return fault('partner-absent', line.at, { ...where, partner: line.driver.partner })
    return flaw.kind === 'negative'
      ? fault('negative-weight', line.at, { ...where, driver: flaw.driver, partner: partners[flaw.place]!.id })
      : fault('no-weights', line.at, { ...where, driver: flaw.driver })
  })
}

function consecutive(quarters: readonly Weighed[]): Weighed[][] {
  const stretches: Weighed[][] = []
  for (const next of quarters) {
    const stretch = stretches.at(-1)
    if (stretch && stretch.at(-1)!.quarter + 1 === next.quarter) stretch.push(next)
    else stretches.push([next])
  }
  return stretches
}
