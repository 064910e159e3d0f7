/**
 * `targets.csv`: what the partnership means to reach, a row a target: `saving staff,2017/18,£210,000`. A `partner` makes it
 * a target of that partner alone.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fault } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import { yearName } from '../domain/period.ts'
import type { Measure, Target } from '../domain/targets.ts'
import { type FlatRow, readFlatTable } from './flat-table.ts'
import { readSource } from './folder.ts'
import { readAmount } from './scalar.ts'
import { type Cell, type Quotable, quotable } from './source.ts'
import type { Tell } from './tell.ts'

const file = 'targets.csv'

export interface Targets {
  readonly targets: readonly Target[]
  readonly sources: readonly Quotable[]
}

export function readTargets(folder: string, model: Model, tell: Tell): Targets {
  const source = existsSync(join(folder, file)) ? readSource(folder, file, tell) : undefined
  if (source === undefined) return { targets: [], sources: [] }
  const rows = readFlatTable(source, { required: ['measure', 'year', 'target'], optional: ['partner'] }, tell)
  const measures = measuresOf(model)
  const first = new Map<string, Cell>()
  const targets = rows.flatMap(row => {
    const target = readTarget(row, measures, model, tell)
    if (target === undefined) return []
    const key = JSON.stringify([target.measure, target.year, target.partner])
    const before = first.get(key)
    if (before) tell(fault('duplicate-row', row('measure').at, { key: [target.called, yearName(target.year), ...(target.partner === undefined ? [] : [target.partner])], first: before.at }))
    first.set(key, before ?? row('measure'))
    return [target]
  })
  return { targets, sources: [quotable(source)] }
}

/** None, and told, where a part of it cannot be read. */
function readTarget(row: FlatRow, measures: ReadonlyMap<string, Measure>, { years, partners, currency }: Model, tell: Tell): Target | undefined {
  const [called, yearCell, partner] = [row('measure'), row('year'), row('partner')]
  const name = called.text.toLowerCase().replaceAll(/\s+/g, ' ')
  const measure = measures.get(name) ?? measures.get(name.replace(/^(.+) (saving|cost)$/, '$2 $1'))
  const year = years.find(each => yearName(each) === yearCell.text)
  const known = partners.map(({ id }) => id)
  const amount = readAmount(row('target'), currency)
  if (measure === undefined) tell(fault('unknown-measure', called.at, { measure: called.text, known: [...measures.keys()] }))
  if (year === undefined) tell(fault('unknown-year', yearCell.at, { year: yearCell.text, known: years.map(yearName) }))
  if (partner.text !== '' && !known.includes(partner.text)) tell(fault('unknown-partner', partner.at, { partner: partner.text, known }))
  if ('wrong' in amount) tell(amount.wrong)
  if (measure === undefined || year === undefined || 'wrong' in amount || (partner.text !== '' && !known.includes(partner.text))) return undefined
  return { measure, called: called.text, year, amount: amount.value, at: row('target').at, ...(partner.text !== '' && { partner: partner.text }) }
}

/** By their names in small letters; "staff saving" is "saving staff" too. */
function measuresOf({ baseline, budget }: Model): Map<string, Measure> {
  const categories = [...new Set([...baseline, ...budget].map(({ category }) => category))]
  return new Map<string, Measure>([
    ['saving', { of: 'saving' }], ['cost', { of: 'cost' }], ['cumulative saving', { of: 'cumulativeSaving' }],
    ...(['saving', 'cost'] as const).flatMap(of => categories.map((category): [string, Measure] => [`${of} ${category.toLowerCase()}`, { of, category }])),
  ])
}
