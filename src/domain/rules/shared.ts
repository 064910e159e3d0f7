/** Rule 3, shared: the running cost of a live system, by its users in the period. */
import { lacking, type Rule } from './rule.ts'

export const shared = {
  name: 'shared',
  charged: 'by the users of the system in the period',
  takes: ['driver'],
  systemCount: 'users',
  driverOf: ({ driver }) => driver ?? lacking('driver'),
} as const satisfies Rule
