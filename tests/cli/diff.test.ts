/** Two folders in one command: places, files and the manifest of each; and what each step says in a report. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { run } from '../../src/run.ts'
import { fakeIo } from '../fake-io.ts'

const fixtures = join(import.meta.dirname, '../../fixtures')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'farthing-diff-'))
  cpSync(join(fixtures, 'diff'), folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

async function farthing(args: readonly string[], cwd = folder): Promise<{ stdout: string; stderr: string; exit: number }> {
  const io = fakeIo(args, cwd)
  const exit = await run(io)
  return { ...io.printed, exit }
}

test('a folder is called as it was typed, and a place in it by its path from here', async () => {
  const { stdout } = await farthing(['diff', '.', '../after/'], join(folder, 'before'))
  expect(stdout).toContain('A shared service: what changed from . to ../after/, £')
  expect(stdout).toContain('\n  ../after/budget.csv:2:46\n')
  expect(stdout).toContain('\n  budget.csv:6:1\n')
})

test('the manifest has the files of each folder by their names, and is the same wherever the folders are', async () => {
  const manifest = async (args: readonly string[], cwd?: string): Promise<string> => {
    await farthing(['diff', ...args, '--manifest', join(folder, 'run.json')], cwd)
    return readFileSync(join(folder, 'run.json'), 'utf8')
  }
  const here = await manifest(['before', 'after'])
  const { command, models } = JSON.parse(here) as { command: string; models: { inputs: { file: string }[] }[] }
  const files = ['budget.csv', 'model.yaml', 'users.csv']
  expect([command, models.map(({ inputs }) => inputs.map(({ file }) => file))]).toEqual(['diff', [files, files]])
  expect((await manifest(['.', '../after'], join(folder, 'before'))).replaceAll(/"digest": "[^"]+"\n {2}\}\n/g, '')).toBe(here.replaceAll(/"digest": "[^"]+"\n {2}\}\n/g, ''))
})

test('the manifest of an issued quarter beside a model has the record, and the actuals and records of the model', async () => {
  cpSync(join(fixtures, '3c-ict-quarters'), join(folder, 'quarters'), { recursive: true })
  const { exit } = await farthing(['diff', 'quarters/issued/2017-18-Q2.json', 'quarters', '--manifest', 'run.json', '--output', 'out.txt'])
  const { models } = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as { models: { inputs: { file: string }[] }[] }
  const [record, model] = models.map(({ inputs }) => inputs.map(({ file }) => file))
  expect([exit, record]).toEqual([0, ['2017-18-Q2.json']])
  expect(model).toEqual(expect.arrayContaining(['actuals/2017-18-Q1-late.csv', 'budget.csv', 'issued/2017-18-Q1.json', 'model.yaml']))
})

test('a record may stand anywhere, and the model without those before it', async () => {
  cpSync(join(fixtures, '3c-ict-quarters'), join(folder, 'quarters'), { recursive: true })
  cpSync(join(folder, 'quarters/issued/2017-18-Q2.json'), join(folder, 'kept.json'))
  rmSync(join(folder, 'quarters/issued'), { recursive: true })
  const { stdout, stderr, exit } = await farthing(['diff', 'kept.json', 'quarters', '--exit-code'])
  expect([stderr, exit]).toEqual(['', 1])
  expect(stdout).toContain('From issued 2017/18 Q2')
  expect(stdout).toMatch(/network, 2017\/18 Q1 +95,000\.00 +97,417\.33/)
})

test('what is long stands below what it is of, and a long path is cut at its beginning', async () => {
  cpSync(join(folder, 'after'), join(folder, 'a-branch-with-a-long-name'), { recursive: true })
  const file = join(folder, 'a-branch-with-a-long-name', 'model.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('A shared service', 'A service that more than one shares'))
  const { stdout } = await farthing(['diff', 'after', 'a-branch-with-a-long-name'])
  expect(stdout).toContain('name\n  before: A shared service\n  after: A service that more than one shares\n  a-branch-with-a-long-name/model.yaml\n')
  expect(stdout).toContain('\nTo …-with-a-long-name  ')
  expect(stdout).toContain('\nEvery partner bears what it bore.\n')
  expect(stdout.split('\n').every(line => line.length <= 80)).toBe(true)
})

test('an output that would write over a model is refused before anything is read', async () => {
  expect(await farthing(['diff', 'before', 'nowhere', '--output', 'after/budget.csv'])).toMatchObject({ stdout: '', exit: 2, stderr: expect.stringMatching(/^part-of-the-model: /) })
})

test('a file that no plan is made of is told by its digest where it differs, whatever its line ends', async () => {
  const targets = 'measure,year,target\nsaving,2025/26,"£1"\n'
  for (const [name, text] of [['before', targets], ['after', targets.replaceAll('\n', '\r\n')]]) writeFileSync(join(folder, name!, 'targets.csv'), text!)
  expect((await farthing(['diff', 'before', 'after'])).stdout).not.toContain('targets.csv')
  writeFileSync(join(folder, 'after', 'targets.csv'), targets.replace('£1', '£2'))
  const { stdout } = await farthing(['diff', 'before', 'after'])
  expect(stdout).toMatch(/^targets\.csv +[0-9a-f]{12} +[0-9a-f]{12}$/m)
  expect(stdout).toContain('\n  after/targets.csv\n')
})

test('of two folders that differ in nothing but actuals that much is told, and exit code 1 asked for says so', async () => {
  for (const name of ['one', 'other']) cpSync(join(fixtures, '3c-ict-quarters'), join(folder, name), { recursive: true })
  expect(await farthing(['diff', 'one', 'other', '--exit-code'])).toMatchObject({ exit: 0 })
  const actuals = join(folder, 'other/actuals/2017-18-Q3.csv')
  writeFileSync(actuals, readFileSync(actuals, 'utf8').replace('£12,500.00', '£12,500.01'))
  const { stdout, exit } = await farthing(['diff', 'one', 'other', '--exit-code', '--format', 'json'])
  expect([(JSON.parse(stdout) as { changes: { what: string }[] }).changes.map(({ what }) => what), exit]).toEqual([['actuals/2017-18-Q3.csv'], 1])
})
