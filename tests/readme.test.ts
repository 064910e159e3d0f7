/** What the README shows is what the program prints today. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { run } from '../src/run.ts'
import { fakeIo } from './fake-io.ts'

const root = join(import.meta.dirname, '..')
const blocks = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/```(\w*)\n(.*?)```/gs)].map(([, language, text]) => ({ language, text: text! }))
const blockWith = (text: string): string => blocks.find(block => block.text.includes(text))!.text

async function printed(args: readonly string[], cwd = root): Promise<{ stdout: string; stderr: string; exit: number }> {
  const io = fakeIo(args, cwd)
  const exit = await run(io)
  return { ...io.printed, exit }
}

test('the plan begins as the README shows it', async () => {
  const { stdout } = await printed(['plan', 'fixtures/3c-ict'])
  expect(stdout.startsWith(blockWith('Budget summary'))).toBe(true)
})

test('the check ends as the README shows it', async () => {
  const { stdout } = await printed(['check', 'fixtures/3c-ict'])
  expect(stdout.endsWith(blockWith('figures agree'))).toBe(true)
})

test('the fault is told as the README shows it', async () => {
  const { stderr } = await printed(['plan', 'fixtures/faults/unknown-system'])
  expect(stderr).toBe(blockWith('unknown-system'))
})

test('a figure is explained as the README shows it', async () => {
  const [command, ...shown] = blockWith('$ farthing explain').split('\n')
  const { stdout } = await printed(command!.replace('$ farthing ', '').split(' '))
  expect(stdout).toBe(shown.join('\n'))
})

test('the workflow of the README is one that can be read, and ends with a command that annotates', async () => {
  const workflow = parse(blockWith('runs-on')) as { jobs: { check: { steps: { run?: string }[] } } }
  const [, ...args] = workflow.jobs.check.steps.at(-1)!.run!.replace('node farthing/bin/farthing.js', 'farthing').replace(' model ', ' fixtures/3c-ict ').split(' ')
  const { stdout, exit } = await printed(args)
  expect([stdout.split('\n')[0]!.startsWith('::warning file=fixtures/3c-ict/'), exit]).toEqual([true, 0])
})

test('the model.yaml of the README is one that the program takes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'farthing-readme-'))
  try {
    cpSync(join(root, 'fixtures/starter'), folder, { recursive: true })
    writeFileSync(join(folder, 'model.yaml'), blockWith('indexation:'))
    expect(await printed(['plan', folder])).toMatchObject({ stderr: '', exit: 0 })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('every command of the README is one that the program knows', async () => {
  const text = readFileSync(join(root, 'README.md'), 'utf8')
  const named = new Set([...text.matchAll(/`farthing (\w+)/g)].map(([, name]) => name!))
  const { stdout } = await printed(['--help'])
  expect([...named].filter(name => !new RegExp(`^  ${name} `, 'm').test(stdout))).toEqual([])
})
