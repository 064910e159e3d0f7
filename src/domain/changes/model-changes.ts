/**
 * What changed from one model to another, in the order of their files: meaning for meaning, so that columns, rows and
 * files that were only put in another order are no change.
 */
import { driverName } from '../drivers/driver.ts'
import { type BlendPart, inCodePointOrder, type Index, type IndexId, type Model, type Partner, type PartnerId } from '../model.ts'
import type { Quarter } from '../period.ts'
import type { Ratio } from '../ratio.ts'
import type { Datum, Stated } from '../stated.ts'
import { type Change, changeOf, pairs, type Said, type Subject } from './change.ts'
import { baselineChanges, budgetChanges } from './line-changes.ts'
import { partnershipChanges } from './partnership-changes.ts'
import { statedChanges } from './stated-changes.ts'

export function modelChanges(before: Model, after: Model): Change[] {
  return [
    ...partnershipChanges(before, after),
    ...changeOf({ kind: 'years' }, yearsOf(before), yearsOf(after)),
    ...changeOf({ kind: 'year-starts' }, { value: { kind: 'month', month: before.yearStarts } }, { value: { kind: 'month', month: after.yearStarts } }),
    ...membershipChanges(before.partners, after.partners),
    ...pairs(before.indexation, after.indexation, inCodePointOrder).flatMap(([index, was, is]) => rateChanges(index, was, is)),
    ...pairs(before.blends, after.blends, inCodePointOrder).flatMap(([blend, was, is]) => portionChanges(blend, was, is)),
    ...baselineChanges(before.baseline, after.baseline),
    ...budgetChanges(before.budget, after.budget),
    ...countChanges(before.counts, after.counts),
  ]
}

const yearsOf = ({ years }: Model): Said => ({ value: { kind: 'years', first: years[0]!, last: years.at(-1)! } })

function membershipChanges(before: readonly Partner[], after: readonly Partner[]): Change[] {
  return pairs(byId(before), byId(after), inCodePointOrder).flatMap(([partner, was, is]) => [
    ...changeOf({ kind: 'joins', partner }, quarter(was?.joins), quarter(is?.joins)),
    ...changeOf({ kind: 'leaves', partner }, quarter(was?.leaves), quarter(is?.leaves)),
  ])
}

const byId = (partners: readonly Partner[]): Map<PartnerId, Partner> => new Map(partners.map(partner => [partner.id, partner]))

const quarter = (of: Quarter | undefined): Said | undefined => (of === undefined ? undefined : { value: { kind: 'quarter', quarter: of } })

function rateChanges(index: IndexId, before: Index | undefined, after: Index | undefined): Change[] {
  return [
    ...changeOf({ kind: 'rate', index }, rate(before?.everyYear), rate(after?.everyYear)),
    ...pairs(before?.byYear ?? noRates, after?.byYear ?? noRates, (a, b) => a - b)
      .flatMap(([year, was, is]) => changeOf({ kind: 'rate', index, year }, rate(was), rate(is))),
  ]
}

const noRates: Index['byYear'] = new Map()

const rate = (of: Datum<Ratio> | undefined): Said | undefined => of && { value: { kind: 'percent', rate: of.value }, at: of.at }

const portionChanges = (blend: string, before: readonly BlendPart[] | undefined, after: readonly BlendPart[] | undefined): Change[] =>
  pairs(portions(before), portions(after), inCodePointOrder).flatMap(([driver, was, is]) => changeOf({ kind: 'portion', blend, driver }, was, is))

const portions = (parts: readonly BlendPart[] = []): Map<string, Said> =>
  new Map(parts.map(({ driver, portion }) => [driverName(driver), { value: { kind: 'percent', rate: portion } }]))

const countChanges = (before: Model['counts'], after: Model['counts']): Change[] =>
  pairs(before, after, inCodePointOrder).flatMap(([driver, was, is]) => pairs(was ?? noCounts, is ?? noCounts, inCodePointOrder).flatMap(([partner, old, now]) =>
    statedChanges(old, now, (period): Subject => ({ kind: 'count', driver, partner, period }), count => ({ kind: 'count', count, driver }))))

const noCounts: ReadonlyMap<PartnerId, Stated<Ratio>> = new Map()
