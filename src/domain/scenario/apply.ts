/**
 * A model as a scenario has it. The model itself is never touched. Rates, counts, lines and partners come first, amounts
 * after them, each in the order written, so that a rise in pay and a tenth off a pay line come to the same either way round.
 */
import { type Diagnostic, isFault, type Outcome } from '../diagnostic.ts'
import type { Model } from '../model.ts'
import { planOf, type Plan } from '../plan.ts'
import { linkAll, type LinkedLines, preparedWith } from '../prepare.ts'
import type { Scenario } from './change.ts'
import type { Beyond } from './changed.ts'
import { inVain } from './in-vain.ts'
import { withAmounts } from './line-changes.ts'
import { withChange } from './model-changes.ts'

export interface Supposition extends Outcome<Plan> {
  /** What a delay pushed past the plan's end, line by line. */
  readonly beyond: readonly Beyond[]
}

/**
 * The plan of the model under the scenario; every change that touches nothing is told.
 *
 * @param mayBeInVain that is no fault where figures were drawn by chance: of a cost that came out nil there is nothing to scale
 */
export function planUnder(model: Model, { changes }: Pick<Scenario, 'changes'>, mayBeInVain = false): Supposition {
  const diagnostics: Diagnostic[] = []
  const tell = (wrong: Diagnostic): void => {
    if (!mayBeInVain || wrong.code !== 'touches-nothing') diagnostics.push(wrong)
  }
  const beyond: Beyond[] = []
  let changed = model
  for (const change of changes) {
    const now = withChange(changed, change)
    if ('wrong' in now) tell(now.wrong)
    else {
      changed = now.model
      diagnostics.push(...(now.told ?? []))
    }
  }
  const linked = linkAll(changed)
  let lines: LinkedLines = linked.lines
  diagnostics.push(...linked.diagnostics)
  if (!diagnostics.some(isFault)) changes.flatMap(change => inVain(change, lines, changed)).forEach(tell)
  if (diagnostics.some(isFault)) return { diagnostics, beyond }
  for (const change of changes) {
    const now = withAmounts(lines, change, changed)
    if ('wrong' in now) tell(now.wrong)
    else {
      lines = now.lines
      beyond.push(...(now.beyond ?? []))
    }
  }
  if (diagnostics.some(isFault)) return { diagnostics, beyond }
  const planned = planOf(preparedWith({ ...changed, budget: lines.budget.map(({ line }) => line), baseline: lines.baseline.map(({ line }) => line) }, lines))
  return { ...planned, diagnostics: [...diagnostics, ...planned.diagnostics], beyond }
}
