/** Every check has a fixture that trips it and one that does not; and nothing that is told falls between two checks. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contextOf, type Told } from '../../../src/domain/checks/context.ts'
import { type CheckName, checkNames, checks } from '../../../src/domain/checks/registry.ts'
import { blocking, passed, runChecks } from '../../../src/domain/checks/run.ts'
import { fault, type Diagnostic, warning } from '../../../src/domain/diagnostic.ts'
import { run } from '../../../src/run.ts'
import { fakeIo } from '../../fake-io.ts'
import { amounts, at, baselineLine, byYear, costLine, counted, model, pounds, quarterNamed, spentOn, yearNamed } from '../../models.ts'
import { holds } from '../../properties.ts'
import { models } from '../../random-models.ts'
import { contextFor, named, readOf, resultOf } from './checking.ts'

const fixtures = join(import.meta.dirname, '../../../fixtures')

interface Answer {
  readonly check: CheckName
  readonly severity: string
  readonly result: string
  readonly compared: number | null
  readonly findings: readonly object[]
}

async function check(folder: string, ...args: string[]): Promise<{ exit: number; checks: Answer[] }> {
  const io = fakeIo(['check', folder, '--format', 'json', ...args], join(fixtures, 'checks'))
  const exit = await run(io)
  return { exit, checks: (JSON.parse(io.printed.stdout) as { checks: Answer[] }).checks }
}

describe('every check', () => {
  test.each(checks.map(each => [each.name, each.severity] as const))('%s has a fixture of its own that trips it and no other error', async (name, severity) => {
    const { exit, checks: all } = await check(name)
    const own = all.find(each => each.check === name)!
    expect([own.result, own.findings.length > 0, exit]).toEqual([severity === 'error' ? 'failed' : 'warning', true, severity === 'error' ? 1 : 0])
    expect(all.filter(({ result, check: of }) => of !== name && result === 'failed')).toEqual([])
    expect(readFileSync(join(fixtures, 'checks', `${name}.golden/stdout`), 'utf8')).toMatch(new RegExp(`^${name} .*(failed|warning)$`, 'm'))
  })

  test('has something to compare in the sound model, and finds nothing there', async () => {
    const { exit, checks: all } = await check('sound', '--strict')
    expect(all.map(({ check: name, result, compared }) => [name, result, (compared ?? 0) > 0])).toEqual(checkNames.map(name => [name, 'ok', true]))
    expect(exit).toBe(0)
  })

  test.each(['3c-ict', '3c-ict-usage', '3c-ict-quarters', 'starter'])('finds no error in %s', async folder => {
    expect(existsSync(join(fixtures, folder))).toBe(true)
    expect((await check(`../${folder}`)).exit).toBe(0)
  })

  test('asks in words that fit a line of the list', () => {
    expect(checks.filter(({ asks }) => !asks.endsWith('?') || asks.length > 47).map(({ name }) => name)).toEqual([])
    expect(new Set(checkNames).size).toBe(checkNames.length)
  })
})

test('the published plan does not add up in the eight places that are known, and no more', async () => {
  const { checks: all } = await check('../3c-ict')
  const found = all.find(({ check: name }) => name === 'published-sums')!.findings as { file: string; message: string }[]
  expect(found.map(({ file, message }) => `${file.slice(9)} ${/\d{4}\/\d\d/.exec(message)![0]}`).sort()).toEqual([
    'budget.csv 2018/19', 'budget.csv 2018/19', 'budget.csv 2021/22', 'budget.csv 2021/22',
    'costs.csv 2017/18', 'costs.csv 2019/20', 'savings.csv 2017/18', 'savings.csv 2020/21',
  ])
})

describe('what is told on the way', () => {
  const where = { line: 'email', first: quarterNamed('2017/18 Q1'), last: quarterNamed('2017/18 Q4'), amount: pounds('1.00') }
  const weightless = (name: string): Diagnostic => fault('no-weights', at(1), { ...where, driver: counted(name) })
  const told: [Told['by'], Diagnostic, CheckName][] = [
    ['plan', fault('no-rate', at(1), { line: 'team', index: 'pay', year: yearNamed('2017/18') }), 'rates'],
    ['plan', warning('year-overridden', at(1), { line: 'team', year: yearNamed('2017/18'), stated: pounds('1.00'), total: pounds('2.00') }), 'sums'],
    ['plan', fault('negative-weight', at(1), { ...where, driver: { kind: 'baseline' }, partner: 'A' }), 'shares'],
    ['plan', fault('partner-absent', at(1), { ...where, partner: 'A' }), 'partner-dates'],
    ['actuals', fault('partner-absent', at(1), { ...where, partner: 'A' }), 'partner-dates'],
    ['plan', weightless('calls'), 'zero-driver'], ['actuals', weightless('calls'), 'zero-driver'], ['plan', fault('no-weights', at(1), { ...where, driver: { kind: 'baseline' } }), 'zero-driver'],
    ['plan', weightless('users:email'), 'system-without-users'], ['plan', weightless('expected:email'), 'system-without-users'], ['actuals', weightless('users:email'), 'unused-application'],
    ['records', fault('edited-record', undefined, { file: 'issued/2017-18-Q1.json' }), 'issued'],
    ['records', fault('issued-in-another-currency', undefined, { issued: 'EUR', now: 'GBP' }), 'issued'],
    ['reading', warning('unknown-file', undefined, { file: 'budgte.csv', known: [] }), 'ignored'],
  ]

  test.each(told)('by %s stands under one check', (by, diagnostic, name) => {
    expect(checks.filter(({ claims }) => claims?.({ by, diagnostic })).map(each => each.name)).toEqual([name])
    const result = resultOf(name, contextFor(model({}), { told: [{ by, diagnostic }] }))
    expect([result.result, result.findings.map(({ notice }) => named(notice))]).toEqual([name === 'ignored' ? 'warning' : 'failed', [`${diagnostic.code}${diagnostic.at ? ' test.csv:1' : ''}`]])
  })

  test('no code that the plan can tell is left out', () => {
    const source = ['index-linking', 'unbearable'].map(file => readFileSync(join(import.meta.dirname, `../../../src/domain/${file}.ts`), 'utf8')).join('\n')
    const codes = [...source.matchAll(/(?:fault|warning)\('([a-z-]+)'/g)].map(([, code]) => code!)
    expect(codes.filter(code => !told.some(([, diagnostic]) => diagnostic.code === code))).toEqual([])
  })
})

describe('a model whose plan has faults', () => {
  const faulty = model({
    indexation: new Map([['pay', byYear({})]]), years: '2017/18 to 2018/19', counts: { users: { A: { '2017/18': 1 } } },
    budget: [costLine('team', { '2017/18': '1.00' }, { index: 'pay' })],
  })

  test('fails the check that the fault belongs to; what needs the plan is not run', () => {
    const results = runChecks(contextFor(faulty), () => true, false)
    expect(results.filter(({ result }) => result === 'failed').map(({ check: name }) => name)).toEqual(['rates'])
    expect(results.filter(({ result }) => result === 'not run').map(({ check: name }) => name)).toEqual(checks.filter(({ needs }) => needs === 'plan').map(({ name }) => name))
    expect(blocking(contextFor(faulty))).toEqual(['rates'])
  })

  test('does not pass where only a check that needs the plan is chosen, and passes where none does', () => {
    expect(passed(runChecks(contextFor(faulty), name => name === 'jump', false))).toBe(false)
    expect(passed(runChecks(contextFor(faulty), name => name === 'year-gap', false))).toBe(true)
  })
})

test('a warning fails under strict alone', () => {
  const rising = contextFor(model({ years: '2017/18 to 2018/19', counts: { users: { A: { '2017/18': 1 } } }, budget: [costLine('wire', { '2017/18': '1.00', '2018/19': '2.00' })] }))
  expect([resultOf('jump', rising), resultOf('jump', rising, true)].map(({ result, findings }) => [result, findings[0]!.severity])).toEqual([['warning', 'warning'], ['failed', 'error']])
  expect(blocking(rising)).toEqual([])
})

describe('random sound models', () => {
  const few = { numRuns: 1500 } as const

  test('are looked at by every check, and every sum and share holds', () => {
    fc.assert(fc.property(models, of => {
      const results = runChecks(contextFor(of), () => true, false)
      holds(results.every(({ result }) => result !== 'not run' && result !== 'skipped'), 'a check was not run')
      const broken = results.flatMap(({ findings }) => findings.map(({ notice }) => notice.code)).filter(code => ['sum-differs', 'charges-differ', 'shares-not-whole'].includes(code))
      holds(broken.length === 0, `found ${broken.join()}`)
    }), few)
  })

  test('with a little spent on a line: what is charged to date is the cost to date, or a check says why not', () => {
    fc.assert(fc.property(models, fc.nat(5), fc.integer({ min: -500, max: 500 }), fc.nat(3), (of, which, amount, quarter) => {
      const line = of.budget[which % of.budget.length]!
      const actuals = spentOn(line.id, { [`2017/18 Q${quarter + 1}`]: `${amount}.00` })
      const context = contextOf(readOf(of, { actuals }))
      const results = runChecks(context, () => true, false)
      holds(context.planned?.charged !== undefined || results.some(({ findings }) => findings.some(({ notice }) => notice.code === 'diagnosed')), 'no charge, and no reason')
      holds(results.every(({ findings }) => findings.every(({ notice }) => notice.code !== 'charges-differ')), 'charges differ')
    }), few)
  })
})

test('a baseline alone, or nothing at all, is looked at too', () => {
  for (const of of [model({}), model({ baseline: [baselineLine('A', { '2017/18': '1.00' })] }), model({ budget: [costLine('nil', { '2017/18': '0.00' }, { amounts: amounts({}) })] })]) {
    expect(() => runChecks(contextFor(of), () => true, true)).not.toThrow()
  }
})
