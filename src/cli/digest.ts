/** The digests of files, SHA-256 in hexadecimal, however large they are. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Of files of a folder, by their names in it. */
export async function digestFiles(folder: string, files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>()
  for (const file of files) {
    const hash = createHash('sha256')
    await pipeline(createReadStream(join(folder, file)), hash)
    digests.set(file, hash.digest('hex'))
  }
  return digests
}
