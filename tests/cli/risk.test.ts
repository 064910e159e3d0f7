import { describe, expect, test } from 'vitest'
import type { Io } from '../../src/cli/io.ts'
import { run } from '../../src/run.ts'
import { fakeIo } from '../fake-io.ts'
import { inFolder, soundModel } from '../read/reading.ts'

const risk = `name: What may come
changes:
  - amounts: all
    scale: { low: 90%, likely: 100%, high: 130%, name: prices }
  - users: { partner: NORTH }
    scale: { mean: 100%, deviation: 5% }
`
const other = `name: More that may come
changes:
  - amounts: all
    scale: { low: 80%, high: 120%, name: prices }
correlations: []
`
const files = { ...soundModel, 'scenarios/risk.yaml': risk, 'scenarios/other.yaml': other }

interface Ran { readonly exit: number; readonly stdout: string; readonly drawn: readonly string[] }

const farthing = (args: readonly string[], terminal = false, elapsed = 0): Promise<Ran> => inFolder(files, async folder => {
  let stdout = ''
  const drawn: string[] = []
  const io: Io = { ...fakeIo(['risk', ...args], folder), elapsed: () => elapsed, stdout: { write: text => void (stdout += text) }, stderr: { write: text => void drawn.push(text), isTTY: terminal } }
  return { exit: await run(io), stdout, drawn }
})

describe('farthing risk', () => {
  test.each(['table', 'csv', 'json', 'markdown'])('prints the same bytes from the same seed and others from another, as %s', async format => {
    const of = async (seed: string): Promise<string> => (await farthing(['--runs', '40', '--seed', seed, '--format', format])).stdout
    const [once, again, another] = [await of('5'), await of('5'), await of('6')]
    expect(once).toBe(again)
    expect(once.replaceAll('seed 5', '')).not.toBe(another.replaceAll('seed 6', ''))
    expect(once.length).toBeGreaterThan(500)
  })

  test('takes scenarios/risk.yaml where none is named, and several together', async () => {
    const [alone, named, both] = [await farthing(['--runs', '20']), await farthing(['--runs', '20', '-s', 'risk']), await farthing(['--runs', '20', '-s', 'risk', '-s', 'other'])]
    expect(alone).toEqual(named)
    expect(alone.stdout).toContain('20 runs, seed 1, 2 ranges.')
    expect(both.stdout).toContain('risk: What may come\nother: More that may come\n20 runs, seed 1, 3 ranges.')
  })

  test('says so where there is one range alone', async () => {
    expect((await farthing(['--runs', '1', '-s', 'other'])).stdout).toContain('1 run, seed 1, 1 range.')
  })

  test('draws a bar on the terminal for anything over a second, and wipes it away', async () => {
    const { drawn, stdout } = await farthing(['--runs', '640'], true, 1500)
    const bars = drawn.filter(text => text.includes('█'))
    expect([bars.length > 5, bars.every(text => text.startsWith('\rSimulating ') && text.length < 80), bars.at(-1)?.endsWith(' 100%')]).toEqual([true, true, true])
    expect(drawn.at(-1)).toMatch(/^\r +\r$/)
    expect(drawn.at(-1)!.length).toBeGreaterThanOrEqual(Math.max(...bars.map(text => text.length)))
    expect(stdout).not.toMatch(/█|\r/)
  })

  test.each([[false, 1500], [true, 999]] as const)('draws none into a pipe or within a second: terminal %s, %d ms', async (terminal, elapsed) => {
    expect((await farthing(['--runs', '640'], terminal, elapsed)).drawn).toEqual([])
  })

  test.each([['--partner', 'NOBODY'], ['--year', '1999/00'], ['--scenario', 'ris'], ['--figure', 'cots'], ['--runs', '10000001']])('exits 2 on %s %s', async (...args) => {
    const { exit, stdout } = await farthing(args)
    expect([exit, stdout]).toEqual([2, ''])
  })

  test('fits 80 columns, whatever is asked', async () => {
    for (const args of [[], ['--units', 'pence'], ['--units', 'thousands', '--figure', 'cost']]) {
      const { stdout } = await farthing(['--runs', '60', ...args])
      expect(stdout.split('\n').filter(line => line.length > 80)).toEqual([])
    }
  })
})
