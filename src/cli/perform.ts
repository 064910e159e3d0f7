/** How every command on a model runs: read, answer, say on stderr what is amiss, and write the answer where it belongs. */
import { relative, resolve } from 'node:path'
import { type Diagnostic, fault, isFault, type Outcome } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import { readModel } from '../read/model.ts'
import type { Quotable } from '../read/source.ts'
import type { Screen } from '../write/text.ts'
import type { Invocation, OutputOptions } from './invocation.ts'
import { inColour, type Io } from './io.ts'
import { deliver, refuseOutput } from './output.ts'

/** What a command has to say; `no` where the answer is no: a check failed, a figure drifted. */
export interface Answer {
  readonly text: string
  readonly no?: boolean
}

export interface Answered extends Outcome<Answer> {
  /** Files that the command read besides the model's own. */
  readonly sources?: readonly Quotable[]
  /** Files of the model that it took in without a need to quote them. */
  readonly files?: readonly string[]
  /** Files outside the model, as the command line names them. */
  readonly besides?: readonly Quotable[]
}

/** @returns the exit code: 0 fine, 1 the answer is no, 2 the input or the command line is wrong */
export async function perform(invocation: Invocation, io: Io, answer: (model: Model, screen: Screen) => Answered | Promise<Answered>): Promise<number> {
  const { options, folders: [folder] } = invocation
  if (await isRefused(options, io)) return 2
  const path = resolve(io.cwd, folder)
  const read = readModel(path, folder)
  const answered = read.value ? await answer(read.value, screenFor(options, io)) : undefined
  const [sources, besides] = [[...read.sources, ...(answered?.sources ?? [])], answered?.besides ?? []]
  return conclude(invocation, io, {
    ...(answered?.value && { value: answered.value }),
    diagnostics: [...read.diagnostics, ...(answered?.diagnostics ?? [])],
    sources: [...sources, ...besides],
    inputs: [[...sources.map(({ file, within }) => within ?? file), ...(answered?.files ?? []), ...besides.map(({ file }) => relative(path, resolve(io.cwd, file)))]],
  })
}

/** Whether the output cannot go where it should, which is told before anything is done. */
export async function isRefused({ output, manifest }: OutputOptions, io: Io): Promise<boolean> {
  const oneFile = output !== undefined && manifest !== undefined && resolve(io.cwd, output) === resolve(io.cwd, manifest)
  const refused = [
    ...[output, manifest].flatMap(file => refuseOutput(file, io)),
    ...(oneFile ? [fault('bad-option', undefined, { option: '--manifest', text: manifest, wanted: 'another file than that of --output' })] : []),
  ]
  await complain(refused, [], io)
  return refused.length > 0
}

export interface Concluded extends Outcome<Answer> {
  readonly sources: readonly Quotable[]
  /** The files that were read, of each folder. */
  readonly inputs: readonly (readonly string[])[]
}

/** Writes the answer, and what it was made of where that is asked for, and says what is amiss. */
export async function conclude(invocation: Invocation, io: Io, { value, diagnostics, sources, inputs }: Concluded): Promise<number> {
  const { output, manifest } = invocation.options
  const exit = value === undefined || diagnostics.some(isFault) ? 2 : value.no ? 1 : 0
  const unwritten: Diagnostic[] = value ? deliver(value.text, output, io) : []
  if (value && manifest !== undefined && unwritten.length === 0) {
    const { manifestOf } = await import('./manifest.ts')
    unwritten.push(...deliver(await manifestOf(invocation, inputs, value.text, exit, io), manifest, io))
  }
  await complain([...diagnostics, ...unwritten], sources, io)
  return unwritten.length > 0 ? 2 : exit
}

/** Where there is no terminal to measure, or the run is put on record, 80 columns: the same input gives the same bytes everywhere. */
export function screenFor({ output, manifest }: OutputOptions, io: Io): Screen {
  const onTerminal = output === undefined && manifest === undefined
  return { width: (onTerminal && io.stdout.isTTY && io.stdout.columns) || 80, colour: onTerminal && inColour(io.stdout, io) }
}

/** The words are loaded only where something is amiss. */
async function complain(diagnostics: readonly Diagnostic[], sources: readonly Quotable[], io: Io): Promise<void> {
  if (diagnostics.length > 0) (await import('./complain.ts')).complain(diagnostics, sources, io)
}
