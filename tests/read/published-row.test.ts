import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Figure } from '../../src/domain/published.ts'
import { readModel } from '../../src/read/model.ts'
import { readRowName, rowNames, type TableName, tableNames } from '../../src/read/published-row.ts'

const model = readModel(join(import.meta.dirname, '../../fixtures/3c-ict'), '3c-ict').value!

function figureName(figure: Figure | undefined): string {
  if (figure === undefined) return 'none'
  if (figure.kind === 'staffShare') return `staffShare ${figure.partner}`
  if (figure.kind !== 'standing') return figure.kind
  return [figure.measure, figure.of.category ?? figure.of.partner ?? 'all'].join(' ')
}

const named = (name: string, table: TableName): string => figureName(readRowName(name, table, model)?.figure)

describe('the name of a row', () => {
  test.each([
    ['Baseline Staff', 'baseline staff'], ['Baseline Other', 'baseline other'], ['Baseline Total ICT', 'baseline all'], ['baseline', 'baseline all'],
    ['Budgetary Staff Costs', 'cost staff'], ['Budgetary Other Costs', 'cost other'], ['2017 Revised Budget', 'cost all'], ['Total cost', 'cost all'], ['Charges: staff', 'cost staff'],
    ['Forecast Staff Savings', 'saving staff'], ['Forecast Other Savings', 'saving other'], ['Revised Savings Plan', 'saving all'], ['SAVING (OTHER)', 'saving other'],
    ['Savings Percentage vs Baseline', 'savingShare'], ['Saving, % of baseline', 'savingShare'], ['Saving %', 'savingShare'],
    ['Headcount', 'none'], ['Staff', 'none'], ['', 'none'], ['CCC', 'none'],
  ])('in the budget, "%s", is the figure: %s', (name, figure) => {
    expect(named(name, 'budget')).toBe(figure)
  })

  test.each<[TableName, string, string]>([
    ['costs', 'CCC', 'cost CCC'], ['costs', 'Cambridge City Council', 'cost CCC'], ['costs', 'Grand Totals', 'cost all'], ['costs', 'Total', 'cost all'],
    ['savings', 'HDC', 'saving HDC'], ['savings', 'TOTAL:', 'saving all'], ['savings', 'Cumulative Total Saving', 'cumulativeSaving'],
    ['staff-apportionment', 'SCDC', 'staffShare SCDC'], ['staff-apportionment', 'Grand Totals', 'wholeStaffShare'],
    ['costs', 'ccc', 'none'], ['costs', 'Cambridge', 'none'], ['costs', '', 'none'], ['costs', 'Totally else', 'none'], ['staff-apportionment', 'Cumulative', 'none'],
  ])('in the table of %s, "%s", is the figure: %s', (table, name, figure) => {
    expect(named(name, table)).toBe(figure)
  })

  test('of a total by partner says again what other rows say', () => {
    expect(readRowName('Grand Totals', 'costs', model)?.repeats).toBe(true)
    expect(readRowName('CCC', 'costs', model)?.repeats).toBe(false)
    expect(readRowName('2017 Revised Budget', 'budget', model)?.repeats).toBe(false)
  })

  test.each(tableNames)('that a message suggests for the table of %s is one that reads', table => {
    const names = rowNames(table, model)
    expect(names.map(name => named(name, table))).not.toContain('none')
    expect(new Set(names.map(name => named(name, table))).size).toBe(names.length)
  })

  /** "Cost premises" is not the cost in all. */
  test('in the budget that names a category which the plan does not have is none', () => {
    expect(named('Cost premises', 'budget')).toBe('none')
  })
})
