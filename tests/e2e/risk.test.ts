/** A simulation by the built program: the same bytes in every process, whatever the locale, the time zone and the compiler of the engine. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/run.ts'
import { fakeIo } from '../fake-io.ts'

const root = join(import.meta.dirname, '../..')
const args = ['risk', 'fixtures/3c-ict-usage', '--runs', '300', '--seed', '42']

function built(format: string, flags: readonly string[] = [], env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout } = spawnSync(process.execPath, [...flags, join(root, 'bin/farthing.js'), ...args, '--format', format], { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } })
  expect(status).toBe(0)
  return stdout
}

describe('a simulation by the built program', () => {
  test.each(['table', 'csv', 'json'])('prints the same bytes in every process and in this one: %s', async format => {
    const once = built(format)
    expect(built(format, [], { LC_ALL: 'de_DE.UTF-8', TZ: 'Asia/Tokyo' })).toBe(once)
    const io = fakeIo([...args, '--format', format], root)
    expect(await run(io)).toBe(0)
    expect(io.printed.stdout).toBe(once)
  })

  test('prints the same bytes whether the engine compiles or interprets', () => {
    const once = built('csv')
    for (const flags of [['--no-opt'], ['--always-sparkplug'], ['--jitless']]) expect(built('csv', flags)).toBe(once)
  })
})
