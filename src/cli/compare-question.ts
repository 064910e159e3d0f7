/** What `farthing compare` is asked, out of its options: the methods, what gains are measured from, and the count of users. */
import type { Compared } from '../domain/comparison.ts'
import { type Diagnostic, fault, isFault, type Outcome } from '../domain/diagnostic.ts'
import { type Driver, driverName, systemDriver } from '../domain/drivers/driver.ts'
import { type MethodName, methodNamed, methodNames, type NamedMethod } from '../domain/methods/registry.ts'
import type { Model } from '../domain/model.ts'
import { mostUsed } from '../domain/users.ts'
import type { CompareTerms } from '../report/compare-report.ts'
import type { SharedOptions } from './options.ts'

export interface CompareOptions extends Omit<SharedOptions, 'partner'> {
  readonly by?: 'year'
  readonly method?: readonly string[]
  readonly from: string
  readonly users?: string
}

/** None, and told, where an option names what is not there, or a method by name that cannot be had. */
export function readCompared({ method: asked, from: reference, users: named }: CompareOptions, model: Model): Outcome<Compared & CompareTerms> {
  const diagnostics: Diagnostic[] = []
  const tell = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
  const users = named === undefined ? mostUsed(model) : countNamed(named, model, tell)
  const isHad = ({ driverOf }: NamedMethod): boolean => driverOf(users) !== undefined || named !== undefined
  const methodCalled = (name: string, option: string): MethodName | undefined => {
    const method = methodNamed(name)
    if (method === undefined) tell(fault('unknown-method', undefined, { method: name, known: methodNames }))
    else if (!isHad(method)) tell(fault('bad-option', undefined, { option, text: name, wanted: 'another method, or count users in users.csv from the first quarter of the plan' }))
    return method?.name
  }
  const from = methodCalled(reference, '--from')
  const chosen = asked?.map(name => methodCalled(name, '--method'))
  if (from === undefined || diagnostics.some(isFault)) return { diagnostics }

  const all = chosen ?? methodNames
  const leftOut = methodNames.filter(name => all.includes(name) && !isHad(methodNamed(name)!))
  const methods = methodNames.filter(name => all.includes(name) && !leftOut.includes(name))
  return { value: { methods, from, leftOut, usersNamed: named !== undefined, ...(users && { users }) }, diagnostics }
}

/** A count as the budget writes it: `users:accounts`, `accounts`, `population`. */
function countNamed(text: string, { counts }: Model, tell: (diagnostic: Diagnostic) => void): Driver | undefined {
  const meanings = [{ kind: 'counted', name: text.replace(/:\s+/, ':') } as const, systemDriver('users', text)].filter(driver => counts.has(driverName(driver)))
  if (meanings.length > 1) tell(fault('ambiguous-driver', undefined, { driver: text, meanings: ['the driver of drivers.csv', driverName(meanings[1]!)] }))
  if (meanings.length === 0) tell(fault('unknown-count', undefined, { count: text, known: [...counts.keys()].flatMap(name => [name, name.replace(/^users:/, '')]) }))
  return meanings[0]
}
