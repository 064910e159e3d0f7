/** Where scenarios are: in the model's `scenarios/`, by name, or in any file. */
import { statSync } from 'node:fs'
import { basename, isAbsolute, join, relative, resolve } from 'node:path'
import { fault, warning } from '../../domain/diagnostic.ts'
import { listFolder } from '../folder.ts'
import type { Cell } from '../source.ts'
import type { Tell } from '../tell.ts'

/** A scenario's file. */
export interface Place {
  /** What the command line calls it by. */
  readonly id: string
  /** Its true path, by which it is known whatever it was called. */
  readonly path: string
  /** How messages call it: as it was typed, or from the model folder. */
  readonly folder: string
  readonly file: string
  /** Its path from the model folder. */
  readonly within: string
}

const isScenario = (file: string): boolean => /\.ya?ml$/i.test(file) && !file.startsWith('.')

const nameOf = (file: string): string => basename(file).replace(/\.ya?ml$/i, '')

export const listScenarios = (folder: string): string[] => (listFolder(join(folder, 'scenarios')) ?? []).filter(isScenario)

export interface Finder {
  readonly all: () => readonly Place[]
  /** @param at where a scenario names another that it builds on; the command line may name a file too */
  readonly named: (name: string, at?: Cell['at']) => Place | undefined
}

/** None, and told, where there is no such scenario. */
export function finderIn(folder: string, cwd: string, tell: Tell): Finder {
  const files = listScenarios(folder)
  const ours = (file: string): Place => ({ id: nameOf(file), path: resolve(folder, 'scenarios', file), folder, file: `scenarios/${file}`, within: `scenarios/${file}` })
  return {
    all: () => {
      for (const file of (listFolder(join(folder, 'scenarios')) ?? []).filter(isStray)) tell(warning('unknown-file', undefined, { file: `scenarios/${file}`, known: ['scenarios/*.yaml'] }))
      return files.map(ours)
    },
    named: (name, at) => {
      const path = resolve(cwd, name)
      // A file that is there is meant before one of its name in scenarios/.
      if (at === undefined && isScenario(basename(name)) && statSync(path, { throwIfNoEntry: false })?.isFile()) {
        return { id: nameOf(name), path, folder: isAbsolute(name) ? '' : cwd, file: name, within: relative(folder, path) }
      }
      const file = files.find(each => nameOf(each) === name || each === name)
      if (file !== undefined) return ours(file)
      tell(fault('unknown-scenario', at, { scenario: name, known: /\.\w+$/.test(name) ? files : files.map(nameOf) }))
      return undefined
    },
  }
}

/** Neither a scenario, nor a note about them, nor hidden. */
const isStray = (file: string): boolean => !isScenario(file) && !file.startsWith('.') && !/\.md$/i.test(file)
