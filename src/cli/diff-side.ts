/** One side of `farthing diff`: the model of a folder, or the record of an issued quarter. */
import { basename, dirname, join, resolve } from 'node:path'
import type { Diagnostic } from '../domain/diagnostic.ts'
import type { IssuedRecord, Partnership } from '../domain/issued.ts'
import type { Model } from '../domain/model.ts'
import { quarterName } from '../domain/period.ts'
import { placeName } from '../domain/stated.ts'
import { readRecordAlone } from '../read/issued.ts'
import { readModel } from '../read/model.ts'
import type { Quotable } from '../read/source.ts'
import type { ComparedSide } from '../report/compared.ts'
import { calledIn, quotedIn, toldIn } from './called.ts'
import type { Io } from './io.ts'

export interface DiffSide extends ComparedSide {
  /** As it was asked for. */
  readonly folder: string
  /** None where it could not be read. */
  readonly found?: Found
  /** By their paths from where the command was given. */
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: readonly Quotable[]
  /** The files that were read, by their names in the folder. */
  readonly files: readonly string[]
}

export type Found =
  | { readonly kind: 'model'; readonly model: Model; readonly partnership: Partnership }
  | { readonly kind: 'record'; readonly record: IssuedRecord; readonly partnership: Partnership }

export const loadSide = (path: string, io: Io): DiffSide => (/\.json$/i.test(path) ? recordSide(path, io) : modelSide(path, io))

function modelSide(folder: string, io: Io): DiffSide {
  const { value, diagnostics, sources } = readModel(resolve(io.cwd, folder), folder)
  return {
    name: folder, folder, ...(value && { found: { kind: 'model', model: value, partnership: value } }),
    diagnostics: toldIn(folder, diagnostics), sources: quotedIn(folder, sources), files: sources.map(({ file }) => file),
    placeOf: at => (at ? placeName(calledIn(folder, at)) : join(folder, 'model.yaml')),
  }
}

function recordSide(path: string, io: Io): DiffSide {
  const [folder, file] = [dirname(path), basename(path)]
  const diagnostics: Diagnostic[] = []
  const record = readRecordAlone(resolve(io.cwd, folder), file, diagnostic => void diagnostics.push(diagnostic))
  return {
    name: record ? `issued ${quarterName(record.quarter)}` : path, folder, ...(record && { found: { kind: 'record', record, partnership: record.partnership } }),
    diagnostics: toldIn(folder, diagnostics), sources: [], files: record ? [file] : [], placeOf: () => undefined,
  }
}
