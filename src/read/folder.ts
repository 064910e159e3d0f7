/** A model folder: the texts of its files. A file that cannot be read, or is no text, is told and left out. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fault, warning } from '../domain/diagnostic.ts'
import { decode } from './decode.ts'
import type { Source } from './source.ts'
import type { Tell } from './tell.ts'

/** The files that a model is read from. */
export const inputFiles: readonly string[] = ['model.yaml', 'baseline.csv', 'budget.csv', 'users.csv', 'expected-users.csv', 'drivers.csv']

/** Every file that some command reads in the folder itself. */
const files = [...inputFiles, 'actuals.csv', 'targets.csv', 'capital.csv']

/** Folders of a model that some command reads or keeps. */
const folders = ['actuals', 'expected', 'scenarios', 'issued']

/** Whether a file, by its true path, belongs to a model, so that no output may take its place; in small letters or large. */
export function isPartOfModel(file: string): boolean {
  const [name, folder] = [basename(file).toLowerCase(), dirname(file)]
  return (isModel(folder) && [...files, ...folders].includes(name)) || (isModel(dirname(folder)) && folders.includes(basename(folder).toLowerCase()))
}

const isModel = (folder: string): boolean => existsSync(join(folder, 'model.yaml'))

/** The names of what is in the folder; none, and told, where it is no model folder. */
export function listModel(folder: string, called: string, tell: Tell): string[] | undefined {
  const present = listFolder(folder)
  if (present === undefined || !present.includes('model.yaml')) {
    tell(fault('no-model', undefined, { folder: called }))
    return undefined
  }
  for (const file of present) {
    if (/\.csv$/i.test(file) && !files.includes(file)) tell(warning('unknown-file', undefined, { file, known: files }))
  }
  return present
}

/** In code-point order, so that the file system's own order never shows. */
export function listFolder(folder: string): string[] | undefined {
  try {
    return readdirSync(folder).sort()
  } catch {
    return undefined
  }
}

export function readSource(folder: string, file: string, tell: Tell): Source | undefined {
  const bytes = readBytes(folder, file, tell)
  const text = bytes && decode(bytes)
  if (bytes && text === undefined) tell(fault('not-text', undefined, { file }))
  return text === undefined ? undefined : { file, text }
}

export function readBytes(folder: string, file: string, tell: Tell): Buffer | undefined {
  try {
    return readFileSync(join(folder, file))
  } catch (error) {
    tell(fault('unreadable-file', undefined, { file, reason: (error as NodeJS.ErrnoException).code ?? 'unknown' }))
    return undefined
  }
}
