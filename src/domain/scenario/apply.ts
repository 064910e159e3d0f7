/**
 * A model as a scenario has it. The model itself is never touched. Rates, counts, lines and partners come first, amounts
 * after them, each in the order written, so that a rise in pay and a tenth off a pay line come to the same either way round.
 */
import { type Diagnostic, isFault, type Outcome } from '../diagnostic.ts'
import type { Model } from '../model.ts'
import { planOf, type Plan } from '../plan.ts'
import { linkAll, type LinkedLines, preparedWith } from '../prepare.ts'
import type { Scenario } from './change.ts'
import { withAmounts } from './line-changes.ts'
import { withChange } from './model-changes.ts'

/** The plan of the model under the scenario; every change that touches nothing is told. */
export function planUnder(model: Model, { changes }: Pick<Scenario, 'changes'>): Outcome<Plan> {
  const diagnostics: Diagnostic[] = []
  let changed = model
  for (const change of changes) {
    const now = withChange(changed, change)
    if ('wrong' in now) diagnostics.push(now.wrong)
    else changed = now.model
  }
  const linked = linkAll(changed)
  diagnostics.push(...linked.diagnostics)
  let lines: LinkedLines = linked.lines
  if (diagnostics.some(isFault)) return { diagnostics }
  for (const change of changes) {
    const now = withAmounts(lines, change, changed)
    if ('wrong' in now) diagnostics.push(now.wrong)
    else lines = now.lines
  }
  if (diagnostics.some(isFault)) return { diagnostics }
  const planned = planOf(preparedWith({ ...changed, budget: lines.budget.map(({ line }) => line), baseline: lines.baseline.map(({ line }) => line) }, lines))
  return { ...planned, diagnostics: [...diagnostics, ...planned.diagnostics] }
}
