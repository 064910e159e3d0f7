/** The tables of a comparison that have a column a method: costs, gains, who would pay for whom, and cost per user. */
import { type Comparison, together } from '../domain/comparison.ts'
import { type Driver, driverName } from '../domain/drivers/driver.ts'
import { type Money, sum } from '../domain/money.ts'
import { decimal, type Ratio, total } from '../domain/ratio.ts'
import { averageUsers, costPerUser } from '../domain/users.ts'
import type { CompareView, Figures, ShownMethod } from './compare-figures.ts'
import { spanOf } from './span.ts'
import { type Cell, inPence, none, type Row, type Table, text } from './table.ts'
import { type Unit, unitLabel, units } from './unit.ts'

export const methodTable = (title: string, unit: Unit, columns: readonly string[], rows: readonly Row[], notes: readonly string[]): Table =>
  ({ kind: 'table', title, unit, columns: [{ title: '', kind: 'label' }, ...columns.map(of => ({ title: of, kind: 'figure' }) as const)], rows, notes })

const namesOf = (methods: readonly ShownMethod[]): string[] => methods.map(({ name }) => name)

/** A row a partner and their total, a column for each of the figures. */
export function partnerRows({ model }: Comparison, columns: readonly Figures[]): Row[] {
  return [...model.partners.map(({ id }) => id), 'Total'].map((label, place) => ({
    kind: place < model.partners.length ? 'item' : 'total',
    cells: [text(label), ...columns.map(({ exact, shown }): Cell => ({ kind: 'money', exact: exact[place]!, shown: shown[place]! }))],
  }))
}

export const costTable = (title: string, of: Comparison, methods: readonly ShownMethod[], figures: (method: ShownMethod) => Figures, { unit }: CompareView): Table =>
  methodTable(title, unit, namesOf(methods), partnerRows(of, methods.map(figures)), [])

export function gainTable(of: Comparison, others: readonly ShownMethod[], { unit }: CompareView): Table {
  const { name } = of.from.method
  return methodTable(`Gain or loss against ${name}`, unit, namesOf(others), partnerRows(of, others.map(({ gains }) => gains)), [
    `A gain is what the partner would pay less than under ${name}; below nil, what it would pay more.`,
  ])
}

/** A row for each pair of partners of whom, under any of the methods, the one would pay for the other. */
export function subsidyTable({ model: { partners }, from }: Comparison, others: readonly ShownMethod[], { unit }: CompareView): Table {
  const between = (payer: number, beneficiary: number) => others.map(({ subsidies }) => subsidies.find(of => of.payer === payer && of.beneficiary === beneficiary))
  const rows = partners.flatMap((one, payer) => partners.flatMap((other, beneficiary): Row[] => {
    const each = between(payer, beneficiary)
    if (each.every(of => of === undefined)) return []
    return [{ kind: 'item', cells: [text(`${one.id} for ${other.id}`), ...each.map((of): Cell => (of ? { kind: 'money', exact: of.amount, shown: of.shown } : none))] }]
  }))
  const whole: Row = { kind: 'total', cells: [text('Total'), ...others.map(({ subsidies }): Cell => ({
    kind: 'money', exact: sum(subsidies.map(({ amount }) => amount)), shown: subsidies.reduce((all, { shown }) => all + shown, 0n),
  }))] }
  return methodTable(`Cross-subsidy: who would pay for whom, against ${from.method.name}`, unit, namesOf(others), [...rows, whole], [
    'The first partner would pay so much more, and the second so much less.',
  ])
}

/** Always to the penny: the cost of the years together over the users that there are on average. */
export function perUserTable({ model, methods }: Comparison, driver: Driver, { years }: CompareView): Table {
  const users = averageUsers(model, driver, years)
  const costs = methods.map(method => together(method.costs, years, model))
  return methodTable(`Cost per user of ${spanOf(years)}, ${unitLabel(units.pence, model.currency)}`, units.pence, ['users', ...methods.map(({ method }) => method.name)], [
    ...model.partners.map(({ id }, place) => usersRow('item', id, users[place]!, costs.map(of => of[place]!))),
    usersRow('total', 'Total', total(users), costs.map(sum)),
  ], [`Users are those of ${driverName(driver)}, on average over the quarters.`])
}

const usersRow = (kind: Row['kind'], label: string, users: Ratio, costs: readonly Money[]): Row =>
  ({ kind, cells: [text(label), text(countText(users)), ...costs.map(cost => perUser(cost, users))] })

function perUser(cost: Money, users: Ratio): Cell {
  const each = costPerUser(cost, users)
  return each === undefined ? none : inPence(each)
}

/** Whole users, or to two places. */
const countText = (count: Ratio): string => decimal(count, 2).replace(/\.?0+$/, '').replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',')
