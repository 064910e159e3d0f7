/** One cost per user: every line by one count of users, whatever it pays for. */
import type { Method } from './method.ts'

export const perUser = {
  name: 'per-user',
  borne: 'by one count of users',
  driverOf: users => users && (() => users),
} as const satisfies Method
