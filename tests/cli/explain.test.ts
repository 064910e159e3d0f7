import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { run } from '../../src/run.ts'
import { fakeIo } from '../fake-io.ts'

const fixtures = join(import.meta.dirname, '../../fixtures')

async function farthing(cwd: string, args: readonly string[], screen: Parameters<typeof fakeIo>[2] = {}): Promise<{ exit: number; stdout: string; stderr: string }> {
  const io = fakeIo(args, cwd, screen)
  return { exit: await run(io), ...io.printed }
}

describe('an explanation on a terminal', () => {
  const asked = ['explain', '3c-ict-usage', '--line', 'gis', '--year', '2019/20']
  const shown = async (columns: number, env: Record<string, string> = { NO_COLOR: '1' }): Promise<string> => (await farthing(fixtures, asked, { columns, env })).stdout

  test.each([40, 80, 200])('is no wider than the screen of %d, nor than 100, and no amount is lost', async columns => {
    const lines = (await shown(columns)).trimEnd().split('\n')
    const ofWords = lines.filter(line => !/^\s*\S+$/.test(line))
    expect(Math.max(...ofWords.slice(2).map(line => line.length))).toBeLessThanOrEqual(Math.min(columns, 100))
    expect(lines.filter(line => /\s{2,}-?[\d,]+\.\d\d$/.test(line))).toHaveLength(13)
    expect((await shown(columns)).replaceAll(/\s+/g, ' ')).toBe((await shown(80)).replaceAll(/\s+/g, ' '))
  })

  test('is the same in colour but for the colours', async () => {
    const coloured = await shown(80, {})
    expect(coloured).toContain('\u{1b}[2m')
    expect(stripVTControlCharacters(coloured)).toBe(await shown(80))
  })
})

let folder = ''

const file = (name: string, ...lines: readonly string[]): void => writeFileSync(join(folder, name), `${lines.join('\n')}\n`)

const modelOf = (...partners: readonly string[]): void =>
  file('model.yaml', 'name: Test', 'currency: GBP', 'years: 2017/18', `host: ${JSON.stringify(partners[0])}`, 'partners:', ...partners.map(id => `  ${JSON.stringify(id)}: Council`))

/** £400 of email by the users of each partner, and £40 more that the first bears alone. */
function fresh(...partners: readonly string[]): void {
  folder = mkdtempSync(join(tmpdir(), 'farthing-explain-'))
  modelOf(...partners)
  file('baseline.csv', 'line,category,partner,2017/18', ...partners.map(id => `staff,staff,"${id}",100`))
  file('budget.csv', 'line,category,rule,driver,partner,2017/18', 'email,other,shared,email,,400', `old,other,legacy,,"${partners[0]}",40`)
  file('users.csv', 'system,partner,2017/18', ...partners.map((id, place) => `email,"${id}",${place + 1}`))
}

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const explain = (...args: readonly string[]) => farthing(folder, ['explain', '.', ...args])

const issue = (place: number) => farthing(folder, ['charge', '.', '--quarter', `2017/18 Q${place}`, '--issue'])

describe('a quarter that was issued', () => {
  test('is explained with all who were charged, though one is no partner any more', async () => {
    fresh('A', 'B')
    expect((await issue(1)).exit).toBe(0)
    modelOf('A')
    file('baseline.csv', 'line,category,partner,2017/18', 'staff,staff,A,100')
    file('users.csv', 'system,partner,2017/18', 'email,A,1')
    const { exit, stdout } = await explain('--quarter', '2017/18 Q1')
    expect(exit).toBe(0)
    expect(stdout).toMatch(/^charge +110\.00$/m)
    expect(stdout).toMatch(/^ {2}B +66\.67$/m)
    expect(stdout).toContain('email: A 1, B 2; together 3.')
  })

  test('is explained by its record where the actuals cannot be read any more', async () => {
    fresh('A', 'B')
    file('actuals.csv', 'period,line,amount', '2017/18 Q1,email,130', '2017/18 Q1,old,10')
    expect((await issue(1)).exit).toBe(0)
    const asked = ['--quarter', '2017/18 Q1', '--line', 'email', '--partner', 'A']
    expect((await explain(...asked)).stdout).toContain('130.00 was spent in 2017/18 Q1: 130.00 in row 2 of actuals.csv.')
    file('actuals.csv', 'period,line,amount', '2017/18 Q1,email,sixpence')
    const { exit, stdout, stderr } = await explain(...asked)
    expect([exit, stderr]).toEqual([0, ''])
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('130.00 was spent in 2017/18 Q1, as known when 2017/18 Q1 was issued.')
    expect(stdout).toMatch(/^charge +43\.33$/m)
  })
})

test('a line that was charged and is removed from the budget is given back: less what was issued, and nothing else', async () => {
  fresh('A', 'B')
  await issue(1)
  file('budget.csv', 'line,category,rule,driver,partner,2017/18', 'email,other,shared,email,,400')
  const { exit, stdout } = await explain('--quarter', '2017/18 Q2', '--line', 'old', '--partner', 'A')
  expect(exit).toBe(0)
  expect(stdout.split('\n').slice(4, 8).map(line => line.trim().replaceAll(/ {2,}/g, ' '))).toEqual(['old -10.00', 'adjustment -10.00', 'less issued in 2017/18 Q1 -10.00', ''])
})

test('lines without weights or with less than nothing of them are explained as long as they cost nothing', async () => {
  fresh('A', 'B')
  file('baseline.csv', 'line,category,partner,2017/18', 'staff,staff,A,-100', 'staff,staff,B,90')
  file('budget.csv', 'line,category,rule,driver,partner,2017/18', 'email,other,shared,email,,0', 'team,staff,staff,,,')
  file('users.csv', 'system,partner,2017/18', 'email,A,0')
  for (const line of ['email', 'team']) {
    for (const format of ['table', 'json', 'csv', 'markdown']) expect((await explain('--line', line, '--format', format)).exit).toBe(0)
  }
  const { origins } = JSON.parse((await explain('--line', 'team', '--format', 'json')).stdout) as { origins: { Elements: { AllocatedRatio: number }[] }[] }
  expect(origins.flatMap(({ Elements }) => Elements.map(({ AllocatedRatio }) => AllocatedRatio))).toEqual(Array.from({ length: 8 }, () => 0))
})

test('twenty partners of odd names are all told, in markdown without any of it taken for markup', async () => {
  const names = Array.from({ length: 20 }, (_, place) => `P${place}${place % 2 === 0 ? ' *&* <b>' : '_[x]`'}`)
  fresh(...names)
  const { exit, stdout } = await explain('--line', 'email', '--partner', names[7]!)
  expect(exit).toBe(0)
  // 400.00 by 8 of 210 is 15.238095…
  expect(stdout).toMatch(/^cost +15\.24$/m)
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('By users:email, 8 of 210: 4/105 (3.81%) of 400.00. Exactly 15.238095…, in whole pence 15.24.')
  for (const [place, name] of names.entries()) expect(stdout.replaceAll(/\s+/g, ' ')).toContain(`${name} ${place + 1} (users.csv:${place + 2}:`)
  const markdown = (await explain('--line', 'email', '--partner', names[7]!, '--format', 'markdown')).stdout
  expect(markdown.replaceAll(/\\./g, '').replaceAll('**', '')).not.toMatch(/[*_`<>[\]]/)
})

test('what is asked without a figure is the charge of a quarter, the cost of a rule or a line, or else the saving', async () => {
  const figure = async (...args: readonly string[]): Promise<unknown> => (JSON.parse((await farthing(fixtures, ['explain', 'starter', '--format', 'json', ...args])).stdout) as { figure: unknown }).figure
  expect(await Promise.all([figure(), figure('--rule', 'staff'), figure('--line', 'email'), figure('--category', 'staff'), figure('--quarter', '2025/26 Q1'), figure('--quarter', '2025/26 Q1', '--line', 'email')]))
    .toEqual(['saving', 'cost', 'cost', 'saving', 'charge', 'charge'])
})
