/** The program in its process: the built bundle starts here. */
import { join } from 'node:path'
import { run } from './run.ts'

async function main(): Promise<void> {
  const { argv, env, stdout, stderr } = process
  const cwd = currentFolder()
  if (cwd === undefined) {
    stderr.write('The current folder is no longer there.\n')
    process.exitCode = 2
    return
  }
  const code = await run({ args: argv.slice(2), env, cwd, now: () => new Date().toISOString(), elapsed: () => performance.now(), home: join(__dirname, '..'), interrupted, stdout, stderr })
  process.exitCode ??= code
}

const interrupted = (): Promise<void> => new Promise(resolve => void process.once('SIGINT', () => resolve()))

function currentFolder(): string | undefined {
  try {
    return process.cwd()
  } catch {
    return undefined
  }
}

/** A reader that has seen enough, as in `farthing plan | head`, is no fault; a full disk is. */
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') return
  process.stderr.write(`The output could not be written (${code}).\n`)
  process.exitCode = 2
})

void main()
