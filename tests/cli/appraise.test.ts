/** What goes into an appraisal from outside the model is told of, and put on record. */
import { createHash } from 'node:crypto'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../../src/run.ts'
import { fakeIo } from '../fake-io.ts'
import { inFolder } from '../read/reading.ts'

const model = join(import.meta.dirname, '../../fixtures/appraisal/two-depots')

const inCopy = <T>(use: (folder: string) => T): T => inFolder({}, folder => {
  cpSync(model, join(folder, 'depots'), { recursive: true })
  writeFileSync(join(folder, 'rates.csv'), 'from_year,rate\n0,10%\n')
  return use(folder)
})

async function appraise(folder: string, ...options: string[]) {
  const io = fakeIo(['appraise', 'depots', ...options], folder)
  return { exit: await run(io), ...io.printed }
}

const digestOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

test('the manifest holds the digests of capital.csv and of the table of rates, and the options', () => inCopy(async folder => {
  expect(await appraise(folder, '--discount-table', 'rates.csv', '--optimism-bias', '20%', '--manifest', 'run.json')).toMatchObject({ exit: 0, stderr: '' })
  const manifest = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'))
  expect(manifest).toMatchObject({ command: 'appraise', options: { discountTable: 'rates.csv', optimismBias: '20%' } })
  expect(manifest.models).toEqual([{
    inputs: ['../rates.csv', 'baseline.csv', 'budget.csv', 'capital.csv', 'model.yaml'].map(file => ({ file, digest: digestOf(join(folder, 'depots', file)) })),
  }])
}))

test('the report goes to a file, and the same rate by a table gives the same figures', () => inCopy(async folder => {
  expect(await appraise(folder, '--rate', '10%', '--format', 'csv', '--output', 'one.csv')).toEqual({ exit: 0, stdout: '', stderr: '' })
  const { stdout } = await appraise(folder, '--discount-table', join(folder, 'rates.csv'), '--format', 'csv')
  expect(stdout).toBe(readFileSync(join(folder, 'one.csv'), 'utf8'))
}))

test('capital.csv is never written over', () => inCopy(async folder => {
  const before = digestOf(join(folder, 'depots/capital.csv'))
  expect(await appraise(folder, '--output', 'depots/capital.csv')).toMatchObject({ exit: 2, stdout: '' })
  expect(digestOf(join(folder, 'depots/capital.csv'))).toBe(before)
}))

test('a base year more than a hundred years before the plan is refused', () => inCopy(async folder => {
  expect(await appraise(folder, '--base-year', '1925/26')).toMatchObject({ exit: 0 })
  expect(await appraise(folder, '--base-year', '1924/25')).toMatchObject({ exit: 2, stdout: '' })
}))
