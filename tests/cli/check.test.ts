/** The command `check` as a whole: what it says where, with which exit code, and what its options leave out. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkNames } from '../../src/domain/checks/registry.ts'
import { run } from '../../src/run.ts'
import { fakeIo } from '../fake-io.ts'
import { textsIn, wellFormed } from '../xml.ts'

const fixtures = join(import.meta.dirname, '../../fixtures')

interface Said {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
}

async function check(...args: string[]): Promise<Said> {
  const io = fakeIo(['check', ...args], join(fixtures, 'checks'))
  const exit = await run(io)
  return { exit, ...io.printed }
}

/** A copy of a model, gone when it has been used. */
async function inCopy(model: string, use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'farthing-check-'))
  try {
    cpSync(join(fixtures, model), folder, { recursive: true })
    await use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Check, result. */
const resultsIn = ({ stdout }: Said): Record<string, string> =>
  Object.fromEntries([...stdout.matchAll(/^([a-z-]+) +(?:\d+ +)?(ok|nothing|warning|failed|not run|skipped)$/gm)].map(([, name, result]) => [name!, result!]))

const formats = ['text', 'table', 'markdown', 'csv', 'json', 'github', 'junit']

describe('the exit code', () => {
  test.each(formats)('is the same in the format %s, whatever comes of the model', async format => {
    const exits = await Promise.all(['sound', 'jump', 'targets', 'zero-driver', '../faults/several-faults', 'no-such-model'].map(async model => (await check(model, '--format', format)).exit))
    expect(exits).toEqual([0, 0, 1, 1, 2, 2])
  })

  test.each(formats)('is the same under --quiet in the format %s, and what fails is said', async format => {
    const said = await Promise.all(['sound', 'jump', 'targets'].map(model => check(model, '--format', format, '--quiet')))
    expect(said.map(({ exit, stderr }) => [exit, stderr])).toEqual([[0, ''], [0, ''], [1, '']])
    const whole = format === 'json' || format === 'junit'
    expect(said.map(({ stdout }) => stdout !== '')).toEqual([whole, whole, true])
    expect(said.every(({ stdout }) => !/staff saving in 2025\/26/.test(stdout))).toBe(true)
    expect(said[2]!.stdout).toMatch(/saving other in 2026\/27/)
  })

  test('is 2 for a name that no check has, with what was meant', async () => {
    expect(await check('sound', '--only', 'jumps')).toMatchObject({ exit: 2, stdout: '', stderr: expect.stringContaining('did you mean "jump"?') as string })
    expect(await check('sound', '--skip', 'issue')).toMatchObject({ exit: 2, stderr: expect.stringContaining('did you mean "issued"?') as string })
    expect((await check('sound', '--format', 'html')).exit).toBe(2)
  })
})

describe('the checks chosen', () => {
  test('are all of them, those of --only, less those of --skip', async () => {
    const ran = async (...args: string[]): Promise<string[]> => Object.entries(resultsIn(await check('sound', ...args))).filter(([, result]) => result !== 'skipped').map(([name]) => name)
    expect(await ran()).toEqual(checkNames)
    expect(await ran('--only', 'jump', '--only', 'sums')).toEqual(['sums', 'jump'])
    expect(await ran('--skip', 'jump', '--skip', 'sums')).toEqual(checkNames.filter(name => name !== 'jump' && name !== 'sums'))
    expect(await ran('--only', 'jump', '--only', 'sums', '--skip', 'jump')).toEqual(['sums'])
  })

  test('each one alone finds what it finds among the others', async () => {
    for (const name of checkNames) {
      const [all, alone, without] = [await check(name), await check(name, '--only', name), await check(name, '--skip', name)]
      expect([name, resultsIn(alone)[name], resultsIn(without)[name]]).toEqual([name, resultsIn(all)[name], 'skipped'])
    }
  })

  test('leave out what the others would have said', async () => {
    const { exit, stdout } = await check('targets', '--format', 'json', '--skip', 'targets', '--skip', 'published')
    expect([exit, JSON.parse(stdout)]).toMatchObject([0, { passed: true, targets: [], published: { compared: 0 }, differences: [] }])
  })
})

describe('a model that cannot be read', () => {
  test('is told on stderr alike in every format', async () => {
    const said = await Promise.all(formats.map(format => check('../faults/several-faults', '--format', format)))
    expect(new Set(said.map(({ stderr }) => stderr)).size).toBe(1)
    expect(said.map(({ stdout }) => stdout === '')).toEqual(formats.map(format => !['json', 'github', 'junit'].includes(format)))
  })

  test('is so too for what only check reads', async () => {
    await inCopy('checks/sound', async folder => {
      writeFileSync(join(folder, 'targets.csv'), 'measure,year,target\nsavings,2025/26,1\n')
      const { exit, stdout } = await check(folder, '--format', 'json')
      expect([exit, JSON.parse(stdout)]).toMatchObject([2, { model: null, passed: false, diagnostics: [{ code: 'unknown-measure', file: 'targets.csv', line: 2, column: 1, endColumn: 8 }] }])
    })
  })
})

describe('JUnit', () => {
  test.each([...checkNames, 'sound', 'awkward', '../faults/several-faults'])('of %s is well formed, and its failures are the errors', async model => {
    const { stdout, exit } = await check(model, '--format', 'junit')
    expect(wellFormed(stdout)).toBe(true)
    expect(textsIn(stdout.replaceAll(/<system-out>.*?<\/system-out>/gs, '')).length > 0).toBe(exit > 0)
  })
})

test('the report may go to a file, and a manifest beside it', async () => {
  await inCopy('checks/sound', async folder => {
    const [report, manifest] = [join(folder, 'junit.xml'), join(folder, 'manifest.json')]
    expect(await check(folder, '--format', 'junit', '--output', report, '--manifest', manifest)).toEqual({ exit: 0, stdout: '', stderr: '' })
    expect(wellFormed(readFileSync(report, 'utf8'))).toBe(true)
    const { models } = JSON.parse(readFileSync(manifest, 'utf8')) as { models: { inputs: { file: string }[] }[] }
    expect(models[0]!.inputs.map(({ file }) => file)).toEqual(['actuals.csv', 'baseline.csv', 'budget.csv', 'capital.csv', 'drivers.csv', 'expected-users.csv', 'expected/costs.csv', 'expected/savings.csv', 'issued/2025-26-Q1.json', 'model.yaml', 'scenarios/pay-at-5.yaml', 'targets.csv', 'users.csv'])
    expect(existsSync(report)).toBe(true)
    expect((await check(folder, '--output', join(folder, 'targets.csv'))).exit).toBe(2)
    expect((await check('--list', '--output', join(folder, 'targets.csv'), folder)).exit).toBe(2)
  })
})

describe('what was issued', () => {
  test.each(['edited-record', 'broken-chain', 'broken-record', 'issued-partner-gone', 'issued-in-another-currency', 'issued-before-the-plan'])('fails the check of a model with %s, and nothing else', async fault => {
    const said = await check(`../faults/${fault}`)
    expect([said.exit, said.stderr, Object.entries(resultsIn(said)).filter(([, result]) => result === 'failed').map(([name]) => name)]).toEqual([1, '', ['issued']])
  })
})
