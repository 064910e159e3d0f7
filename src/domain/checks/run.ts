/**
 * Runs the checks that are chosen on what was read. One error is enough to fail a check: a jump of 60% only warns, and
 * under `strict` it is an error like any other.
 */
import { isFault, placeOf, type Severity } from '../diagnostic.ts'
import type { Check, Examined } from './check.ts'
import type { Context } from './context.ts'
import { type Notice, notice } from './notice.ts'
import { type CheckName, checks } from './registry.ts'

/** What had nothing to compare found nothing, and passes. */
export type Result = 'ok' | 'nothing' | 'warning' | 'failed' | 'not run' | 'skipped'

export interface CheckResult {
  readonly check: CheckName
  readonly severity: Severity
  readonly result: Result
  /** How many things were held against something; none where it was left out or could not be run. */
  readonly compared?: number
  readonly findings: readonly Finding[]
}

export interface Finding {
  readonly severity: Severity
  readonly notice: Notice
}

/** @param strict whether warnings are errors */
export function runChecks(context: Context, chosen: (name: CheckName) => boolean, strict: boolean): CheckResult[] {
  return checks.map(check => {
    const { name, severity } = check
    if (!chosen(name)) return { check: name, severity, result: 'skipped', findings: [] }
    const claimed = claimedBy(check, context)
    const examined = examine(check, context)
    const findings = [...claimed, ...(examined?.notices ?? [])].map((of): Finding => ({ severity: strict ? 'error' : (of.severity ?? severity), notice: of }))
    return { check: name, severity, result: resultOf(findings, examined), ...(examined && { compared: examined.compared }), findings }
  })
}

/** A check that could not be run leaves the question open, which is no better than a fault. */
export const passed = (results: readonly Pick<CheckResult, 'result'>[]): boolean => results.every(({ result }) => result !== 'failed' && result !== 'not run')

/** The checks under which the faults stand that leave the model without a plan. */
export const blocking = ({ told }: Context): CheckName[] =>
  checks.filter(({ claims }) => told.some(of => of.by === 'plan' && isFault(of.diagnostic) && claims?.(of))).map(({ name }) => name)

function claimedBy({ claims }: Check, { told }: Context): Notice[] {
  return told.filter(of => claims?.(of)).map(({ diagnostic }) => notice('diagnosed', placeOf(diagnostic), { diagnostic }))
}

function examine(check: Check, context: Context): Examined | undefined {
  if (check.needs === 'model') return check.examine(context)
  return context.planned && check.examine(context.planned)
}

function resultOf(findings: readonly Finding[], examined: Examined | undefined): Result {
  if (findings.some(({ severity }) => severity === 'error')) return 'failed'
  if (examined === undefined) return 'not run'
  if (findings.length > 0) return 'warning'
  return examined.compared === 0 ? 'nothing' : 'ok'
}
