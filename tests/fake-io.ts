/** A process of its own for the program under test: what it prints is kept, and there is no terminal unless asked for. */
import { join } from 'node:path'
import type { Io } from '../src/cli/io.ts'

export interface FakeIo extends Io {
  readonly printed: { stdout: string; stderr: string }
}

export function fakeIo(args: readonly string[], cwd: string, screen: { columns?: number; env?: Io['env']; interrupted?: Io['interrupted'] } = {}): FakeIo {
  const printed = { stdout: '', stderr: '' }
  const stream = (name: keyof typeof printed) => ({
    write: (text: string) => void (printed[name] += text),
    isTTY: screen.columns !== undefined,
    columns: screen.columns,
  })
  return { args, cwd, now: () => '2017-10-16T09:00:00.000Z', elapsed: () => 0, interrupted: screen.interrupted ?? (() => Promise.resolve()), env: screen.env ?? {}, home: join(import.meta.dirname, '..'), stdout: stream('stdout'), stderr: stream('stderr'), printed }
}
