/** Rule 1, staff: by each partner's contribution to the staff element, which is also the part of the service it may expect. */
import type { Rule } from './rule.ts'

export const staff = {
  name: 'staff',
  charged: "by each partner's contribution to the baseline of the line's category",
  takes: ['driver'],
  driverOf: ({ category, driver }) => driver ?? { kind: 'baseline', category },
} as const satisfies Rule
