/**
 * A Monte Carlo simulation: the model planned under the changes of scenarios so many times over, each range at a value by
 * chance. Of 1,000 runs of which 130 save less than nothing, the chance of a cost increase is 13%.
 */
import { fault, isFault, type Outcome } from '../diagnostic.ts'
import type { Model } from '../model.ts'
import type { Plan } from '../plan.ts'
import type { Scenario } from '../scenario/change.ts'
import { type Asked, type Counted, counting } from './counting.ts'
import { drawer } from './draw.ts'
import { evaluator } from './evaluate.ts'
import { randomFrom } from './random.ts'

export interface Simulation extends Counted {
  readonly runs: number
  readonly seed: bigint
  /** How many there are. */
  readonly ranges: number
}

export interface Simulating {
  readonly runs: number
  /** A whole number below 2^64. */
  readonly seed: bigint
  /** Is told the part of the runs that is done, now and then. */
  readonly show?: (part: number) => void
}

/** @param central the plan under the changes at their centre */
export function simulate(model: Model, { changes, correlations }: Pick<Scenario, 'changes' | 'correlations'>, central: Plan, asked: Asked, { runs, seed, show }: Simulating): Outcome<Simulation> {
  const { value: drawn, diagnostics } = drawer(changes, correlations ?? [], randomFrom(seed))
  if (drawn === undefined) return { diagnostics }
  const { ranges, next } = drawn
  const { layout, evaluate } = evaluator(model, changes, central)
  const counted = counting(asked, layout)
  for (let run = 1; run <= runs; run++) {
    const { value, diagnostics: amiss } = evaluate(next())
    if (value === undefined) return { diagnostics: [fault('run-fails', undefined, { run, of: runs }), ...amiss.filter(isFault)] }
    counted.add(value)
    if (run % 64 === 0) show?.(run / runs)
  }
  return { value: { runs, seed, ranges, ...counted.results() }, diagnostics }
}
