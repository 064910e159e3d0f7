/**
 * Small models by hand. Amounts are written in pounds with two places, periods as on screen:
 * `amounts({ '2017/18': '400.00', '2017/18 Q3': '130.00' })`.
 */
import type { Actuals } from '../src/domain/actuals.ts'
import type { ChargedLine } from '../src/domain/charged.ts'
import type { Driver } from '../src/domain/drivers/driver.ts'
import type { IssuedRecord } from '../src/domain/issued.ts'
import { leavesOf } from '../src/domain/leaf.ts'
import { type BaselineLine, type CostLine, equalInstalments, type Index, type Model, type Partner } from '../src/domain/model.ts'
import { type Money, pence } from '../src/domain/money.ts'
import { type Period, quarter, quarterName, type Quarter, year, type Year, yearsFrom } from '../src/domain/period.ts'
import { plan, type Plan } from '../src/domain/plan.ts'
import { type Ratio, ratio } from '../src/domain/ratio.ts'
import { type At, type Datum, type Stated, stated } from '../src/domain/stated.ts'

export const at = (line: number, column = 1): At => ({ file: 'test.csv', line, column, length: 1 })

export const datum = <T>(value: T, place = at(1)): Datum<T> => ({ value, at: place })

export function period(name: string): Period {
  const [start, place] = [/^\d{4}/.exec(name)![0], /Q([1-4])$/.exec(name)?.[1]]
  const of = year(Number(start))
  return place === undefined ? { kind: 'year', year: of } : { kind: 'quarter', quarter: quarter(of, Number(place) - 1) }
}

export const yearNamed = (name: string): Year => year(Number(name.slice(0, 4)))

export function quarterNamed(name: string): Quarter {
  const of = period(name)
  if (of.kind === 'year') throw new Error(`${name} is no quarter`)
  return of.quarter
}

export function pounds(text: string): Money {
  if (!/^-?\d+\.\d\d$/.test(text)) throw new Error(`${text} is not in pounds and pence`)
  return pence(BigInt(text.replace('.', '')))
}

/** The cell of the nth value is at line n. */
const states = <T>(values: Readonly<Record<string, T>>): Stated<T> =>
  stated(Object.entries(values).map(([name, value], place) => [period(name), datum(value, at(place + 1))]))

export const amounts = (values: Readonly<Record<string, string>>): Stated<Money> =>
  states(Object.fromEntries(Object.entries(values).map(([name, text]) => [name, pounds(text)])))

export const counts = (values: Readonly<Record<string, number | Ratio>>): Stated<Ratio> =>
  states(Object.fromEntries(Object.entries(values).map(([name, count]) => [name, typeof count === 'number' ? ratio(BigInt(count)) : count])))

export const percent = (whole: number): Ratio => ratio(BigInt(whole), 100n)

export const everyYear = (rate: number): Index => ({ everyYear: datum(percent(rate)), byYear: new Map() })

/** The rate of the nth year is at line n. */
export const byYear = (rates: Readonly<Record<string, number>>): Index =>
  ({ byYear: new Map(Object.entries(rates).map(([name, rate], place) => [yearNamed(name), datum(percent(rate), at(place + 1))])) })

export const counted = (name: string): Driver => ({ kind: 'counted', name })
export const blend = (name: string): Driver => ({ kind: 'blend', name })
export const alone = (partner: string): Driver => ({ kind: 'direct', partner })

export const costLine = (id: string, values: Readonly<Record<string, string>>, terms: Partial<CostLine> = {}): CostLine =>
  ({ id, category: 'other', rule: 'shared', driver: counted('users'), profile: equalInstalments, amounts: amounts(values), at: at(7), ...terms })

export const baselineLine = (partner: string, values: Readonly<Record<string, string>>, terms: Partial<BaselineLine> = {}): BaselineLine =>
  ({ id: 'before', category: 'staff', partner, profile: equalInstalments, amounts: amounts(values), at: at(7), ...terms })

type Terms = Partial<Omit<Model, 'partners' | 'years' | 'counts'>> & {
  readonly years?: string
  readonly partners?: readonly (string | Partner)[]
  readonly counts?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number | Ratio>>>>>>
}

/** Partners A and B in 2017/18, unless the terms say otherwise. */
export function model(terms: Terms): Model {
  const [first, last = first] = (terms.years ?? '2017/18').split(' to ').map(yearNamed)
  return {
    name: 'Test', currency: 'GBP', yearStarts: 4, host: 'A', indexation: new Map(), baseline: [], budget: [], blends: new Map(), ...terms,
    years: yearsFrom(first!, last!),
    partners: (terms.partners ?? ['A', 'B']).map(of => (typeof of === 'string' ? { id: of, name: of } : of)),
    counts: new Map(Object.entries(terms.counts ?? {}).map(([name, of]) =>
      [name, new Map(Object.entries(of).map(([partner, values]) => [partner, counts(values)]))])),
  }
}

export function planOf(of: Model): Plan {
  const { value, diagnostics } = plan(of)
  if (value === undefined) throw new Error(`no plan: ${diagnostics.map(({ code }) => code).join()}`)
  return value
}

/** What each partner bears of a line in each quarter, in pence: `{ '2017/18 Q1': [667n, 333n] }`. */
export function borne(of: Plan, line: string): Record<string, bigint[]> {
  const quarters: Record<string, bigint[]> = {}
  for (const leaf of leavesOf(of)) if (leaf.line.id === line) (quarters[quarterName(leaf.quarter)] ??= []).push(leaf.amount)
  return quarters
}

/** What was spent on a line, a row a quarter; for one partner, where one is named. */
export const spentOn = (line: string, values: Readonly<Record<string, string>>, partner?: string): Actuals => ({
  spend: Object.entries(values).map(([name, amount]) =>
    ({ line, quarter: quarterNamed(name), amount: pounds(amount), at: at(9), rows: { count: 1, first: 2 }, ...(partner !== undefined && { partner }) })),
  payments: [],
})

export const issued = (of: Quarter, lines: readonly ChargedLine[]): IssuedRecord => ({
  partnership: { name: 'Test', currency: 'GBP', host: 'A', partners: [{ id: 'A', name: 'A' }, { id: 'B', name: 'B' }] },
  quarter: of, issuedAt: '2017-07-01T09:00:00Z', version: '0.1.0', digest: '', inputs: new Map(), lines, paid: new Map(),
})
