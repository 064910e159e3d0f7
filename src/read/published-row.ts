/**
 * The names of rows in published tables to figures of the plan: "Forecast Staff Savings" is the saving in the category
 * staff, "2017 Revised Budget" the cost in all. In tables by partner a row is a partner, the total, or the total so far.
 */
import type { Figure } from '../domain/published.ts'
import type { Model, PartnerId } from '../domain/model.ts'

export type TableName = 'budget' | 'staff-apportionment' | 'costs' | 'savings'

export const tableNames: readonly TableName[] = ['budget', 'staff-apportionment', 'costs', 'savings']

export interface Row {
  readonly figure: Figure
  readonly repeats: boolean
}

export function readRowName(name: string, table: TableName, model: Model): Row | undefined {
  if (table === 'budget') {
    const figure = budgetFigure(wordsIn(name), model)
    return figure && { figure, repeats: false }
  }
  return partnerRow(name, table, model)
}

/** Names that would do, for a message. */
export function rowNames(table: TableName, { partners, budget }: Model): string[] {
  if (table !== 'budget') return [...partners.map(({ id }) => id), 'Grand Totals', ...(table === 'savings' ? ['Cumulative Total Saving'] : [])]
  const categories = [...new Set(budget.map(({ category }) => category))]
  return ['Baseline', 'Cost', 'Saving'].flatMap(measure => [...categories, 'total'].map(of => `${measure} ${of}`)).concat('Saving percentage')
}

function partnerRow(name: string, table: Exclude<TableName, 'budget'>, { partners }: Model): Row | undefined {
  const partner = partners.find(({ id, name: full }) => id === name || full === name)?.id
  if (partner !== undefined) return { figure: figureOf(table, partner), repeats: false }
  const words = wordsIn(name)
  if (table === 'savings' && words.includes('cumulative')) return { figure: { kind: 'cumulativeSaving' }, repeats: false }
  return words.includes('total') || words.includes('totals') ? { figure: figureOf(table), repeats: true } : undefined
}

function figureOf(table: Exclude<TableName, 'budget'>, partner?: PartnerId): Figure {
  const of = partner === undefined ? {} : { partner }
  switch (table) {
    case 'costs':
      return { kind: 'standing', measure: 'cost', of }
    case 'savings':
      return { kind: 'standing', measure: 'saving', of }
    case 'staff-apportionment':
      return partner === undefined ? { kind: 'wholeStaffShare' } : { kind: 'staffShare', partner }
  }
}

const words = {
  saving: ['saving', 'savings'],
  baseline: ['baseline'],
  cost: ['cost', 'costs', 'budget', 'budgetary', 'budgeted', 'charge', 'charges'],
} as const

function budgetFigure(row: readonly string[], model: Model): Figure | undefined {
  const says = (any: readonly string[]): boolean => any.some(word => row.includes(word))
  if (says(words.saving) && says(['percentage', 'percent', '%'])) return { kind: 'savingShare' }
  const measure = (['saving', 'baseline', 'cost'] as const).find(of => says(words[of]))
  if (measure === undefined) return undefined
  const categories = new Set([...model.baseline, ...model.budget].map(line => line.category))
  const category = [...categories].find(of => ` ${row.join(' ')} `.includes(` ${wordsIn(of).join(' ')} `))
  if (category !== undefined) return { kind: 'standing', measure, of: { category } }
  return meansTheWhole(row) ? { kind: 'standing', measure, of: {} } : undefined
}

/** A row of the whole says so, or says nothing but what it measures: "Cost premises" may be of something else. */
const meansTheWhole = (row: readonly string[]): boolean =>
  row.some(word => whole.includes(word)) || row.every(word => /^\d+$/.test(word) || fillers.includes(word) || measureWords.includes(word))

const measureWords: readonly string[] = Object.values(words).flat()
const whole = ['total', 'totals', 'all', 'overall']
const fillers = ['forecast', 'plan', 'planned', 'revised', 'estimated', 'annual', 'the', 'of', 'and', 'vs', 'versus', 'against', 'net', 'gross', 'revenue', 'original']

const wordsIn = (text: string): string[] => text.toLowerCase().replaceAll('%', ' % ').split(/[^\p{L}\p{N}%]+/u).filter(word => word !== '')
