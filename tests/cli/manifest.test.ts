import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from '../../src/run.ts'
import { fakeIo } from '../fake-io.ts'

const fixtures = join(import.meta.dirname, '../../fixtures')
const work = mkdtempSync(join(tmpdir(), 'farthing-manifest-'))
afterAll(() => rmSync(work, { recursive: true }))

const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex')

interface Manifest {
  readonly command: string
  readonly options: Readonly<Record<string, unknown>>
  readonly models: readonly { readonly inputs: readonly { readonly file: string; readonly digest: string }[] }[]
  readonly output: { readonly exit: number; readonly digest: string }
}

let made = 0
async function manifestOf(args: readonly string[], cwd = fixtures, screen: Parameters<typeof fakeIo>[2] = {}) {
  const file = join(work, `manifest-${made++}.json`)
  const io = fakeIo([...args, '--manifest', file], cwd, screen)
  const exit = await run(io)
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return { exit, text, manifest: text === '' ? undefined : (JSON.parse(text) as Manifest), ...io.printed }
}

describe('the manifest of a run', () => {
  test.each([
    [['plan', '3c-ict', '--units', 'thousands'], ['baseline.csv', 'budget.csv', 'model.yaml']],
    [['charge', '3c-ict-quarters', '--quarter', '2017/18 Q4'], ['actuals/2017-18-Q1-late.csv', 'actuals/2017-18-Q1.csv', 'actuals/2017-18-Q2.csv', 'actuals/2017-18-Q3.csv', 'actuals/2017-18-Q4.csv', 'baseline.csv', 'budget.csv', 'expected-users.csv', 'issued/2017-18-Q1.json', 'issued/2017-18-Q2.json', 'issued/2017-18-Q3.json', 'model.yaml', 'users.csv']],
    [['issued', '3c-ict-quarters'], ['baseline.csv', 'budget.csv', 'expected-users.csv', 'issued/2017-18-Q1.json', 'issued/2017-18-Q2.json', 'issued/2017-18-Q3.json', 'model.yaml', 'users.csv']],
    [['explain', 'starter', '--format', 'json'], ['baseline.csv', 'budget.csv', 'drivers.csv', 'expected-users.csv', 'model.yaml', 'users.csv']],
    [['method', 'starter'], ['baseline.csv', 'budget.csv', 'drivers.csv', 'expected-users.csv', 'model.yaml', 'users.csv']],
  ])('of %j has the digest of every file that was read, and of what was printed', async (args, files) => {
    const { exit, manifest, stdout } = await manifestOf(args)
    expect(exit).toBe(0)
    expect(manifest!.command).toBe(args[0])
    expect(manifest!.models).toEqual([{ inputs: files.map(file => ({ file, digest: sha256(readFileSync(join(fixtures, args[1]!, file))) })) }])
    expect(manifest!.output).toEqual({ exit: 0, digest: sha256(stdout) })
  })

  test('has the options, and not where anything was written', async () => {
    const { manifest } = await manifestOf(['plan', '3c-ict', '--partner', 'CCC', '--output', join(work, 'plan.txt')])
    expect(manifest!.options).toEqual({ by: 'partner', format: 'table', partner: ['CCC'], rounding: 'reconciled', units: 'pounds' })
    expect(manifest!.output.digest).toBe(sha256(readFileSync(join(work, 'plan.txt'))))
  })

  test('is the same bytes for the same files in another folder, seen from elsewhere and on any terminal', async () => {
    cpSync(join(fixtures, 'starter'), join(work, 'elsewhere'), { recursive: true })
    const [here, there, wide] = [await manifestOf(['plan', 'starter']), await manifestOf(['plan', '.'], join(work, 'elsewhere')), await manifestOf(['plan', 'starter'], fixtures, { columns: 200 })]
    expect(there.text).toBe(here.text)
    expect(wide.text).toBe(here.text)
    expect(wide.stdout).toBe(here.stdout)
  })

  test('differs in one digest of what went in, and in that of what came out, where a cell differs', async () => {
    cpSync(join(fixtures, 'starter'), join(work, 'changed'), { recursive: true })
    const users = join(work, 'changed', 'users.csv')
    writeFileSync(users, readFileSync(users, 'utf8').replace('820', '821'))
    const [before, after] = [(await manifestOf(['plan', 'starter'])).manifest!, (await manifestOf(['plan', 'changed'], work)).manifest!]
    const differing = after.models[0]!.inputs.filter(({ digest }, place) => digest !== before.models[0]!.inputs[place]!.digest)
    expect(differing.map(({ file }) => file)).toEqual(['users.csv'])
    expect(after.output.digest).not.toBe(before.output.digest)
  })

  test('is not written where the model cannot be read', async () => {
    expect(await manifestOf(['plan', 'faults/unknown-system'])).toMatchObject({ exit: 2, text: '' })
  })

  test.each([[join(fixtures, '3c-ict', 'budget.csv'), 'part-of-the-model'], [join(work, 'no-such-folder', 'm.json'), 'not-writable']])('is refused before anything is done: %s', async (file, code) => {
    const io = fakeIo(['plan', '3c-ict', '--manifest', file], fixtures)
    expect(await run(io)).toBe(2)
    expect(io.printed.stdout).toBe('')
    expect(io.printed.stderr).toContain(code)
  })

  test('cannot be the file that the output goes to', async () => {
    const file = join(work, 'both.txt')
    const io = fakeIo(['plan', '3c-ict', '--output', file, '--manifest', file], fixtures)
    expect([await run(io), io.printed.stderr.split(':')[0], existsSync(file)]).toEqual([2, 'bad-option', false])
  })
})
