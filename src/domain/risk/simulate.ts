/**
 * A Monte Carlo simulation: the model planned under the changes of scenarios so many times over, each range at a value by
 * chance. Of 1,000 runs of which 130 save less than nothing, the chance of a cost increase is 13%.
 */
import { type Diagnostic, fault, isFault, type Outcome } from '../diagnostic.ts'
import type { Model } from '../model.ts'
import { planUnder } from '../scenario/apply.ts'
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

export function simulate(model: Model, { changes, correlations }: Pick<Scenario, 'changes' | 'correlations'>, asked: Asked, { runs, seed, show }: Simulating): Outcome<Simulation> {
  const central = planUnder(model, { changes })
  const drawn = drawer(changes, correlations ?? [], randomFrom(seed))
  const diagnostics: Diagnostic[] = [...central.diagnostics, ...drawn.diagnostics]
  if (central.value === undefined || drawn.value === undefined || diagnostics.some(isFault)) return { diagnostics }
  const { ranges, next } = drawn.value
  const { layout, evaluate } = evaluator(model, changes, central.value)
  const counted = counting(asked, layout)
  for (let run = 1; run <= runs; run++) {
    const { value, diagnostics: amiss } = evaluate(next())
    if (value === undefined) return { diagnostics: [...diagnostics, fault('run-fails', undefined, { run, of: runs }), ...amiss.filter(isFault)] }
    counted.add(value)
    if (run % 64 === 0) show?.(run / runs)
  }
  return { value: { runs, seed, ranges, ...counted.results() }, diagnostics }
}
