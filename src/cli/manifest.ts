/**
 * The manifest of a run: the digests of what went in and of what came out, the version and the options. The same inputs
 * give the same manifest on any machine: no time, no folder and no file that was written stands in it.
 */
import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { version } from '../../package.json'
import { writeJson } from '../write/json.ts'
import { digestFiles } from './digest.ts'
import type { Invocation } from './invocation.ts'
import type { Io } from './io.ts'

/** @param inputs the files that were read, of each folder */
export async function manifestOf({ command, folders, options }: Invocation, inputs: readonly (readonly string[])[], text: string, exit: number, io: Io): Promise<string> {
  const { output: _output, manifest: _manifest, ...asked } = options
  const models = []
  for (const [place, folder] of folders.entries()) {
    const digests = await digestFiles(resolve(io.cwd, folder), [...new Set(inputs[place])].sort())
    models.push({ inputs: [...digests].map(([file, digest]) => ({ file, digest })) })
  }
  return writeJson({
    manifest: 'farthing manifest, format 1', version, command,
    options: Object.fromEntries(Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1))),
    models,
    output: { exit, digest: createHash('sha256').update(text).digest('hex') },
  })
}
