/** What is due to date of a quarter by a model and its actuals, to hold beside the quarter as it was issued. */
import { resolve } from 'node:path'
import { charge } from '../domain/charge.ts'
import { type Diagnostic, fault, isFault } from '../domain/diagnostic.ts'
import type { ToDate } from '../domain/difference.ts'
import type { Model } from '../domain/model.ts'
import { type Quarter, quarterName, quartersOf } from '../domain/period.ts'
import { listRecords, readIssued } from '../read/issued.ts'
import type { Quotable } from '../read/source.ts'
import { loadActuals } from './actuals.ts'
import { quotedIn, toldIn } from './called.ts'
import type { Io } from './io.ts'

export interface DueToDate {
  readonly value?: ToDate
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: readonly Quotable[]
  readonly files: readonly string[]
}

export function dueToDate(folder: string, model: Model, quarter: Quarter, io: Io): DueToDate {
  const diagnostics: Diagnostic[] = []
  const tell = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
  const path = resolve(io.cwd, folder)
  const known = model.years.flatMap(year => quartersOf(year))
  if (!known.includes(quarter)) tell(fault('unknown-quarter', undefined, { quarter: quarterName(quarter), known: known.map(quarterName) }))
  const issued = readIssued(path, tell).filter(record => record.quarter < quarter)
  const actuals = loadActuals(path, model, tell, io)
  const read = { sources: quotedIn(folder, actuals.sources), files: [...listRecords(path), ...actuals.files] }
  if (diagnostics.some(isFault)) return { diagnostics: toldIn(folder, diagnostics), ...read }
  const charged = charge(model, actuals, undefined, quarter, issued)
  // What is due to date is the same whether the quarters before were issued or not.
  diagnostics.push(...charged.diagnostics.filter(({ code }) => code !== 'not-issued'))
  return { ...(charged.value && { value: { partnership: model, lines: charged.value.lines, model } }), diagnostics: toldIn(folder, diagnostics), ...read }
}
