/**
 * The text of a driver to a driver: `users:waste`, `baseline:other`, `population`. Under a rule that counts a system's
 * users the system alone will do.
 */
import { fault } from '../domain/diagnostic.ts'
import { type Driver, driverName, type SystemCount, systemDriver } from '../domain/drivers/driver.ts'
import { mayBe, type Names } from './names.ts'
import type { Cell } from './source.ts'
import type { Tell } from './tell.ts'

export const countFiles: Readonly<Record<SystemCount, string>> = { users: 'users.csv', expected: 'expected-users.csv' }

/** None, and told, where nothing of the name is counted. */
export function readDriver(cell: Cell, names: Names, systemCount: SystemCount | undefined, tell: Tell): Driver | undefined {
  const [, prefix, name] = /^(users|expected|baseline):\s*(.+)$/.exec(cell.text) ?? []
  if (cell.text === 'baseline') return { kind: 'baseline' }
  if (prefix === 'baseline') return baselineOf(name!, cell, names, tell)
  if (prefix === 'users' || prefix === 'expected') return countOf(prefix, name!, cell, names, tell)
  return driverNamed(cell, names, systemCount, tell)
}

function baselineOf(category: string, { at }: Cell, { categories }: Names, tell: Tell): Driver | undefined {
  if (mayBe(category, categories)) return { kind: 'baseline', category }
  tell(fault('unknown-category', at, { category, known: categories ?? [] }))
  return undefined
}

function countOf(count: SystemCount, system: string, { at }: Cell, names: Names, tell: Tell): Driver | undefined {
  if (mayBe(system, names[count])) return systemDriver(count, system)
  tell(fault('unknown-system', at, { system, known: names[count] ?? [], file: countFiles[count] }))
  return undefined
}

/** What a name without a prefix may mean, and how the message about it calls that. */
function meaningsOf(name: string, names: Names, systemCount: SystemCount | undefined): { driver: Driver; called: string }[] {
  const system = systemCount && systemDriver(systemCount, name)
  return [
    ...(system && names[systemCount]?.includes(name) ? [{ driver: system, called: driverName(system) }] : []),
    ...(names.counted?.includes(name) ? [{ driver: { kind: 'counted', name } as const, called: 'the driver of drivers.csv' }] : []),
    ...(names.blends?.includes(name) ? [{ driver: { kind: 'blend', name } as const, called: 'the blend of model.yaml' }] : []),
  ]
}

function driverNamed({ text, at }: Cell, names: Names, systemCount: SystemCount | undefined, tell: Tell): Driver | undefined {
  const meanings = meaningsOf(text, names, systemCount)
  const incomplete = !names.counted || !names.blends || (systemCount && !names[systemCount])
  if (meanings.length === 1 || (meanings.length === 0 && incomplete)) return meanings[0]?.driver ?? { kind: 'counted', name: text }
  if (meanings.length > 1) tell(fault('ambiguous-driver', at, { driver: text, meanings: meanings.map(({ called }) => called) }))
  else if (systemCount) tell(fault('unknown-system', at, { system: text, known: names[systemCount] ?? [], file: countFiles[systemCount] }))
  else tell(fault('unknown-driver', at, { driver: text, known: everyDriver(names) }))
  return undefined
}

const everyDriver = ({ categories = [], users = [], expected = [], counted = [], blends = [] }: Names): string[] => [
  'baseline', ...categories.map(category => `baseline:${category}`), ...counted, ...blends,
  ...users.map(system => `users:${system}`), ...expected.map(system => `expected:${system}`),
]
