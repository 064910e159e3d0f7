/** Rule 5, pooled: by contribution to a category's baseline or to the whole, as in the original business case. */
import type { Rule } from './rule.ts'

export const pooled = {
  name: 'pooled',
  charged: "by each partner's contribution to the baseline",
  takes: ['driver'],
  driverOf: ({ driver }) => driver ?? { kind: 'baseline' },
} as const satisfies Rule
