import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actuals, noActuals } from '../../src/domain/actuals.ts'
import { charge } from '../../src/domain/charge.ts'
import type { IssuedRecord } from '../../src/domain/issued.ts'
import type { Model } from '../../src/domain/model.ts'
import type { Quarter } from '../../src/domain/period.ts'
import type { Stated } from '../../src/report/stated.ts'
import { partnershipStatement, partnerStatement, type StatementView } from '../../src/report/statement.ts'
import type { Report, Row, Table } from '../../src/report/table.ts'
import { units } from '../../src/report/unit.ts'
import { cellText } from '../../src/write/cell-text.ts'
import { histories } from '../domain/histories.ts'
import { alone, costLine, counted, issued, model, quarterNamed } from '../models.ts'
import { holds, same, size, total } from '../properties.ts'

const inPence: StatementView = { unit: units.pence, rounding: 'reconciled' }

function stated(of: Model, quarter: Quarter, records: readonly IssuedRecord[] = [], actuals: Actuals = noActuals, closedTo?: Quarter): Stated {
  const { lines } = charge(of, actuals, closedTo, quarter, records).value!
  const { name, currency, host, partners } = of
  return { partnership: { name, currency, host, partners }, quarter, lines }
}

const tableOf = (report: Report, title: string): Table | undefined => report.parts.find((part): part is Table => part.kind === 'table' && part.title === title)

const textsOf = (table: Table | undefined): string[][] => (table?.rows ?? []).map(({ cells }) => cells.map(cell => cellText(cell, table!.unit)))

const years = '2017/18'
const first = quarterNamed('2017/18 Q1')
const second = quarterNamed('2017/18 Q2')

describe('counts and shares', () => {
  const users = { A: { '2017/18': 820 }, B: { '2017/18': 610 }, C: { '2017/18': 470 } }
  const shares = (of: Model, quarter = first, records: readonly IssuedRecord[] = []): string[][] => textsOf(tableOf(partnershipStatement(stated(of, quarter, records), inPence), 'Counts and shares'))

  test('are those that a line goes by: 820, 610 and 470 of 1,900 are 43.2%, 32.1% and 24.7%, and with their fellows 100', () => {
    const of = model({ years, partners: ['A', 'B', 'C'], counts: { 'users:email': users }, budget: [costLine('email', { '2017/18': '400.00' }, { driver: counted('users:email') })] })
    expect(shares(of)).toEqual([['users:email', '820', '610', '470', '1,900'], ['share', '43.2%', '32.1%', '24.7%', '100.0%']])
  })

  test.each(['living alone', 'A alone', 'baselines'])('are shown whatever the driver is called, even %s', name => {
    const of = model({ years, partners: ['A', 'B', 'C'], counts: { [name]: users }, budget: [costLine('care', { '2017/18': '400.00' }, { driver: counted(name) })] })
    expect(shares(of)[0]).toEqual([name, '820', '610', '470', '1,900'])
  })

  test('of a line that one partner bears alone are none', () => {
    expect(shares(model({ years, budget: [costLine('old', { '2017/18': '400.00' }, { rule: 'legacy', driver: alone('B') })] }))).toEqual([])
  })

  test('are shown of a line that stays, though one that goes by the same is removed from the budget', () => {
    const of = model({ years, partners: ['A', 'B', 'C'], counts: { 'users:email': users }, budget: ['a', 'b'].map(id => costLine(id, { '2017/18': '400.00' }, { driver: counted('users:email') })) })
    const records = [issued(first, stated(of, first).lines)]
    expect(shares({ ...of, budget: of.budget.slice(1) }, second, records)[0]).toEqual(['users:email', '820', '610', '470', '1,900'])
  })
})

/** A row's figures as shown, without its name. */
const shownIn = ({ cells }: Row): bigint[] => cells.slice(1).map(cell => (cell.kind === 'money' ? cell.shown : 0n))
const exactIn = ({ cells }: Row): bigint[] => cells.slice(1).map(cell => (cell.kind === 'money' ? cell.exact : 0n))

const columnSums = (rows: readonly Row[], figures: (row: Row) => bigint[]): bigint[] => [0, 1, 2, 3, 4].map(column => total(rows.map(row => figures(row)[column]!)))

describe('whatever is charged', () => {
  const views = [inPence, { unit: units.pounds, rounding: 'reconciled' }, { unit: units.thousands, rounding: 'reconciled' }] as const satisfies StatementView[]

  test('instalment, overspend and adjustment are the charge in every row as shown, lines add up to rules, rules and partners to totals, and what partners are charged one by one to what they are together', () => {
    fc.assert(fc.property(histories, history => {
      let records: readonly IssuedRecord[] = []
      for (const [place, { model: of, quarter, actuals, closedTo, issues }] of history.entries()) {
        const now = stated(of, quarter, records, actuals, closedTo)
        if (issues) records = [...records, issued(quarter, now.lines)]
        const view = views[place % views.length]!
        const whole = partnershipStatement(now, view)
        const [byPartner, byLine] = [tableOf(whole, 'By partner')!, tableOf(whole, 'By rule and line')!]
        for (const { rows } of [byPartner, byLine]) {
          for (const row of rows) {
            for (const [instalment, overspend, adjustment, charged] of [shownIn(row), exactIn(row)]) same([instalment! + overspend! + adjustment!], [charged])
            for (const [column, figure] of shownIn(row).entries()) holds(size(figure * view.unit.size - exactIn(row)[column]!) < view.unit.size || figure * view.unit.size === exactIn(row)[column], `${exactIn(row)[column]} is shown as ${figure}`)
          }
          const last = rows.at(-1)
          if (last?.kind !== 'total') continue
          for (const figures of [shownIn, exactIn]) {
            same(columnSums(rows.filter(({ kind }) => kind === 'item'), figures), figures(last))
            for (const [at, row] of rows.entries()) {
              if (row.kind !== 'item' || rows === byPartner.rows) continue
              const next = rows.findIndex((other, after) => after > at && other.kind !== 'detail')
              same(columnSums(rows.slice(at + 1, next), figures), figures(row))
            }
          }
        }
        const totals = [byPartner, byLine].flatMap(({ rows }) => rows.filter(({ kind }) => kind === 'total').map(exactIn))
        for (const each of totals) same(each, totals[0]!)
        for (const row of byPartner.rows.slice(0, -1)) {
          const own = partnerStatement(now, row.cells[0]!.kind === 'text' ? row.cells[0]!.text : '', inPence)
          const last = tableOf(own, 'By rule and line')?.rows.at(-1)
          same(last ? exactIn(last) : [0n, 0n, 0n, 0n, 0n], exactIn(row))
        }
        holds(whole.conclusion!.some(text => text.endsWith('difference 0.00.')), whole.conclusion!.join('\n'))
      }
    }), { numRuns: 150 })
  })
})
