/**
 * The files of a model folder that a plan is not made of, actuals, targets, published tables and the rest, by the digest of
 * what is in them, whatever their line ends.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { listFolder } from '../read/folder.ts'
import { listActuals } from '../read/actuals.ts'
import { listRecords } from '../read/issued.ts'
import { listScenarios } from '../read/scenario/scenarios.ts'
import type { Io } from './io.ts'

/** Enough of a digest to tell two files apart by eye. */
const shown = 12

export function digestsBesides(folder: string, io: Io): ReadonlyMap<string, string> {
  const path = resolve(io.cwd, folder)
  const published = (listFolder(join(path, 'expected')) ?? []).filter(file => file.endsWith('.csv')).map(file => `expected/${file}`)
  const files = [...listActuals(path, () => {}), ...['targets.csv', 'capital.csv'].filter(file => existsSync(join(path, file))), ...published, ...listScenarios(path).map(file => `scenarios/${file}`), ...listRecords(path)]
  return new Map(files.map(file => [file, createHash('sha256').update(readFileSync(join(path, file)).filter(byte => byte !== carriageReturn)).digest('hex').slice(0, shown)]))
}

const carriageReturn = 0x0d
