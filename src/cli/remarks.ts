/** Puts diagnostics into words, each with the line of the file that it is in. */
import { type Diagnostic, placeOf } from '../domain/diagnostic.ts'
import type { At } from '../domain/stated.ts'
import type { Quotable } from '../read/source.ts'
import type { Remark } from '../report/remark.ts'
import { messageOf } from './messages/messages.ts'

/** By file, line and column; what has no place comes first. */
export const remarksOn = (diagnostics: readonly Diagnostic[], sources: readonly Quotable[]): Remark[] =>
  diagnostics.map(diagnostic => remarkOn(diagnostic, diagnostic.at, sources)).sort(byPlace)

/** The same for another program, which is told of a file beside what is said of it. */
export const remarksOnFiles = (diagnostics: readonly Diagnostic[], sources: readonly Quotable[]): Remark[] =>
  diagnostics.map(diagnostic => remarkOn(diagnostic, placeOf(diagnostic), sources)).sort(byPlace)

const remarkOn = (diagnostic: Diagnostic, at: At | undefined, sources: readonly Quotable[]): Remark =>
  ({ name: diagnostic.code, severity: diagnostic.severity, ...messageOf(diagnostic), ...placeIn(at, sources) })

/** A place with its line, from the first of the sources that has it. */
export function placeIn(at: At | undefined, sources: readonly Quotable[]): Pick<Remark, 'at' | 'line'> {
  if (at === undefined) return {}
  const line = sources.filter(({ file }) => file === at.file).map(({ lineAt }) => lineAt(at.line)).find(text => text !== undefined)
  return { at, ...(line !== undefined && { line }) }
}

export function byPlace({ at: a }: Remark, { at: b }: Remark): number {
  if (a === undefined || b === undefined) return (a === undefined ? 0 : 1) - (b === undefined ? 0 : 1)
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column
}
