/**
 * Messages about the files of one folder of several: each file goes by its path from where the command was given, as in
 * `old/budget.csv:7:9`.
 */
import { join } from 'node:path'
import type { Diagnostic } from '../domain/diagnostic.ts'
import type { At } from '../domain/stated.ts'
import type { Quotable } from '../read/source.ts'

export const calledIn = (folder: string, at: At): At => ({ ...at, file: join(folder, at.file) })

export const quotedIn = (folder: string, sources: readonly Quotable[]): Quotable[] => sources.map(source => ({ ...source, file: join(folder, source.file) }))

export const toldIn = (folder: string, diagnostics: readonly Diagnostic[]): Diagnostic[] => diagnostics.map(diagnostic => toldOnce(folder, diagnostic))

/** What has no place speaks of files by name; `first` is the place of another row. */
function toldOnce(folder: string, { at, args, ...rest }: Diagnostic): Diagnostic {
  const named = at ? {} : Object.fromEntries(Object.entries(args).flatMap(([key, value]) => (fileKeys.includes(key) && 'file' in args ? [[key, filesIn(folder, value)]] : [])))
  const first = 'first' in args && typeof args.first === 'object' ? { first: calledIn(folder, args.first) } : {}
  return { ...rest, ...(at && { at: calledIn(folder, at) }), args: { ...args, ...named, ...first } } as Diagnostic
}

const fileKeys: readonly string[] = ['file', 'folder', 'previous', 'present', 'known']

const filesIn = (folder: string, value: string | readonly string[] | undefined): string | string[] | undefined =>
  (typeof value === 'object' ? value.map(file => join(folder, file)) : value && join(folder, value))
