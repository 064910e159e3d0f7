import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/run.ts'
import { fakeIo } from '../fake-io.ts'

const fixtures = join(import.meta.dirname, '../../fixtures')
const escape = '\u{1b}['

async function plan(screen: Parameters<typeof fakeIo>[2], args: readonly string[] = ['plan', 'starter']): Promise<{ stdout: string; stderr: string }> {
  const io = fakeIo(args, fixtures, screen)
  await run(io)
  return io.printed
}

describe('colour', () => {
  test('is used on a terminal', async () => {
    expect((await plan({ columns: 80 })).stdout).toContain(escape)
  })

  test.each([
    ['into a pipe', {}],
    ['under NO_COLOR', { columns: 80, env: { NO_COLOR: '1' } }],
    ['on a dumb terminal', { columns: 80, env: { TERM: 'dumb' } }],
  ])('is left out %s', async (_, screen) => {
    expect((await plan(screen)).stdout).not.toContain(escape)
  })

  test('marks the place of a fault on a terminal', async () => {
    expect((await plan({ columns: 80 }, ['plan', 'faults/unknown-partner'])).stderr).toContain(`${escape}31m^`)
  })
})

describe('what a check finds', () => {
  test('is coloured on a terminal by how much it weighs, and nowhere else', async () => {
    const [found, warned, piped] = [await plan({ columns: 80 }, ['check', 'checks/year-gap']), await plan({ columns: 80 }, ['check', 'checks/jump']), await plan({}, ['check', 'checks/jump'])]
    expect(found.stdout).toContain(`${escape}31myear-gap${escape}39m: line`)
    expect(warned.stdout).toContain(`${escape}33mwarning jump${escape}39m: line`)
    expect(piped.stdout).not.toContain(escape)
  })
})

describe('the width of the screen', () => {
  test('decides how tables are split on a terminal', async () => {
    const narrow = (await plan({ columns: 50, env: { NO_COLOR: '1' } }, ['plan', '3c-ict'])).stdout
    expect(narrow.split('\n').slice(1).every(line => line.length <= 50)).toBe(true)
    expect(narrow).toContain('(continued)')
  })

  test('is 80 columns in a pipe', async () => {
    const piped = (await plan({}, ['plan', '3c-ict', '--units', 'pence'])).stdout
    expect(Math.max(...piped.split('\n').map(line => line.length))).toBeLessThanOrEqual(80)
  })
})
