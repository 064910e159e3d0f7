/**
 * Golden cases: a folder with a file `command` and what it must print, `stdout`, `stderr` and `exit`; a file that is not
 * there stands for nothing printed, or for exit code 0. The command runs in the folder that holds the case's .golden folder.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { run } from '../src/run.ts'
import { fakeIo } from './fake-io.ts'

export interface Case {
  readonly name: string
  readonly folder: string
}

export interface Printed {
  readonly stdout: string
  readonly stderr: string
  readonly exit: string
}

const root = join(import.meta.dirname, '..', 'fixtures')

export function findCases(folder = root): Case[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(({ name }) => {
      const inner = join(folder, name)
      const own = existsSync(join(inner, 'command')) ? [{ name: relative(root, inner), folder: inner }] : []
      return [...own, ...findCases(inner)]
    })
}

export async function perform({ folder }: Case): Promise<Printed> {
  const [program, ...args] = readFileSync(join(folder, 'command'), 'utf8').match(/"[^"\n]*"|\S+/g) ?? []
  if (program !== 'farthing') throw new Error(`${folder}/command runs ${program}`)
  const io = fakeIo(args.map(word => word.replaceAll(/^"|"$/g, '')), workingFolder(folder))
  const exit = await run(io)
  return { stdout: io.printed.stdout, stderr: io.printed.stderr, exit: `${exit}\n` }
}

const workingFolder = (folder: string): string => (folder.endsWith('.golden') ? dirname(folder) : workingFolder(dirname(folder)))

export const expected = ({ folder }: Case): Printed =>
  ({ stdout: textOf(folder, 'stdout', ''), stderr: textOf(folder, 'stderr', ''), exit: textOf(folder, 'exit', '0\n') })

const textOf = (folder: string, file: string, otherwise: string): string =>
  existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : otherwise

export function refresh({ folder }: Case, printed: Printed): void {
  for (const [file, text] of Object.entries(printed)) {
    if (text === '' || text === '0\n') rmSync(join(folder, file), { force: true })
    else writeFileSync(join(folder, file), text)
  }
}
