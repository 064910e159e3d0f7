/** The program: runs a command line and answers with its exit code. The one place where a fault of the program is caught. */
import { CommanderError } from 'commander'
import type { Io } from './cli/io.ts'
import { program } from './cli/program.ts'

/** @returns 0 fine, 1 the answer is no, 2 the input or the command line is wrong, 3 a fault of the program */
export async function run(io: Io): Promise<number> {
  let code = 0
  try {
    await program(io, answered => {
      code = answered
    }).parseAsync(io.args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) }
    io.stderr.write(`farthing met a fault of its own: ${name}: ${message}\nNothing was written. Please report it with the command that you ran.\n`)
    return 3
  }
}
