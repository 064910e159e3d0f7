/** The checks, what each compared and found, the targets, and what it all comes to. */
import { type CheckResult, passed } from '../domain/checks/run.ts'
import type { Comparison } from '../domain/published.ts'
import type { Reached } from '../domain/targets.ts'
import type { Remark } from './remark.ts'
import { type Column, type Report, type Table, text } from './table.ts'
import { targetsTable } from './targets-table.ts'
import { units } from './unit.ts'

/** What a check found, in words. */
export interface Worded extends Omit<CheckResult, 'findings'> {
  readonly remarks: readonly Remark[]
}

export interface Checked {
  readonly model: string
  readonly results: readonly Worded[]
  /** The checks that say why there is no plan, where there is none. */
  readonly blocking: readonly Worded['check'][]
  readonly reached: readonly Reached[]
  readonly comparisons: readonly Comparison[]
  /** Published figures of years that the plan has not. */
  readonly beyond: readonly { readonly file: string; readonly count: number }[]
}

export const allPassed = ({ results }: Checked): boolean => passed(results)

export function checkReport(checked: Checked): Report {
  const { model, reached } = checked
  const remarks = remarksOf(checked)
  return {
    title: `${model}: check`,
    parts: [
      checksTable(checked),
      ...(reached.length > 0 ? [targetsTable(reached)] : []),
      ...(remarks.length > 0 ? [{ kind: 'remarks' as const, remarks }] : []),
    ],
    conclusion: conclusion(checked),
  }
}

/** The same without what does not fail. */
export const failuresOf = (checked: Checked): Checked =>
  ({ ...checked, results: checked.results.map(of => ({ ...of, remarks: of.remarks.filter(({ severity }) => severity === 'error') })) })

export const remarksOf = ({ results }: Checked): Remark[] => results.flatMap(({ remarks }) => remarks)

/** Why a check was not run, if one was not. */
export const notRun = ({ results, blocking }: Checked): string[] =>
  results.some(({ result }) => result === 'not run') ? [`What is not run needs a plan, and ${blocking.join(' and ')} ${blocking.length === 1 ? 'says' : 'say'} why there is none.`] : []

const columns: readonly Column[] = [{ title: '', kind: 'label' }, { title: 'compared', kind: 'figure' }, { title: 'result', kind: 'label' }]

function checksTable(checked: Checked): Table {
  const { results, beyond } = checked
  return {
    kind: 'table', title: 'Checks', unit: units.pence, columns,
    rows: results.map(({ check, compared, result }) => ({
      kind: 'item', cells: [text(check), compared === undefined ? { kind: 'none' } : { kind: 'count', count: compared }, text(result)],
    })),
    notes: [
      ...notRun(checked),
      ...(hasRun('published', results) ? beyond.map(({ file, count }) => `${file}: ${count === 1 ? '1 figure of a year outside the plan was' : `${count} figures of years outside the plan were`} not compared.`) : []),
    ],
  }
}

function hasRun(name: Worded['check'], results: readonly Worded[]): boolean {
  const of = results.find(({ check }) => check === name)
  return of !== undefined && of.result !== 'not run' && of.result !== 'skipped'
}

function conclusion({ results, comparisons }: Checked): string[] {
  const named = (wanted: Worded['result']): string[] => results.filter(({ result }) => result === wanted).map(({ check }) => check)
  const unrun = named('not run').length
  const verdicts = [
    ...says('Failed', named('failed')),
    ...(unrun > 0 ? [`Not run: ${unrun} ${unrun === 1 ? 'check' : 'checks'}.`] : []),
    ...says('To look at', named('warning')),
  ]
  return [
    ...(verdicts.length > 0 ? verdicts : ['Nothing is amiss.']),
    ...(results.find(({ check }) => check === 'sums')?.result === 'ok' ? ['Every total is the sum of its parts.'] : []),
    ...(hasRun('published', results) ? agreement(comparisons) : []),
  ]
}

const says = (begins: string, of: readonly string[]): string[] => (of.length > 0 ? [`${begins}: ${of.join(', ')}.`] : [])

function agreement(comparisons: readonly Comparison[]): string[] {
  if (comparisons.length === 0) return ['There is no table in expected/ to compare with.']
  const totals = comparisons.filter(({ repeats }) => repeats)
  return [
    `${agreeing(comparisons.filter(({ repeats }) => !repeats))} figures agree with the published tables.`,
    ...(totals.length > 0 ? [`${agreeing(totals)} totals that repeat them agree.`] : []),
  ]
}

const agreeing = (of: readonly Comparison[]): string => `${of.filter(({ agrees }) => agrees).length} of ${of.length}`
