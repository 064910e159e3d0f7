/** Rule 4, legacy: direct to the partner named, on actuals, overspend included. */
import { direct, lacking, type Rule } from './rule.ts'

export const legacy = {
  name: 'legacy',
  charged: 'direct to the partner named',
  takes: ['partner'],
  driverOf: ({ partner }) => (partner === undefined ? lacking('partner') : direct(partner)),
} as const satisfies Rule
