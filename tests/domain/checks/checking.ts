/** What the tests of the checks share: a model by hand looked at by one check, and what it finds as `code file:line`. */
import { noActuals } from '../../../src/domain/actuals.ts'
import { type Context, contextOf, type Read } from '../../../src/domain/checks/context.ts'
import type { Notice } from '../../../src/domain/checks/notice.ts'
import type { CheckName } from '../../../src/domain/checks/registry.ts'
import { type CheckResult, runChecks } from '../../../src/domain/checks/run.ts'
import type { Model } from '../../../src/domain/model.ts'
import { percent } from '../../models.ts'

export const readOf = (model: Model, terms: Partial<Read> = {}): Read =>
  ({ model, actuals: noActuals, records: [], recordFiles: 0, told: [], published: [], targets: [], scenarios: { count: 0, amiss: [], changes: [] }, capital: { count: 0, amiss: [] }, jump: percent(50), amber: percent(10), ...terms })

export const contextFor = (model: Model, terms: Partial<Read> = {}): Context => contextOf(readOf(model, terms))

export const resultOf = (name: CheckName, context: Context, strict = false): CheckResult =>
  runChecks(context, each => each === name, strict).find(({ check }) => check === name)!

export function noticed(name: CheckName, model: Model, terms: Partial<Read> = {}): Notice[] {
  return resultOf(name, contextFor(model, terms)).findings.map(({ notice }) => notice)
}

/** `year-gap test.csv:7`, or the code of what was told; a file as a whole is left out. */
export const named = ({ code, args, at }: Notice): string =>
  `${code === 'diagnosed' ? args.diagnostic.code : code}${at && at.line > 0 ? ` ${at.file}:${at.line}` : ''}`
