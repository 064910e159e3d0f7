/** What is passed over: files that no command reads, figures of years after the plan, and what no line needs. */
import type { Check } from './check.ts'
import { couldBeUnused, unusedIn } from './unused.ts'

export const ignored = {
  name: 'ignored',
  asks: 'Does every file and every figure count?',
  severity: 'warning',
  claims: ({ by }) => by === 'reading',
  needs: 'model',
  examine: ({ model, scenarios: { changes } }) => {
    const { budget, baseline, counts } = model
    const stated = [...[...budget, ...baseline].map(({ amounts }) => amounts), ...[...counts.values()].flatMap(of => [...of.values()])]
    return { compared: stated.reduce((count, { years, quarters }) => count + years.size + quarters.size, couldBeUnused(model)), notices: unusedIn(model, changes) }
  },
} as const satisfies Check
