/**
 * Arbitrary histories: two years, quarter after quarter. By each quarter budgets, counts and actuals may be stated anew,
 * lines added to the budget or removed, or another model altogether agreed by the same five partners; quarters close,
 * and open again. Whatever comes of it is sound: somebody can be charged for every cost.
 */
import fc from 'fast-check'
import type { Actuals, Payment, Spend } from '../../src/domain/actuals.ts'
import { driverName } from '../../src/domain/drivers/driver.ts'
import { type CostLine, type Model, type Partner, takesPart } from '../../src/domain/model.ts'
import { type Money, pence } from '../../src/domain/money.ts'
import { type Quarter, quarter as quarterOf, quarterName, year, yearsFrom } from '../../src/domain/period.ts'
import { multiply, type Ratio, ratio } from '../../src/domain/ratio.ts'
import type { Datum, Stated } from '../../src/domain/stated.ts'
import { at, datum } from '../models.ts'
import { models } from '../random-models.ts'

export interface Step {
  readonly quarter: Quarter
  /** What is known by then. */
  readonly model: Model
  readonly actuals: Actuals
  readonly closedTo: Quarter | undefined
  readonly issues: boolean
}

const first = year(2017)
const steps = 8
const quarterAt = (place: number): Quarter => quarterOf(first, place)
const ids = ['A', 'B', 'C', 'D', 'E'] as const
const lineNames = ['line-0', 'line-1', 'line-2', 'line-3'] as const

const amount: fc.Arbitrary<Money> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -900, max: 3000 }) }, { weight: 1, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.maxSafeInteger() },
).map(of => pence(BigInt(of)))
const place = fc.nat(steps - 1)
const name = fc.constantFrom(...lineNames)
const partner = fc.constantFrom(...ids)

type Change = (model: Model) => Model

const sameAsBefore: Change = model => model

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(sameAsBefore) },
  { weight: 3, arbitrary: fc.tuple(name, place, amount).map(([id, when, to]): Change => model => inBudget(model, line => (line.id === id ? [withAmount(line, quarterAt(when), to, model)] : [line]))) },
  { weight: 3, arbitrary: fc.tuple(fc.nat(2), partner, place, fc.integer({ min: 1, max: 30 })).map(([which, id, when, to]): Change => model => withCount(model, which, id, quarterAt(when), ratio(BigInt(to)))) },
  { weight: 1, arbitrary: name.map((id): Change => model => inBudget(model, line => (line.id === id ? [] : [line]))) },
  { weight: 1, arbitrary: fc.tuple(name, name).map(([id, like]): Change => model => inBudget(model, line => (line.id !== like || model.budget.some(of => of.id === id) ? [line] : [line, { ...line, id }]))) },
  { weight: 1, arbitrary: models.map((other): Change => () => agreed(other)) },
)

const inBudget = (model: Model, each: (line: CostLine) => CostLine[]): Model => ({ ...model, budget: model.budget.flatMap(each) })

function withAmount(line: CostLine, quarter: Quarter, to: Money, model: Model): CostLine {
  return mayCost(line, quarter, model) ? { ...line, amounts: { ...line.amounts, quarters: new Map([...line.amounts.quarters, [quarter, datum(to)]]) } } : line
}

/** What one partner bears alone costs nothing while it takes no part. */
const mayCost = ({ driver }: CostLine, quarter: Quarter, model: Model): boolean => driver.kind !== 'direct' || isIn(driver.partner, quarter, model)

const isIn = (id: string, quarter: Quarter, { partners }: Model): boolean => takesPart(partners.find(of => of.id === id)!, quarter)

function withCount(model: Model, which: number, id: string, quarter: Quarter, to: Ratio): Model {
  const driver = [...model.counts.keys()][which]!
  const counts = model.counts.get(driver)!
  const before = counts.get(id) ?? { years: new Map(), quarters: new Map() }
  return { ...model, counts: new Map([...model.counts, [driver, new Map([...counts, [id, { ...before, quarters: new Map([...before.quarters, [quarter, datum(to)]]) }]])]]) }
}

/** A model of five partners and two years; whoever it did not know of weighs nothing. Counts are whole. */
function agreed(model: Model): Model {
  const partners = ids.map((id): Partner => model.partners.find(of => of.id === id) ?? { id, name: id })
  const whole = ({ years, quarters }: Stated<Ratio>): Stated<Ratio> => ({ years: inWhole(years), quarters: inWhole(quarters) })
  const inWhole = <K>(of: ReadonlyMap<K, Datum<Ratio>>): Map<K, Datum<Ratio>> => new Map([...of].map(([key, { value }]) => [key, datum(multiply(value, ratio(4n)))]))
  const counts = new Map([...model.counts].map(([driver, of]) => [driver, new Map([...of].map(([id, values]) => [id, whole(values)]))]))
  return { ...model, partners, counts, years: yearsFrom(first, year(first + 1)) }
}

const row = fc.record({
  line: fc.constantFrom(...lineNames, 'hired'),
  direct: fc.option(partner, { freq: 2, nil: undefined }),
  paidBy: fc.option(partner, { freq: 2, nil: undefined }),
  quarter: place, amount, known: place,
  anew: fc.option(fc.record({ known: place, amount }), { nil: undefined }),
})

type Row = typeof row extends fc.Arbitrary<infer T> ? T : never

/** The rows that are known by a step, of lines and partners that can be charged. */
function actualsAt(step: number, rows: readonly Row[], model: Model): Actuals {
  const spend: Spend[] = []
  const payments: Payment[] = []
  for (const { line, direct, paidBy, quarter: when, amount: of, known, anew } of rows) {
    const quarter = quarterAt(when)
    const budgeted = model.budget.find(({ id }) => id === line)
    const chargeable = direct === undefined ? budgeted && mayCost(budgeted, quarter, model) : isIn(direct, quarter, model)
    if (known > step || !chargeable) continue
    const stated = anew && anew.known <= step ? anew.amount : of
    spend.push({ line, quarter, amount: stated, at: at(9), rows: { count: 1, first: 2 }, ...(direct !== undefined && { partner: direct }) })
    if (paidBy !== undefined) payments.push({ partner: paidBy, quarter, amount: stated, at: at(9), rows: { count: 1, first: 2 } })
  }
  return { spend, payments }
}

/** Mostly the quarter before, or whatever has actuals; else any, and none is one of them. */
const closing = fc.oneof(fc.constant(undefined), fc.constant('last' as const), fc.integer({ min: -1, max: steps - 1 }))

export const histories: fc.Arbitrary<Step[]> = fc.record({
  model: models,
  rows: fc.array(row, { maxLength: 14 }),
  quarters: fc.array(fc.record({ change, closing, issues: fc.integer({ min: 0, max: 5 }).map(of => of > 0) }), { minLength: steps, maxLength: steps }),
}).map(({ model, rows, quarters }) => {
  let now = agreed(model)
  return told(quarters.map((drawn, step): Step => {
    now = drawn.change(now)
    const closed = drawn.closing === 'last' ? step - 1 : drawn.closing
    return { quarter: quarterAt(step), model: now, actuals: actualsAt(step, rows, now), closedTo: closed === undefined ? undefined : quarterAt(closed), issues: drawn.issues }
  }))
})

/** A history that fails is told in short: its seed and its path give it whole. */
const told = (history: Step[]): Step[] => Object.assign(history, {
  [fc.toStringMethod]: () => history.map(({ quarter, model, actuals, closedTo, issues }) =>
    `${quarterName(quarter)}: ${model.budget.map(({ id, driver }) => `${id} by ${driverName(driver)}`).join(', ')}; ${actuals.spend.length} rows; closed to ${closedTo === undefined ? 'the last row' : quarterName(closedTo)}${issues ? '; issued' : ''}`).join('\n'),
})
