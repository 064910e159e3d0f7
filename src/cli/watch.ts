/**
 * Runs a command again at every save of a file that it reads, until the user has had enough. Editors save in steps, so a
 * run waits until the files have been still for a moment; one that is half saved is told like any other fault.
 */
import { existsSync, type FSWatcher, watch } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { inputFiles } from '../read/folder.ts'
import type { Io } from './io.ts'

/** @param named files that are read besides the model's own, or names in its `scenarios/`; @returns the exit code of the last run */
export async function watchModel(folder: string, named: readonly string[], run: () => Promise<number>, io: Io): Promise<number> {
  const model = resolve(io.cwd, folder)
  const others = named.map(name => resolve(io.cwd, name))
  const interrupted = io.interrupted().then(() => undefined)
  let watching = watchOnce(model, others)
  let exit = await run()
  while (watching.count > 0) {
    io.stderr.write('Watching for changes; Ctrl-C ends it.\n')
    const saved = await Promise.race([interrupted, watching.changed])
    if (saved === undefined) break
    // Watched anew before the run, so that a save during it counts, and a folder that is new is watched too.
    watching.close()
    watching = watchOnce(model, others)
    io.stderr.write(`\n${io.now().slice(11, 19)} UTC: ${saved.file ?? 'a file'} was saved.\n`)
    exit = await run()
  }
  watching.close()
  return exit
}

interface Saved {
  /** None where the system does not say. */
  readonly file: string | undefined
}

interface Watching {
  /** What was saved, once all has been still for a moment. */
  readonly changed: Promise<Saved>
  /** How many folders are watched. */
  readonly count: number
  readonly close: () => void
}

/** Milliseconds without a change. */
const still = 100

function watchOnce(model: string, others: readonly string[]): Watching {
  let timer: NodeJS.Timeout | undefined
  let settle: (saved: Saved) => void
  const changed = new Promise<Saved>(resolved => {
    settle = resolved
  })
  const onChange = (file: string | undefined): void => {
    clearTimeout(timer)
    timer = setTimeout(() => settle({ file }), still)
  }
  const watchers = foldersOf(model, others).flatMap(({ folder, isRead }) => watcherOf(folder, file => {
    if (file === undefined || isRead(file)) onChange(file)
  }))
  return {
    changed, count: watchers.length,
    close: () => {
      clearTimeout(timer)
      for (const watcher of watchers) watcher.close()
    },
  }
}

interface WatchedFolder {
  readonly folder: string
  /** Whether the command reads a file of that name. */
  readonly isRead: (file: string) => boolean
}

/** Folders rather than files: an editor that saves beside and renames puts a new file in the place of the old. */
const foldersOf = (model: string, others: readonly string[]): WatchedFolder[] => [
  { folder: model, isRead: file => file === 'scenarios' || inputFiles.includes(file) },
  { folder: join(model, 'scenarios'), isRead: file => /\.ya?ml$/i.test(file) && !file.startsWith('.') },
  ...others.filter(file => /\.ya?ml$/i.test(file)).map(file => ({ folder: dirname(file), isRead: (name: string) => name === basename(file) })),
]

/** None for a folder that is not there, or is gone before it can be watched. */
function watcherOf(folder: string, changed: (file: string | undefined) => void): FSWatcher[] {
  if (!existsSync(folder)) return []
  try {
    const watcher = watch(folder, (_, file) => changed(file ?? undefined))
    watcher.on('error', () => changed(undefined))
    return [watcher]
  } catch {
    return []
  }
}
