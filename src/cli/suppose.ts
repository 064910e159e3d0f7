/** Plans of a model under scenarios, and what is amiss with them, each thing told once however many scenarios share it. */
import { type Diagnostic, fault, isFault } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import { plan } from '../domain/plan.ts'
import { planUnder } from '../domain/scenario/apply.ts'
import type { Scenario } from '../domain/scenario/change.ts'
import type { Quotable } from '../read/source.ts'
import type { Supposed } from '../report/supposed.ts'

/** @param files the scenarios' own */
export function suppose(model: Model, scenarios: readonly Scenario[], files: readonly Quotable[]): { supposed: Supposed[]; diagnostics: Diagnostic[] } {
  const told = new Map<string, Diagnostic>()
  const tell = (diagnostic: Diagnostic): void => void told.set(keyOf(diagnostic), diagnostic)
  const isOwn = ownOf(files)
  const supposed = scenarios.flatMap(({ id, name, changes }): Supposed[] => {
    const { value, diagnostics, beyond } = planUnder(model, { changes })
    const faults = diagnostics.filter(isFault)
    // A fault of the model's own lines does not say which scenario brings it about.
    if (faults.some(diagnostic => !isOwn(diagnostic))) tell(fault('scenario-fails', undefined, { scenario: id }))
    for (const diagnostic of [...faults, ...diagnostics.filter(each => !isFault(each) && isOwn(each))]) tell(diagnostic)
    return value ? [{ id, name, changes, plan: value, beyond }] : []
  })
  return { supposed, diagnostics: [...told.values()] }
}

/** What is amiss with a plan under scenarios taken together; where the model by itself has a plan, that it is they who bring it about. */
export function blamed(diagnostics: readonly Diagnostic[], model: Model, scenarios: readonly Scenario[], files: readonly Quotable[]): readonly Diagnostic[] {
  const ofLines = diagnostics.some(diagnostic => isFault(diagnostic) && !ownOf(files)(diagnostic))
  const isTheirs = ofLines && scenarios.length > 0 && plan(model).value !== undefined
  return isTheirs ? [...scenarios.map(({ id }) => fault('scenario-fails', undefined, { scenario: id })), ...diagnostics] : diagnostics
}

const ownOf = (files: readonly Quotable[]) => ({ at }: Diagnostic): boolean => at !== undefined && files.some(({ file }) => file === at.file)

const keyOf = ({ code, at, args }: Diagnostic): string => `${code} ${at ? `${at.file}:${at.line}:${at.column}` : 'scenario' in args ? args.scenario : ''}`
