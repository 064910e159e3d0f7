/** Budget monitoring: the lines over the threshold first, then every line by rule. */
import { groupBy } from '../domain/group.ts'
import type { Model } from '../domain/model.ts'
import { inPounds, less, type Money, sum } from '../domain/money.ts'
import type { Monitored } from '../domain/monitoring.ts'
import { type Quarter, quarterName } from '../domain/period.ts'
import { ruleNames } from '../domain/rules/registry.ts'
import { type Cell, type Column, type Report, type Row, type Table, text } from './table.ts'
import { unitLabel, units } from './unit.ts'

type Amounts = Pick<Monitored, 'budgetToDate' | 'actualToDate' | 'variance' | 'budgetForYear' | 'forecast'>

const measures = ['budgetToDate', 'actualToDate', 'variance', 'budgetForYear', 'forecast'] as const

const columns: readonly Column[] = [
  { title: '', kind: 'label' },
  ...['budget', 'actual', 'variance', 'year budget', 'forecast'].map(title => ({ title, kind: 'figure' }) as const),
]

export function monitorReport({ name, currency }: Model, quarter: Quarter, lines: readonly Monitored[], threshold: string): Report {
  const flagged = lines.filter(line => line.flagged).sort((a, b) => descending(size(a.variance), size(b.variance)))
  const byRule = groupBy(lines, ({ rule }) => rule)
  const rows = ruleNames.filter(rule => byRule.has(rule)).flatMap(rule => {
    const own = byRule.get(rule)!
    return [amountsRow('item', rule, addUp(own)), ...own.map(line => amountsRow('detail', line.line, line))]
  })
  return {
    title: `${name}: budget monitoring to ${quarterName(quarter)}, ${unitLabel(units.pence, currency)}`,
    parts: [
      ...(flagged.length > 0 ? [{ kind: 'table' as const, title: `Over the threshold of ${threshold}`, unit: units.pence, columns, notes: [], rows: flagged.map(line => amountsRow('item', line.line, line)) }] : []),
      { kind: 'table', title: 'By rule and line', unit: units.pence, columns, rows: [...rows, amountsRow('total', 'Total', addUp(lines))], notes: ['Budget and actual are those of the closed quarters. A negative variance is an underspend.'] },
    ],
    ...(flagged.length === 0 && { conclusion: [`No line is over the threshold of ${threshold}.`] }),
  }
}

const amountsRow = (kind: Row['kind'], label: string, amounts: Amounts): Row =>
  ({ kind, cells: [text(label), ...measures.map((measure): Cell => ({ kind: 'money', exact: amounts[measure], shown: amounts[measure] }))] })

function addUp(lines: readonly Amounts[]): Amounts {
  const total = (of: keyof Amounts): Money => sum(lines.map(line => line[of]))
  const [budgetToDate, actualToDate] = [total('budgetToDate'), total('actualToDate')]
  return { budgetToDate, actualToDate, variance: less(actualToDate, budgetToDate), budgetForYear: total('budgetForYear'), forecast: total('forecast') }
}

export function monitorFacts(quarter: Quarter, lines: readonly Monitored[]): Table {
  const titles = ['quarter', 'rule', 'line', 'flagged']
  return {
    kind: 'table', title: 'Monitoring', unit: units.pence, notes: [],
    columns: [...titles.map(title => ({ title, kind: 'label' }) as const), ...['budget_to_date', 'actual_to_date', 'variance', 'budget_for_year', 'forecast'].map(title => ({ title, kind: 'figure' }) as const)],
    rows: lines.map(line => ({
      kind: 'item',
      cells: [...[quarterName(quarter), line.rule, line.line, line.flagged ? 'yes' : 'no'].map(text), ...measures.map((measure): Cell => ({ kind: 'money', exact: line[measure], shown: line[measure] }))],
    })),
  }
}

export const monitorJson = ({ name, currency }: Model, quarter: Quarter, lines: readonly Monitored[]): object => ({
  report: 'monitor', model: name, currency, quarter: quarterName(quarter),
  lines: lines.map(line => ({ line: line.line, rule: line.rule, flagged: line.flagged, ...amountsJson(line) })),
  total: amountsJson(addUp(lines)),
})

const amountsJson = (amounts: Amounts): object => Object.fromEntries(measures.map(measure => [measure, inPounds(amounts[measure])]))

const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount)
const descending = (a: bigint, b: bigint): number => (a > b ? -1 : a < b ? 1 : 0)
