/**
 * Issues a quarter: writes its record once and whole. It is written beside its place and then linked there, which fails
 * where a record is there already, so that of two at the same moment one wins and a crash leaves all or nothing.
 */
import { closeSync, existsSync, fsyncSync, linkSync, openSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Diagnostic, fault } from '../domain/diagnostic.ts'
import type { IssuedRecord } from '../domain/issued.ts'
import { recordFile, sealed } from '../read/seal.ts'
import { recordJson } from '../report/issued-record.ts'
import { besideOf, makeFolder, writeSynced } from './output.ts'

/** @returns why the record was not written, if it was not */
export function issue(folder: string, record: Omit<IssuedRecord, 'digest'>): Diagnostic[] {
  const file = recordFile(record.quarter)
  const place = join(folder, file)
  const beside = besideOf(place)
  try {
    makeFolder(dirname(place))
    writeSynced(beside, sealed(recordJson(record)))
    linkSync(beside, place)
    quietly(() => syncFolder(dirname(place)))
    return []
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && existsSync(place)) return [fault('issued-already', undefined, { quarter: record.quarter, file })]
    return [fault('not-writable', undefined, { file, reason: code ?? String(error) })]
  } finally {
    quietly(() => rmSync(beside, { force: true }))
  }
}

/** Once the record is linked it is issued, and nothing that fails after may say otherwise; what is left beside it is never read. */
function quietly(step: () => void): void {
  try {
    step()
  } catch {
    // How the issue went is known already.
  }
}

/** So that the record's name is on the disk too. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
