/** The program in its process: the built bundle starts here. */
import { join } from 'node:path'
import { run } from './run.ts'

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

async function main(): Promise<void> {
  const { argv, env, stdout, stderr } = process
  process.exitCode = await run({ args: argv.slice(2), env, cwd: process.cwd(), home: join(__dirname, '..'), stdout, stderr })
}

void main()
