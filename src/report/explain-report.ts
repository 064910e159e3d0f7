/** An explanation: the figure asked after, its derivation, and the percentages that go with it. */
import { currencySymbol } from '../domain/currency.ts'
import type { Asked } from '../domain/explain/asked.ts'
import type { Derivation } from '../domain/explain/derivation.ts'
import type { Model } from '../domain/model.ts'
import { quarterName, yearName } from '../domain/period.ts'
import { type PlanShare, shareText } from './explain-conclusion.ts'
import { explainOutline } from './explain-outline.ts'
import type { Report } from './table.ts'

export interface Explanation {
  readonly model: Model
  readonly asked: Asked
  readonly derivation: Derivation
  readonly shares: readonly PlanShare[]
  /** When the quarter was issued, if it was. */
  readonly issuedAt?: string
}

export function explainReport({ model, asked, derivation, shares, issuedAt }: Explanation): Report {
  const conclusion = [
    ...shares.map(shareText),
    ...absences(asked, model),
    ...(issuedAt === undefined ? [] : [`As issued on ${issuedAt.slice(0, 10)}: explained by the record, with the cells of what the files still say.`]),
  ]
  return {
    title: `${model.name}: ${titleOf(asked, model)}, explained, ${currencySymbol(model.currency)}`,
    parts: [explainOutline('Derivation', derivation)],
    ...(conclusion.length > 0 && { conclusion }),
  }
}

/** Of partners asked after by name that take no part for all or some of the time. */
function absences({ question: { partners } }: Asked, model: Model): string[] {
  if (partners.length === model.partners.length) return []
  return model.partners.filter(({ id }) => partners.includes(id)).flatMap(({ id, joins, leaves }) => [
    ...(joins === undefined ? [] : [`${id} joins in ${quarterName(joins)}.`]),
    ...(leaves === undefined ? [] : [`${id} leaves at the end of ${quarterName(leaves)}.`]),
  ])
}

/** "cost of CCC in 2018/19, line microsoft-licensing". */
function titleOf(asked: Asked, model: Model): string {
  const { partners, rule, line } = asked.question
  const whose = partners.length === model.partners.length ? '' : ` of ${partners.length > 1 ? `${partners.slice(0, -1).join(', ')} and ` : ''}${partners.at(-1)}`
  const category = asked.figure === 'plan' && asked.question.category !== undefined ? `, category ${asked.question.category}` : ''
  return `${asked.called.replace('-', ' ')}${whose} ${whenOf(asked)}${category}${rule && asked.called !== 'staff-share' ? `, rule ${rule}` : ''}${line === undefined ? '' : `, line ${line}`}`
}

function whenOf(asked: Asked): string {
  if (asked.figure === 'charge') return `for ${quarterName(asked.quarter)}`
  const { years, quarter } = asked.question
  if (quarter !== undefined) return `in ${quarterName(quarter)}`
  const [first, last] = [years[0]!, years.at(-1)!]
  if (asked.called === 'cumulative-saving') return `to ${yearName(last)}`
  const unbroken = years.length > 1 && last - first === years.length - 1
  return unbroken ? `in ${yearName(first)} to ${yearName(last)}` : `in ${years.map(yearName).join(', ')}`
}
