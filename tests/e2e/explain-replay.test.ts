/**
 * Every figure of every plan and charge of the fixtures, explained, and every explanation reckoned again from its own JSON
 * and the cells that it names: the figure is the same to the penny.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from '../../src/run.ts'
import { fakeIo } from '../fake-io.ts'
import { type Explained, largestRemainder, type Node, pence, replay } from '../replay.ts'

interface Standing {
  readonly baseline: string
  readonly cost: string
  readonly saving: string
  readonly cumulativeSaving: string
  readonly savingPercent: string | null
}

interface PlanJson {
  readonly years: readonly (Standing & {
    readonly year: string
    readonly categories: readonly (Standing & { readonly category: string })[]
    readonly partners: readonly (Standing & {
      readonly partner: string
      readonly staffShare: string | null
      readonly rules: readonly { readonly rule: string; readonly cost: string }[]
      readonly lines: readonly { readonly line: string; readonly cost: string }[]
    })[]
  })[]
}

type Amounts = Readonly<Record<'instalment' | 'overspend' | 'adjustment' | 'charge', string>>

interface ChargeJson {
  readonly total: Amounts
  readonly partners: readonly (Amounts & { readonly partner: string; readonly lines: readonly (Amounts & { readonly line: string; readonly rule: string })[] })[]
}

const fixtures = join(import.meta.dirname, '../../fixtures')
const encodings = readdirSync(join(fixtures, 'encodings')).filter(name => !name.endsWith('.golden')).map(name => `encodings/${name}`)

async function json<T>(command: string, model: string, ...args: readonly string[]): Promise<T> {
  const io = fakeIo([command, model, '--format', 'json', ...args], fixtures)
  const exit = await run(io)
  if (exit !== 0) expect.fail(`${command} ${model} ${args.join(' ')}: ${exit}\n${io.printed.stderr}`)
  return JSON.parse(io.printed.stdout) as T
}

const held = new Map<string, Set<string>>()
const met = new Set<string>()

async function explain(model: string, ...args: readonly string[]): Promise<Explained> {
  const explained = await json<Explained>('explain', model, ...args)
  const known = held.get(model) ?? new Set()
  held.set(model, known)
  const replayed = replay(explained, resolve(fixtures, model), known)
  if (replayed.complaints.length > 0) expect.fail(`${model} ${args.join(' ')}\n${replayed.complaints.join('\n')}`)
  for (const each of replayed.met) met.add(each)
  return explained
}

const amountOf = async (model: string, ...args: readonly string[]): Promise<string> => (await explain(model, ...args)).amount

/** Amounts under the headings that lead to them: nothing there is nil. */
function under(node: Node, ...headings: readonly Node['of'][]): string {
  const [heading, ...inner] = headings
  if (heading === undefined) return node.amount
  const next = node.terms.find(term => Object.entries(heading).every(([key, value]) => term.of[key] === value))
  return next === undefined ? '0.00' : under(next, ...inner)
}

/** Every difference of a model is told in one go. */
function differences() {
  const found: string[] = []
  let compared = 0
  return {
    same: (what: string, figure: string, wanted: string): void => {
      compared++
      if (figure !== wanted) found.push(`${what}: ${figure} is explained, ${wanted} reported`)
    },
    none: (least: number): void => {
      expect(found).toEqual([])
      expect(compared).toBeGreaterThanOrEqual(least)
    },
  }
}

/** A fraction to so many decimal places, half away from zero. */
function decimal(text: string, places: number): string {
  const [over, below = 1n] = text.split('/').map(BigInt) as [bigint, bigint?]
  const size = over < 0n ? -over : over
  const scaled = `${(2n * size * 10n ** BigInt(places) + below) / (2n * below)}`.padStart(places + 1, '0')
  return `${over < 0n && /[1-9]/.test(scaled) ? '-' : ''}${scaled.slice(0, -places)}.${scaled.slice(-places)}`
}

async function everyFigureOfThePlan(model: string): Promise<void> {
  const { same, none } = differences()
  const { years } = await json<PlanJson>('plan', model, '--by', 'line')
  const whole = (await explain(model)).derivation
  const named = (heading: Node['of']): Node['of'][] => (years.length > 1 ? [heading] : [])
  const figures = ['saving', 'baseline', 'cost'] as const
  for (const year of years) {
    const inYear = ['--year', year.year]
    const of = named({ year: year.year })
    same(`saving ${year.year}`, under(whole, ...of), year.saving)
    for (const figure of figures) same(`${figure} ${year.year}`, await amountOf(model, ...inYear, '--figure', figure), year[figure])
    same(`cumulative saving ${year.year}`, await amountOf(model, ...inYear, '--figure', 'cumulative-saving'), year.cumulativeSaving)
    for (const category of year.categories) {
      for (const figure of figures) same(`${figure} ${category.category} ${year.year}`, await amountOf(model, ...inYear, '--figure', figure, '--category', category.category), category[figure])
    }
    const quarters = await Promise.all([1, 2, 3, 4].map(async place => pence(await amountOf(model, '--figure', 'cost', '--quarter', `${year.year} Q${place}`))))
    same(`the quarters of ${year.year}`, `${quarters.reduce((a, b) => a + b)}`, `${pence(year.cost)}`)

    for (const { rule } of year.partners[0]!.rules) {
      const costs = year.partners.map(partner => pence(partner.rules.find(each => each.rule === rule)!.cost))
      same(`${rule} ${year.year}`, `${pence(await amountOf(model, ...inYear, '--rule', rule))}`, `${costs.reduce((a, b) => a + b)}`)
    }

    for (const partner of year.partners) {
      const who = partner.partner
      const own = ['--partner', who, ...inYear]
      const what = `${who} ${year.year}`
      const saved = await explain(model, ...own, '--figure', 'saving')
      same(`saving of ${what}`, saved.amount, partner.saving)
      same(`baseline of ${what}`, under(saved.derivation, { measure: 'baseline' }), partner.baseline)
      same(`cost of ${what}`, under(saved.derivation, { measure: 'cost' }), partner.cost)
      same(`saving of ${what} in the whole`, under(whole, ...of, { partner: who }), partner.saving)
      if (partner.savingPercent !== null) {
        same(`percent of ${what}`, decimal(hundredfold(saved.shares![0]!.share), 2), partner.savingPercent)
        same(`percent of ${what}`, saved.shares![0]!.percent, partner.savingPercent)
      }
      same(`cumulative saving of ${what}`, await amountOf(model, ...own, '--figure', 'cumulative-saving'), partner.cumulativeSaving)
      const staff = await explain(model, ...own, '--figure', 'staff-share')
      if (partner.staffShare !== null) same(`staff share of ${what}`, decimal(staff.shares![0]!.share, 12), partner.staffShare)
      for (const { rule, cost } of partner.rules) {
        same(`${rule} of ${what} in the whole`, under(whole, ...of, { partner: who }, { measure: 'cost' }, { rule }), cost)
      }
    }
  }
  const lines = new Set(years.flatMap(year => year.partners.flatMap(partner => partner.lines.map(each => each.line))))
  for (const line of lines) {
    const { derivation } = await explain(model, '--line', line)
    for (const year of years) {
      for (const partner of year.partners) {
        const reported = partner.lines.find(each => each.line === line)?.cost ?? '0.00'
        same(`${line} of ${partner.partner} ${year.year}`, under(derivation, ...named({ year: year.year }), { partner: partner.partner }), reported)
      }
    }
  }
  none(30)
}

const hundredfold = (text: string): string => {
  const [over, below = '1'] = text.split('/')
  return `${BigInt(over!) * 100n}/${below}`
}

async function everyFigureOfTheCharges(model: string): Promise<void> {
  const { same, none } = differences()
  const { years } = await json<PlanJson>('plan', model)
  const quarters = years.flatMap(({ year }) => [1, 2, 3, 4].map(place => `${year} Q${place}`))
  for (const quarter of quarters) {
    const charged = await json<ChargeJson>('charge', model, '--quarter', quarter)
    const explained = await explain(model, '--quarter', quarter)
    same(`charge ${quarter}`, explained.amount, charged.total.charge)
    for (const partner of charged.partners) {
      const who = partner.partner
      same(`charge of ${who} ${quarter}`, under(explained.derivation, { partner: who }), partner.charge)
      for (const line of partner.lines) {
        const path = [{ partner: who }, { rule: line.rule }, { line: line.line }]
        same(`${line.line} of ${who} ${quarter}`, under(explained.derivation, ...path), line.charge)
        for (const measure of ['instalment', 'overspend', 'adjustment'] as const) same(`${measure} ${line.line} of ${who} ${quarter}`, under(explained.derivation, ...path, { measure }), line[measure])
      }
    }
    const [one] = charged.partners
    same(`${one!.partner} alone ${quarter}`, await amountOf(model, '--quarter', quarter, '--partner', one!.partner), one!.charge)
    const [line] = one!.lines
    if (line) {
      same(`${line.line} alone ${quarter}`, await amountOf(model, '--quarter', quarter, '--partner', one!.partner, '--line', line.line), line.charge)
      const ofRule = one!.lines.filter(each => each.rule === line.rule).reduce((total, each) => total + pence(each.charge), 0n)
      same(`${line.rule} alone ${quarter}`, `${pence(await amountOf(model, '--figure', 'charge', '--quarter', quarter, '--partner', one!.partner, '--rule', line.rule))}`, `${ofRule}`)
    }
  }
  none(20)
}

const models = ['3c-ict', '3c-ict-usage', '3c-ict-quarters', 'starter']

describe('every figure of the plan is explained, and its explanation comes out at it', () => {
  test.each([...models, ...encodings])('%s', model => everyFigureOfThePlan(model))
})

describe('every instalment, overspend, adjustment and charge is explained, and its explanation comes out at it', () => {
  test.each(models)('%s', model => everyFigureOfTheCharges(model))
})

/** Eight partners, two of odd names, one that joins and one that leaves mid-year, in euros; quarters with cells of their own, which later years are raised from. */
function oddModel(): string {
  const folder = mkdtempSync(join(tmpdir(), 'farthing-explain-'))
  const partners = Array.from({ length: 8 }, (_, place) => (place === 0 ? 'A|b *c* <d>' : place === 1 ? 'Ärger & Söhne' : `P${place}`))
  const file = (name: string, lines: readonly string[]): void => writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
  file('model.yaml', [
    'name: "Odd, [names] & `all`"', 'currency: EUR', 'years: 2017/18 to 2019/20', 'host: P2', 'partners:',
    ...partners.map((id, place) => `  ${JSON.stringify(id)}: ${place === 3 ? '{ name: Late, joins: 2017/18 Q3 }' : place === 4 ? '{ name: Early, leaves: 2018/19 Q2 }' : `Council ${place}`}`),
    'indexation:', '  prices: { 2018/19: 2.125%, 2019/20: -1% }', 'drivers:', '  mix: { calls: 60%, baseline:other: 40% }', '  nested: { mix: 35%, calls: 65% }',
  ])
  file('baseline.csv', ['line,category,partner,index,2017/18,2017/18 Q2,2018/19,2019/20', ...partners.map((id, place) => `before,other,"${id}",prices,${1000 + 17 * place}.01,${place % 3 === 0 ? '33.33' : ''},,`)])
  file('budget.csv', [
    'line,category,rule,driver,partner,index,profile,2017/18,2017/18 Q3,2018/19,2019/20',
    '"licences, *gold* | <x>",other,shared,nested,,prices,,1000.03,77.77,,',
    'credit,other,shared,calls,,prices,40% 20% 20% 20%,-100.01,,,',
    'pool,other,pooled,baseline:other,,prices,Q1,"(1,234.57)",,€5k,',
    'old,other,legacy,,P2,,,,,,12.34',
    'never,other,shared,calls,,,,,,,',
  ])
  file('drivers.csv', ['driver,partner,2017/18,2018/19 Q4', ...partners.map((id, place) => `calls,"${id}",${place % 4},${place === 1 ? 7.25 : ''}`)])
  file('actuals.csv', ['period,line,amount,partner', '2017/18 Q1,"licences, *gold* | <x>",€251.01,', '2017/18 Q1,credit,(12.34),', '2017/18 Q2,credit,-5,P2', '2017/18 Q2,credit,-6,P2'])
  return folder
}

/** The partnership of 3c-ict-quarters, its files changed after three quarters were issued. */
function changedModel(): string {
  const folder = mkdtempSync(join(tmpdir(), 'farthing-explain-'))
  cpSync(join(fixtures, '3c-ict-quarters'), folder, { recursive: true })
  const change = (file: string, from: string, to: string): void => {
    const text = readFileSync(join(folder, file), 'utf8')
    expect(text.split(from)).toHaveLength(2)
    writeFileSync(join(folder, file), text.replace(from, to))
  }
  change('users.csv', 'accounts,SCDC,420', 'accounts,SCDC,421')
  change('budget.csv', '450000,', '451000.07,')
  change('budget.csv', 'scdc-swift-datapro,', 'scdc-swift,')
  change('budget.csv', 'hr-payroll,HR', 'hr-and-payroll,HR')
  rmSync(join(folder, 'actuals/2017-18-Q2.csv'))
  for (const quarter of [1, 3, 4]) {
    const file = join(folder, `actuals/2017-18-Q${quarter}.csv`)
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('scdc-swift-datapro', 'scdc-swift').replaceAll(',hr-payroll,', ',hr-and-payroll,'))
  }
  return folder
}

describe.each([['with what no fixture has', oddModel], ['whose files have changed since its quarters were issued', changedModel]])('a model %s', (_, make) => {
  const folder = make()
  afterAll(() => rmSync(folder, { recursive: true }))

  test('has every figure of its plan explained', () => everyFigureOfThePlan(folder))
  test('has every charge explained', () => everyFigureOfTheCharges(folder))
})

test('the second method shares 10p by 50, 27 and 23 as 5, 3 and 2; a tie goes to the larger weight, then to the first name', () => {
  const parts = (amount: bigint, ...weights: readonly bigint[]): bigint[] => largestRemainder(amount, weights.map(weight => [weight, 1n]), ['A', 'B', 'C'].slice(0, weights.length))
  expect(parts(10n, 50n, 27n, 23n)).toEqual([5n, 3n, 2n])
  expect(parts(2n, 1n, 3n)).toEqual([0n, 2n])
  expect(parts(1n, 1n, 1n, 0n)).toEqual([1n, 0n, 0n])
  expect(parts(-1n, 1n, 1n, 0n)).toEqual([-1n, 0n, 0n])
})

test('all of that held of something: every kind of amount, weight and node was met', () => {
  expect([...met].sort()).toEqual([
    'baseline weight', 'count', 'longer run', 'new run', 'node issued', 'node own', 'node share', 'node sum', 'origin blank', 'origin cell', 'origin quarters',
    'origin raised', 'own quarter', 'portion', 'profile', 'source actual', 'source budget', 'source none', 'source record', 'spent', 'spent direct', 'weight on record',
  ])
})
