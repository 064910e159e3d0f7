/**
 * Writes what a command has to say: to the screen, or to a file that is whole or not there. A file is written beside its
 * place and then renamed, so that neither a crash nor a full disk leaves half of it.
 */
import { randomUUID } from 'node:crypto'
import { accessSync, closeSync, constants, existsSync, fsyncSync, mkdirSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type Diagnostic, fault } from '../domain/diagnostic.ts'
import { isPartOfModel } from '../read/folder.ts'
import type { Io } from './io.ts'

/** Why a file cannot be written where it is asked for, known before anything is done. */
export function refuseOutput(file: string | undefined, io: Io): Diagnostic[] {
  if (file === undefined) return []
  const target = throughLinks(resolve(io.cwd, file))
  if (isPartOfModel(target)) return [fault('part-of-the-model', undefined, { file })]
  try {
    if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) throw Object.assign(new Error(file), { code: 'EISDIR' })
    accessSync(dirname(target), constants.W_OK)
    return []
  } catch (error) {
    return [fault('not-writable', undefined, { file, reason: (error as NodeJS.ErrnoException).code ?? String(error) })]
  }
}

/** @returns why the file was not written, if it was not */
export function deliver(text: string, file: string | undefined, io: Io): Diagnostic[] {
  if (file === undefined) {
    io.stdout.write(text)
    return []
  }
  const target = throughLinks(resolve(io.cwd, file))
  try {
    if (isSpecial(target)) writeFileSync(target, text)
    else writeWhole(target, text)
    return []
  } catch (error) {
    return [fault('not-writable', undefined, { file, reason: (error as NodeJS.ErrnoException).code ?? String(error) })]
  }
}

function writeWhole(target: string, text: string): void {
  const beside = besideOf(target)
  try {
    writeSynced(beside, text, modeOf(target))
    renameSync(beside, target)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

/** A name beside a file's own that nobody else takes. */
export const besideOf = (file: string): string => join(dirname(file), `.${basename(file)}.${randomUUID()}.part`)

/** A new file, on the disk before this returns. */
export function writeSynced(file: string, text: string, mode = 0o666): void {
  const handle = openSync(file, 'wx', mode)
  try {
    writeAll(handle, Buffer.from(text))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function writeAll(handle: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written)
}

const modeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mode ?? 0o666

/** A pipe or a device cannot be replaced by renaming. */
function isSpecial(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false })
  return found !== undefined && !found.isFile() && !found.isDirectory()
}

/** The true path of a file, or of one that is yet to be. */
export function throughLinks(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return dirname(file) === file ? file : join(throughLinks(dirname(file)), basename(file))
  }
}

/** With every folder above it. Node's own way of making them all never ends where the system knows no such folder, as in /proc. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
