/**
 * A diagnostic is a value: what is amiss, where, and what is needed to word it. The words stand in one place, beside
 * the command line, and nowhere else.
 */
import type { Driver } from './drivers/driver.ts'
import type { MethodName } from './methods/registry.ts'
import type { PartnerId } from './model.ts'
import type { Money } from './money.ts'
import type { Quarter, Year } from './period.ts'
import type { Statement } from './rules/rule.ts'
import { type At, wholeFile } from './stated.ts'

export type Severity = 'error' | 'warning'

/** Why a cell is no amount, count, rate or period. */
export type Unreadable =
  | 'decimals' | 'decimal-comma' | 'grouping' | 'exponent' | 'formula-error' | 'dash' | 'currency' | 'percent' | 'negative' | 'size' | 'space' | 'leading-zero' | 'words'

/** What a change finds none of that it is about. */
export type InVain = 'line' | 'quarter' | 'cost' | 'count' | 'rate' | 'join'

/** Everything that can be amiss, and what is said of it. */
interface Findings {
  // The folder and its files
  'no-model': { folder: string }
  'missing-file': { file: string; present: readonly string[] }
  'unknown-file': { file: string; known: readonly string[] }
  'unreadable-file': { file: string; reason: string }
  'not-text': { file: string }
  'empty-file': { file: string }
  'no-rows': { file: string }
  'broken-quotes': { file: string }
  'broken-yaml': { reason: string }
  // model.yaml
  'unknown-key': { key: string; known: readonly string[] }
  'missing-key': { key: string; within: string }
  'wrong-shape': { key: string; wanted: string }
  'bad-years': { text: string }
  'bad-currency': { text: string }
  'unknown-month': { month: string; known: readonly string[] }
  'portions-not-whole': { blend: string; percent: string }
  'circular-blend': { blend: string; through: readonly string[] }
  'leaves-before-joining': { partner: PartnerId; joins: Quarter; leaves: Quarter }
  'reserved-name': { name: string }
  // Tables
  'missing-column': { column: string; present: readonly string[] }
  'unknown-column': { column: string; known: readonly string[]; periods: boolean }
  'duplicate-column': { column: string; first: number }
  'unnamed-column': { text: string }
  'no-periods': { value: string }
  'mixed-layout': { column: string }
  'extra-cell': { text: string; columns: number }
  'missing-value': { column: string }
  'duplicate-row': { key: readonly string[]; first: At }
  'duplicate-period': { key: readonly string[]; period: string; first: At }
  'conflicting-cell': { column: string; text: string; before: string; first: At }
  'after-the-plan': { period: string; last: Year }
  // Cells
  'bad-amount': { text: string; why: Unreadable; currency: string }
  'bad-count': { text: string; why: Unreadable }
  'bad-percent': { text: string }
  'bad-period': { text: string; wanted?: 'year' | 'quarter' }
  'bad-profile': { text: string }
  'bad-tolerance': { text: string; percent: boolean }
  // Names that are not known
  'unknown-partner': { partner: string; known: readonly string[] }
  'unknown-rule': { rule: string; known: readonly string[] }
  'unknown-method': { method: string; known: readonly string[] }
  'unknown-index': { index: string; known: readonly string[] }
  'unknown-system': { system: string; known: readonly string[]; file: string }
  'unknown-driver': { driver: string; known: readonly string[] }
  'unknown-count': { count: string; known: readonly string[] }
  'unknown-category': { category: string; known: readonly string[]; file?: string }
  'ambiguous-driver': { driver: string; meanings: readonly string[] }
  'unknown-quarter': { quarter: string; known: readonly string[] }
  'unknown-year': { year: string; known: readonly string[] }
  'unknown-measure': { measure: string; known: readonly string[] }
  'unknown-check': { check: string; known: readonly string[] }
  'unknown-published-row': { row: string; known: readonly string[] }
  'same-figure': { row: string; before: string; first: At }
  'nothing-to-compare': { file: string }
  'unknown-published-table': { file: string; known: readonly string[] }
  // Lines and rules
  'line-lacks': { line: string; rule: string; statement: Statement }
  'line-refuses': { line: string; rule: string; statement: Statement }
  // The sums
  'no-rate': { line: string; index: string; year: Year }
  'year-overridden': { line: string; year: Year; stated: Money; total: Money }
  'no-weights': { line: string; driver: Driver; first: Quarter; last: Quarter; amount: Money; method?: MethodName }
  'negative-weight': { line: string; driver: Driver; partner: PartnerId; first: Quarter; last: Quarter; amount: Money; method?: MethodName }
  'partner-absent': { line: string; partner: PartnerId; first: Quarter; last: Quarter; amount: Money }
  // Actuals and issued quarters
  'no-actual': { line: string; quarters: readonly Quarter[] }
  'unknown-line': { line: string; known: readonly string[] }
  'bad-date': { text: string }
  'outside-the-plan': { text: string; first: Year; last: Year }
  'two-dates': { column: string }
  'more-rows': { file: string; count: number }
  'actuals-twice': { file: string; folder: string }
  'not-closed': { quarters: readonly Quarter[]; closedTo: Quarter }
  'actuals-gone': { quarters: readonly Quarter[] }
  'issued-in-another-currency': { issued: string; now: string }
  'not-issued': { quarter: Quarter; missing: readonly Quarter[] }
  'issued-partner-gone': { partner: PartnerId; known: readonly string[] }
  'issued-before-the-plan': { quarter: Quarter; first: Year }
  'issued-already': { quarter: Quarter; file: string }
  'issue-out-of-order': { quarter: Quarter; next: Quarter }
  'broken-record': { file: string; reason: string }
  'edited-record': { file: string }
  'broken-chain': { file: string; previous?: string }
  // Two sides of a difference
  'different-currencies': { before: string; after: string }
  // The appraisal
  'before-the-plan': { period: string; first: Year }
  'unknown-kind': { kind: string; known: readonly string[] }
  'no-first-rate': { first?: string }
  'bad-from-year': { text: string; after?: number }
  'bad-rate': { text: string }
  'cash-at-a-real-rate': { line: string; index: string; others: number }
  // Scenarios
  'no-scenarios': { folder: string }
  'bad-range': { key: string }
  'unknown-scenario': { scenario: string; known: readonly string[] }
  'circular-scenario': { scenario: string; through: readonly string[] }
  'scenario-name-taken': { scenario: string; by: string; other?: string }
  'no-such-line': { line: string; of: 'budget' | 'baseline'; known: readonly string[] }
  'bad-change': { key: string; wanted: string }
  'scenario-fails': { scenario: string }
  'touches-nothing': { why: InVain }
  'unknown-tag': { tag: string; known: readonly string[] }
  'count-below-nil': { driver: string; partner: PartnerId; quarter: Quarter }
  'already-partner': { partner: PartnerId }
  'host-leaves': { partner: PartnerId }
  'leaves-when-out': { partner: PartnerId; last: Quarter }
  'nothing-to-start-from': { year: Year; category?: string }
  // Ranges
  'no-ranges': { scenarios: readonly string[] }
  'unknown-range': { range: string; known: readonly string[] }
  'bad-correlation': { between: readonly [string, string]; why: 'itself' | 'size' | 'twice' | 'impossible' }
  'run-fails': { run: number; of: number }
  // The command line
  'bad-option': { option: string; text: string; wanted: string; known?: readonly string[] }
  'would-overwrite': { file: string }
  'part-of-the-model': { file: string }
  'not-writable': { file: string; reason: string }
}

export type Code = keyof Findings

export type ArgsOf<C extends Code> = Findings[C]

export type Diagnostic = {
  [C in Code]: { readonly code: C; readonly severity: Severity; readonly args: Findings[C]; readonly at?: At }
}[Code]

/** A value, if there is one, and all that was amiss on the way to it. */
export interface Outcome<T> {
  readonly value?: T
  readonly diagnostics: readonly Diagnostic[]
}

export const fault = <C extends Code>(code: C, at: At | undefined, args: Findings[C]): Diagnostic =>
  ({ code, severity: 'error', args, ...(at && { at }) }) as Diagnostic

export const warning = <C extends Code>(code: C, at: At | undefined, args: Findings[C]): Diagnostic =>
  ({ code, severity: 'warning', args, ...(at && { at }) }) as Diagnostic

/** Its cell, or else the file that it is about; one that is missing is no place. */
export function placeOf({ code, args, at }: Diagnostic): At | undefined {
  if (at !== undefined || code === 'missing-file' || !('file' in args) || args.file === undefined) return at
  return wholeFile(args.file)
}

export const isFault = ({ severity }: Diagnostic): boolean => severity === 'error'
