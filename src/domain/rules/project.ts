/** Rule 2, project: by the expected users of the system that it delivers; an enhancement for one partner, to it alone. */
import { direct, lacking, type Rule } from './rule.ts'

export const project = {
  name: 'project',
  charged: 'by the expected users of the system that the project delivers, or to the one partner that asked for it',
  takes: ['driver', 'partner'],
  systemCount: 'expected',
  driverOf: ({ driver, partner }) => (partner === undefined ? (driver ?? lacking('driver')) : direct(partner)),
} as const satisfies Rule
