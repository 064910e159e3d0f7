/** Issuing through the built program: a record is whole or not there, whatever befalls the process, and is never written again. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../src/run.ts'
import { fakeIo } from '../fake-io.ts'
import { soundModel } from '../read/reading.ts'

const root = join(import.meta.dirname, '../..')
let home: string
let bin: string
let made = 0

beforeAll(() => {
  if (!existsSync(join(root, 'dist/farthing.cjs'))) execFileSync(process.execPath, ['build.mjs'], { cwd: root })
  home = mkdtempSync(join(tmpdir(), 'farthing-issue-'))
  chmodSync(home, 0o755)
  // A copy of its own, so that who may not look into the house can run it, and no build in the meantime changes it.
  for (const part of ['bin', 'dist']) cpSync(join(root, part), join(home, part), { recursive: true })
  bin = join(home, 'bin/farthing.js')
  writeFileSync(join(home, 'mishap.cjs'), mishaps)
  writeFileSync(join(home, 'one-id.cjs'), "Object.defineProperty(process, 'pid', { value: 7 })\n")
})
afterAll(() => rmSync(home, { recursive: true }))

/**
 * Lets the nth call that touches issued/ fail, or ends the process before it, after it, or, of a write, half way through.
 * It says on descriptor 2 whether there was an nth.
 */
const mishaps = `
  const fs = require('node:fs')
  const [nth, how] = [parseInt(process.env.NTH, 10), process.env.MISHAP]
  const ours = new Set()
  let calls = 0
  for (const name of ['mkdirSync', 'openSync', 'writeSync', 'fsyncSync', 'closeSync', 'linkSync', 'renameSync', 'rmSync', 'unlinkSync', 'writeFileSync']) {
    const real = fs[name]
    fs[name] = (first, ...rest) => {
      const touches = typeof first === 'number' ? ours.has(first) : String(first).includes('issued')
      if (!touches || ++calls !== nth) {
        const result = real(first, ...rest)
        if (touches && name === 'openSync') ours.add(result)
        return result
      }
      process.stderr.write('mishap at ' + name + '\\n')
      if (how === 'half' && name === 'writeSync') real(first, rest[0].subarray(0, rest[0].length / 2))
      if (how === 'after') real(first, ...rest)
      if (how === 'exit') process.exit(9)
      if (how !== 'fail') process.kill(process.pid, 'SIGKILL')
      throw Object.assign(new Error('EIO: i/o error, ' + name), { code: 'EIO', syscall: name })
    }
  }
`

function freshModel(files: Readonly<Record<string, string>> = {}): string {
  const folder = join(home, `model-${made++}`)
  for (const [file, text] of Object.entries({ ...soundModel, 'actuals.csv': 'date,line,amount\n2017-04-01,email,24000\n2017-05-01,team,160000\n', ...files })) {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return folder
}

const record = (folder: string, quarter = 1): string => join(folder, `issued/2017-18-Q${quarter}.json`)

interface Ended {
  readonly code: number | null
  readonly signal: string | null
  readonly stdout: string
  readonly stderr: string
}

function start(folder: string, { args = ['--quarter', '2017/18 Q1', '--issue'], node = [], env = {}, as }: { args?: readonly string[]; node?: readonly string[]; env?: NodeJS.ProcessEnv; as?: readonly string[] } = {}): { child: ChildProcess; ended: Promise<Ended> } {
  const words = [...(as ?? []), process.execPath, ...node, bin, 'charge', folder, ...args]
  const child = spawn(words[0]!, words.slice(1), { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const printed = { stdout: '', stderr: '' }
  child.stdout!.on('data', text => void (printed.stdout += String(text)))
  child.stderr!.on('data', text => void (printed.stderr += String(text)))
  return { child, ended: new Promise(resolve => child.on('close', (code, signal) => resolve({ code, signal, ...printed }))) }
}

const issue = (...of: Parameters<typeof start>): Promise<Ended> => start(...of).ended

/** The same from its sources, without a process: as much as a second look needs. */
async function farthing(cwd: string, ...args: string[]): Promise<{ exit: number; stdout: string; stderr: string }> {
  const io = fakeIo(args, cwd)
  return { exit: await run(io), ...io.printed }
}

/** The record is whole and valid or is not there, and the quarter can be issued still where it is not. */
async function isAllOrNothing(folder: string, what: string): Promise<boolean> {
  const present = existsSync(record(folder))
  const issued = await farthing(folder, 'issued', '--format', 'json')
  const check = await farthing(folder, 'check')
  const quarters = (JSON.parse(issued.stdout) as { quarters: { quarter: string; total: string }[] }).quarters.map(({ quarter, total }) => `${quarter} ${total}`)
  expect([what, issued.exit, issued.stderr, check.exit, quarters]).toEqual([what, 0, '', 0, present ? ['2017/18 Q1 184000.00'] : []])
  const later = await farthing(folder, 'charge', '--quarter', '2017/18 Q1', '--issue')
  expect([what, later.exit, /issued-already/.test(later.stderr)]).toEqual([what, present ? 2 : 0, present])
  expect([what, (await farthing(folder, 'check')).exit, readdirSync(join(folder, 'issued')).filter(file => !file.startsWith('.'))]).toEqual([what, 0, ['2017-18-Q1.json']])
  return present
}

describe('a process that is killed while it issues', () => {
  test('at any moment leaves the record whole or nothing of it: 64 times', async () => {
    const clean = freshModel()
    const begin = performance.now()
    expect((await issue(clean)).code).toBe(0)
    const whole = performance.now() - begin
    const outcomes: boolean[] = []
    const one = async (place: number): Promise<void> => {
      const folder = freshModel()
      const { child, ended } = start(folder)
      const wait = (whole * 1.1 * (place + Math.random())) / 64
      const timer = setTimeout(() => child.kill('SIGKILL'), wait)
      const { code, signal } = await ended
      clearTimeout(timer)
      const present = await isAllOrNothing(folder, `killed after ${wait.toFixed(1)} ms`)
      expect(signal === 'SIGKILL' || code === 0).toBe(true)
      if (code === 0) expect(present).toBe(true)
      outcomes.push(present)
    }
    for (let place = 0; place < 64; place += 4) await Promise.all([0, 1, 2, 3].map(next => one(place + next)))
    expect(outcomes).toContain(false)
  })

  test.each(['before', 'after', 'half', 'exit'])('%s any of its steps leaves the record whole or nothing of it', async how => {
    const steps: string[] = []
    for (let nth = 1; ; nth++) {
      const folder = freshModel()
      const { code, signal, stderr } = await issue(folder, { node: ['--require', join(home, 'mishap.cjs')], env: { NTH: `${nth}`, MISHAP: how } })
      const step = /mishap at (\w+)/.exec(stderr)?.[1]
      if (step === undefined) {
        expect(code).toBe(0)
        break
      }
      steps.push(step)
      expect([step, signal ?? code]).toEqual([step, how === 'exit' ? 9 : 'SIGKILL'])
      await isAllOrNothing(folder, `${how} ${step}`)
    }
    expect(steps).toEqual(expect.arrayContaining(['mkdirSync', 'openSync', 'writeSync', 'fsyncSync', 'linkSync', 'rmSync']))
  })
})

describe('a disk that fails at any step', () => {
  test('leaves the record whole or nothing of it, and what the program says is so', async () => {
    const untrue: string[] = []
    for (let nth = 1; ; nth++) {
      const folder = freshModel()
      const { code, stdout, stderr } = await issue(folder, { node: ['--require', join(home, 'mishap.cjs')], env: { NTH: `${nth}`, MISHAP: 'fail' } })
      const step = /mishap at (\w+)/.exec(stderr)?.[1]
      if (step === undefined) break
      const present = await isAllOrNothing(folder, `${step} fails`)
      const saysIssued = code === 0 && stdout.includes('ssued on')
      if (present !== saysIssued) untrue.push(`call ${nth}, ${step}: exit ${code}, the record is ${present ? '' : 'not '}there: ${stderr.replace(/mishap.*\n/, '').slice(0, 120)}`)
      if (code !== 0 && code !== 2) untrue.push(`call ${nth}, ${step}: exit ${code}`)
    }
    expect(untrue).toEqual([])
  })
})

describe('processes that issue the same quarter at the same moment', () => {
  test.each([['', []], [', though all go by one process id, as in containers', ['one-id.cjs']]])('are eight, and one of them issues it%s', async (_, preloads) => {
    for (let round = 0; round < 3; round++) {
      const folder = freshModel()
      const ended = await Promise.all(Array.from({ length: 8 }, () => issue(folder, { node: preloads.flatMap(file => ['--require', join(home, file)]) })))
      expect(ended.map(({ code }) => code).sort()).toEqual([0, 2, 2, 2, 2, 2, 2, 2])
      for (const { code, stdout, stderr } of ended) {
        if (code === 0) expect(stdout).toContain('ssued on')
        else expect([stdout, stderr]).toEqual(['', expect.stringContaining('issued-already')])
      }
      expect(readdirSync(join(folder, 'issued'))).toEqual(['2017-18-Q1.json'])
      expect((await farthing(folder, 'check')).exit).toBe(0)
    }
  })

  test('do not stumble over what one that was killed left, though it had their process id', async () => {
    const folder = freshModel()
    const oneId = ['--require', join(home, 'one-id.cjs')]
    const killed = await issue(folder, { node: [...oneId, '--require', join(home, 'mishap.cjs')], env: { NTH: '3', MISHAP: 'exit' } })
    expect([killed.code, existsSync(record(folder))]).toEqual([9, false])
    const next = await issue(folder, { node: oneId })
    expect([next.code, next.stderr]).toEqual([0, ''])
  })
})

describe('where a record cannot be written', () => {
  /** Somebody who is not root, where these tests are. */
  const nobody = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : []

  const own = (folder: string): void => {
    if (nobody.length > 0) for (const file of ['.', ...readdirSync(folder)]) chownSync(join(folder, file), 65534, 65534)
  }

  test.each([['issued', 0o555], ['.', 0o555]])('since the folder %s may not be written in, nothing is left and the program says why', async (which, mode) => {
    const folder = freshModel()
    if (which === 'issued') mkdirSync(join(folder, 'issued'))
    own(folder)
    chmodSync(join(folder, which), mode)
    const { code, stdout, stderr } = await issue(folder, { as: nobody })
    chmodSync(join(folder, which), 0o755)
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining('not-writable: "issued/2017-18-Q1.json"')])
    expect(existsSync(join(folder, 'issued')) ? readdirSync(join(folder, 'issued')) : []).toEqual([])
    await isAllOrNothing(folder, `${which} may be written in again`)
  })

  test('since "issued" is a file, the program says so, and does not say that the quarter was issued', async () => {
    const folder = freshModel({ issued: 'a note' })
    const { code, stdout, stderr } = await issue(folder)
    expect([code, stdout, stderr]).toEqual([2, '', expect.not.stringMatching(/issued-already|fault of its own/)])
    expect(readFileSync(join(folder, 'issued'), 'utf8')).toBe('a note')
  })

  test.each([['--output', 'budget.csv'], ['--output', 'issued/2017-18-Q1.json'], ['--output', 'no-such-folder/statement.txt'], ['--partner', 'WEST'], ['--units', 'shillings'], ['--format', 'pdf'], ['--closed-to', '2030/31 Q1']])(
    'nor what is said of it, as with %s %s, nothing is issued', async (option, value) => {
      const folder = freshModel()
      const { code, stdout } = await issue(folder, { args: ['--quarter', '2017/18 Q1', '--issue', option, option === '--output' ? join(folder, value) : value] })
      expect([code, stdout, existsSync(record(folder))]).toEqual([2, '', false])
    })

  test('where the model is at fault nothing is issued', async () => {
    for (const files of [{ 'users.csv': 'system,partner,2017/18\nemail,NORT,1\n' }, { 'actuals.csv': 'date,line,amount\n2017-04-01,emial,1\n' }]) {
      const folder = freshModel(files)
      expect((await issue(folder)).code).toBe(2)
      expect(existsSync(join(folder, 'issued'))).toBe(false)
    }
  })
})

describe('a quarter', () => {
  const quarter = (place: number, ...more: string[]) => ['--quarter', `2017/18 Q${place}`, '--issue', ...more]

  test('is issued once, and in order', async () => {
    const folder = freshModel()
    const early = await issue(folder, { args: quarter(2) })
    expect([early.code, early.stdout, early.stderr]).toEqual([2, '', expect.stringContaining('issue-out-of-order')])
    expect(existsSync(join(folder, 'issued'))).toBe(false)
    expect((await issue(folder, { args: quarter(1) })).code).toBe(0)
    const again = await issue(folder, { args: quarter(1) })
    expect([again.code, again.stdout, again.stderr]).toEqual([2, '', expect.stringContaining('issued-already')])
    expect((await issue(folder, { args: quarter(3) })).stderr).toContain('issue-out-of-order')
    expect((await issue(folder, { args: quarter(2) })).code).toBe(0)
  })

  test('once issued is shown as it was, and its record stays as it is, whatever is restated and whatever command runs', async () => {
    const folder = freshModel()
    const shown = await issue(folder, { args: quarter(1) })
    const before = { text: readFileSync(record(folder)), ...pick(statSync(record(folder))) }
    const settled = await farthing(folder, 'settle', '--quarter', '2017/18 Q1')
    writeFileSync(join(folder, 'actuals.csv'), 'date,line,amount,paid_by\n2017-04-01,email,99000,\n2017-05-01,team,1,SOUTH\n2017-07-01,email,5,SOUTH\n')
    writeFileSync(join(folder, 'users.csv'), 'system,partner,2017/18\nemail,NORTH,1\nemail,SOUTH,9\n')
    const again = await issue(folder, { args: ['--quarter', '2017/18 Q1'] })
    expect([again.code, again.stdout]).toEqual([0, shown.stdout])
    expect((await farthing(folder, 'settle', '--quarter', '2017/18 Q1')).stdout).toBe(settled.stdout)
    for (const args of [['plan'], ['check'], ['issued'], ['settle', '--quarter', '2017/18 Q1'], ['monitor', '--quarter', '2017/18 Q2'], ['charge', '--quarter', '2017/18 Q1', '--issue'], ['charge', '--quarter', '2017/18 Q2', '--issue']]) await farthing(folder, ...args)
    expect({ text: readFileSync(record(folder)), ...pick(statSync(record(folder))) }).toEqual(before)
    // What was restated shows in the next: 99,000 for email is 75,000 more, and 159,999 less for the team.
    const next = JSON.parse((await farthing(folder, 'charge', '--quarter', '2017/18 Q2', '--format', 'json')).stdout) as { total: { adjustment: string } }
    expect(next.total.adjustment).toBe('-84999.00')
  })

  test('is recorded with the time, the version, the digests of what it was reckoned from and of the record before', async () => {
    const folder = freshModel()
    await issue(folder, { args: quarter(1) })
    await issue(folder, { args: quarter(2) })
    const [first, second] = [1, 2].map(place => JSON.parse(readFileSync(record(folder, place), 'utf8')) as Record<string, unknown> & { inputs: { file: string; digest: string }[] })
    expect(Date.now() - Date.parse(String(first!['issuedAt']))).toBeLessThan(60_000)
    expect(second!['previous']).toBe(first!['digest'])
    for (const { file, digest } of first!.inputs) expect(execFileSync('sha256sum', [join(folder, file)], { encoding: 'utf8' })).toContain(digest)
    expect(first!.inputs.map(({ file }) => file).sort()).toEqual(['actuals.csv', 'baseline.csv', 'budget.csv', 'model.yaml', 'users.csv'])
  })
})

const pick = ({ mtimeMs, ino, size, mode }: ReturnType<typeof statSync> & object) => ({ mtimeMs, ino, size, mode })
