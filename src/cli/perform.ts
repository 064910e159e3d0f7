/** How every command on a model runs: read, answer, say on stderr what is amiss, and write the answer where it belongs. */
import { resolve } from 'node:path'
import { type Diagnostic, isFault, type Outcome } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import { readModel } from '../read/model.ts'
import type { Quotable } from '../read/source.ts'
import type { Screen } from '../write/text.ts'
import { complain } from './complain.ts'
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
}

/** @returns the exit code: 0 fine, 1 the answer is no, 2 the input or the command line is wrong */
export async function perform(
  folder: string, output: string | undefined, io: Io, answer: (model: Model, screen: Screen) => Answered | Promise<Answered>,
): Promise<number> {
  const refused = refuseOutput(output, io)
  if (refused.length > 0) {
    complain(refused, [], io)
    return 2
  }
  const read = readModel(resolve(io.cwd, folder), folder)
  const answered = read.value ? await answer(read.value, screenFor(output, io)) : undefined
  const sources = [...read.sources, ...(answered?.sources ?? [])]
  const sound = answered?.value
  const unwritten = sound ? deliver(sound.text, output, io) : []

  const diagnostics: Diagnostic[] = [...read.diagnostics, ...(answered?.diagnostics ?? []), ...unwritten]
  complain(diagnostics, sources, io)
  return sound === undefined || diagnostics.some(isFault) ? 2 : sound.no ? 1 : 0
}

/** Where there is no terminal to measure, 80 columns: the same input gives the same bytes everywhere. */
const screenFor = (output: string | undefined, io: Io): Screen => ({
  width: (output === undefined && io.stdout.isTTY && io.stdout.columns) || 80,
  colour: output === undefined && inColour(io.stdout, io),
})
