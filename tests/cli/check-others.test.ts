/** Scenarios and capital as `check` tries them: what is told where, and what is only passed over. */
import { describe, expect, test } from 'vitest'
import { run } from '../../src/run.ts'
import { fakeIo } from '../fake-io.ts'
import { type Files, inFolder, soundModel } from '../read/reading.ts'

interface Told {
  readonly check: string
  readonly severity: string
  readonly place: string
}

async function check(files: Files): Promise<{ exit: number; told: Told[] }> {
  return inFolder({ ...soundModel, ...files }, async folder => {
    const io = fakeIo(['check', '--format', 'json', '--only', 'scenarios', '--only', 'capital', '--only', 'ignored'], folder)
    const exit = await run(io)
    const { checks } = JSON.parse(io.printed.stdout) as { checks: { check: string; findings: { severity: string; file: string; line: number | null }[] }[] }
    return { exit, told: checks.flatMap(({ check: name, findings }) => findings.map(({ severity, file, line }) => ({ check: name, severity, place: `${file}:${line}` }))) }
  })
}

describe('a scenario', () => {
  test('that cannot be read is told at its cell, and a stray file is passed over', async () => {
    expect(await check({ 'scenarios/a.yaml': 'name: A\nchanges:\n  - rate: { index: nosuch }\n    set: 5%\n', 'scenarios/b.txt': '' }))
      .toEqual({ exit: 1, told: [{ check: 'scenarios', severity: 'error', place: 'scenarios/a.yaml:3' }, { check: 'ignored', severity: 'warning', place: 'scenarios/b.txt:null' }] })
  })

  test('that leaves no plan is told as a whole, beside what stands in its way', async () => {
    const { exit, told } = await check({ 'scenarios/nobody.yaml': 'name: Nobody\nchanges:\n  - users: {}\n    scale: 0%\n' })
    expect([exit, told.filter(({ check: name }) => name === 'scenarios').map(({ place }) => place)]).toEqual([1, expect.arrayContaining(['scenarios/nobody.yaml:null'])])
  })
})

describe('capital', () => {
  test('that cannot be read is told at its cell', async () => {
    expect(await check({ 'capital.csv': 'partner,activity,kind,2017/18\nNOBODY,Move,capex,5\n' })).toEqual({ exit: 1, told: [{ check: 'capital', severity: 'error', place: 'capital.csv:2' }] })
  })

  test('before the plan is passed over', async () => {
    const { exit, told } = await check({ 'capital.csv': 'partner,activity,kind,2001/02,2017/18\nNORTH,Move,capex,5,6\n' })
    expect([exit, told]).toEqual([0, [{ check: 'ignored', severity: 'warning', place: 'capital.csv:2' }]])
  })
})

test('where neither is there, nothing is told', async () => {
  expect(await check({})).toEqual({ exit: 0, told: [] })
})
