/** `farthing init`: a model folder to start from, one of those that the program brings, without the README about it. */
import { constants, copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Diagnostic, fault } from '../domain/diagnostic.ts'
import { complain } from './complain.ts'
import type { Io } from './io.ts'
import { makeFolder } from './output.ts'

export function initCommand(folder: string, { from }: { readonly from: string }, io: Io): number {
  const fixtures = join(io.home, 'fixtures')
  const models = readdirSync(fixtures).filter(name => existsSync(join(fixtures, name, 'model.yaml'))).sort()
  const diagnostics = folder === ''
    ? [fault('bad-option', undefined, { option: 'DIR', text: folder, wanted: 'the name of a folder' })]
    : models.includes(from)
    ? copyModel(join(fixtures, from), resolve(io.cwd, folder), folder)
    : [fault('bad-option', undefined, { option: '--from', text: from, wanted: `one of ${models.join(', ')}` })]
  complain(diagnostics, [], io)
  if (diagnostics.length > 0) return 2
  io.stdout.write(`Wrote ${folder} from ${from}. Next: farthing plan ${folder}\n`)
  return 0
}

/** All of it or nothing: what was copied before a fault is removed again. */
function copyModel(source: string, target: string, called: string): Diagnostic[] {
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name !== 'README.md')
    .map(entry => join(entry.parentPath, entry.name).slice(source.length + 1))
    .sort()
  const present = files.filter(file => existsSync(join(target, file)))
  if (present.length > 0) return present.map(file => fault('would-overwrite', undefined, { file: join(called, file) }))

  const copied: string[] = []
  try {
    for (const file of files) {
      makeFolder(dirname(join(target, file)))
      copyFileSync(join(source, file), join(target, file), constants.COPYFILE_EXCL)
      copied.push(file)
    }
    return []
  } catch (error) {
    for (const file of copied) rmSync(join(target, file), { force: true })
    return [fault('not-writable', undefined, { file: called, reason: (error as NodeJS.ErrnoException).code ?? String(error) })]
  }
}
