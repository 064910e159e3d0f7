/** What is passed over: files that no command reads, and figures of years after the plan. */
import type { Check } from './check.ts'

export const ignored = {
  name: 'ignored',
  asks: 'Does every file and every figure count?',
  severity: 'warning',
  claims: ({ by }) => by === 'reading',
  needs: 'model',
  examine: ({ model: { budget, baseline, counts } }) => {
    const stated = [...[...budget, ...baseline].map(({ amounts }) => amounts), ...[...counts.values()].flatMap(of => [...of.values()])]
    return { compared: stated.reduce((count, { years, quarters }) => count + years.size + quarters.size, 0), notices: [] }
  },
} as const satisfies Check
