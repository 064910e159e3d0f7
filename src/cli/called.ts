/**
 * Messages about one folder of several: a place goes by its path from where the command was given, as in
 * `old/budget.csv:7:9`, and what has no place in a file by its folder.
 */
import { join } from 'node:path'
import type { Diagnostic } from '../domain/diagnostic.ts'
import type { At } from '../domain/stated.ts'
import type { Quotable } from '../read/source.ts'

export const calledIn = (folder: string, at: At): At => ({ ...at, file: join(folder, at.file) })

export const quotedIn = (folder: string, sources: readonly Quotable[]): Quotable[] => sources.map(source => ({ ...source, file: join(folder, source.file) }))

export const toldIn = (folder: string, diagnostics: readonly Diagnostic[]): Diagnostic[] => diagnostics.map(diagnostic => toldOnce(folder, diagnostic))

/** That there is no model in the folder names it already, and the folder that one is in needs no name. */
function toldOnce(folder: string, diagnostic: Diagnostic): Diagnostic {
  const { at, args, code } = diagnostic
  if (code === 'no-model') return diagnostic
  const called = at ? calledIn(folder, at) : { file: folder, line: 0, column: 0, length: 0 }
  return { ...diagnostic, ...(called.file !== '.' && { at: called }), args: 'first' in args && typeof args.first === 'object' ? { ...args, first: calledIn(folder, args.first) } : args } as Diagnostic
}
