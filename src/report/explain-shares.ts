/**
 * In words how a share of a cost came about: 76/185 (41.08%) of 366,000.00 is exactly 150,356.756756…, and one of the two
 * pennies left over makes it 150,356.76.
 */
import type { Share } from '../domain/explain/derivation.ts'
import { cellsBehind, type Source, shareOf, type Weight } from '../domain/drivers/weights.ts'
import { driverName } from '../domain/drivers/driver.ts'
import { inReadablePounds, less } from '../domain/money.ts'
import { quarterName } from '../domain/period.ts'
import { equal, isLess, isZero, multiply, type Ratio, ratio, size, subtract, total } from '../domain/ratio.ts'
import { placeName } from '../domain/stated.ts'
import { fraction } from './issued-record.ts'
import { countText } from './share-table.ts'
import { isWithoutEarlier, originText } from './explain-amounts.ts'
import { cutText, exactText, percentText, statedPercentText } from './explain-text.ts'

export function shareRemarks(share: Share): string[] {
  const { weights, place, partners, line, quarters, from } = share
  const { driver } = weights
  if (driver.kind === 'direct') return [`${driver.partner === partners[place] ? 'All' : 'Nothing'} of it: ${line.rule} line, borne by ${driver.partner} alone.`]
  if (quarters.slice(from).every(({ amount }) => amount === 0n)) return []
  const part = shareOf(weights, place)
  return [
    `By ${line.driver}, ${countText(line.driver, weights.each[place]!.value)} of ${countText(line.driver, total(weights.each.map(({ value }) => value)))}: ${fraction(part)} (${percentText(part)}) ${wholeText(share)}.`,
    ...roundingRemarks(share),
    countsText(share),
  ]
}

/** What the share is of: the amount of the quarters meant, or of the run to date where earlier quarters went before. */
function wholeText({ quarters, from, weights }: Share): string {
  const { toDate, quarter } = quarters.at(-1)!
  if (isWithoutEarlier({ quarters, from, weights })) return `of ${inReadablePounds(toDate.amount)}`
  return `of ${inReadablePounds(toDate.amount)}, the cost of ${quarterName(quarters[0]!.quarter)} to ${quarterName(quarter).slice(-2)}`
}

/** The exact share of the run to date, and how whole pence were made of it. */
function roundingRemarks({ quarters, from, place, weights, partners }: Share): string[] {
  const { before } = quarters[from]!
  const { toDate } = quarters.at(-1)!
  const exact = exactParts(toDate.amount, weights)
  const said = exact.every(({ denominator }) => denominator === 1n)
    ? [`That comes out exactly at ${inReadablePounds(toDate.parts[place]!)}.`]
    : [`Exactly ${exactText(exact[place]!)}, in whole pence ${inReadablePounds(toDate.parts[place]!)}. ${leftOverText(exact, toDate.parts, partners, weights.whole)}`]
  if (toDate.parts[place] === 0n && isZero(exact[place]!)) return []
  const earlier = before.parts[place]!
  return earlier === 0n ? said
    : [...said, `Less ${inReadablePounds(earlier)} of the quarters before: ${inReadablePounds(less(toDate.parts[place]!, earlier))}.`]
}

const exactParts = (amount: bigint, weights: Share['weights']): Ratio[] => weights.whole.map((_, place) => multiply(ratio(amount), shareOf(weights, place)))

/** Who got the pennies that whole pence leave over, and why: read off the parts as they were apportioned. */
function leftOverText(exact: readonly Ratio[], parts: readonly bigint[], partners: readonly string[], weights: readonly bigint[]): string {
  const remainders = exact.map(of => subtract(size(of), ratio(size(of).numerator / size(of).denominator)))
  const place = [...partners.keys()].filter(each => !isZero(remainders[each]!))
  const got = place.filter(each => isLess(size(exact[each]!), size(ratio(parts[each]!))))
  const none = place.filter(each => !got.includes(each))
  const said = remainderTexts(remainders)
  const named = (places: readonly number[]): string => places.map(each => `${partners[each]} ${said[each]}`).join(', ')
  return `Whole pence leave ${got.length} over, for the largest remainders: ${named(got)}${none.length > 0 ? `; none for ${named(none)}` : ''}.${tieText(got, none, remainders, weights)}`
}

/** What decided between equal remainders: the larger weight, and where those are equal too the first name. */
function tieText(got: readonly number[], none: readonly number[], remainders: readonly Ratio[], weights: readonly bigint[]): string {
  const ties = got.flatMap(a => none.filter(b => equal(remainders[a]!, remainders[b]!)).map(b => weights[a] === weights[b]))
  if (ties.length === 0) return ''
  const [byWeight, byName] = [ties.includes(false), ties.includes(true)]
  return ` Of equal remainders ${byWeight ? 'the larger weight' : 'the first name'} goes first${byWeight && byName ? ', and of equal weights the first name' : ''}.`
}

/** Fractions that can be read at a glance, and otherwise decimals of a penny, so many that no two look equal that are not. */
function remainderTexts(remainders: readonly Ratio[]): string[] {
  if (remainders.every(({ denominator }) => denominator < 1000n)) return remainders.map(fraction)
  const different = new Set(remainders.map(fraction)).size
  const texts = (places: number): string[] => remainders.map(of => cutText(of, places, 1))
  return [6, 12, 24].map(texts).find(each => new Set(each).size === different) ?? remainders.map(fraction)
}

/** Every partner's count, with the cells that it was read from. */
function countsText({ weights, partners, line, absent }: Share): string {
  const each = weights.each.map((weight, place) => `${partners[place]} ${isZero(weight.value) && absent.includes(partners[place]!) ? '0 (takes no part)' : `${countText(line.driver, weight.value)}${cellsText(weight)}`}`)
  return `${line.driver}: ${each.join(', ')}; together ${countText(line.driver, total(weights.each.map(({ value }) => value)))}.`
}

function cellsText(weight: Weight): string {
  const said = weight.sources.flatMap(sourceText)
  return said.length > 0 ? ` (${said.join(' + ')})` : ''
}

function sourceText(source: Source): string[] {
  switch (source.kind) {
    case 'count':
      return [placeName(source.at)]
    case 'baseline':
      return source.amount.total === 0n ? [] : [originText(source.amount.origin)]
    case 'portion':
      return [portionText(source)]
  }
}

/** "60% of premises 1/4 (drivers.csv:4:18)". */
function portionText({ portion, weights, place }: Extract<Source, { kind: 'portion' }>): string {
  const cells = [...new Set(cellsBehind(weights.each[place]!).map(placeName))]
  return `${statedPercentText(portion)} of ${driverName(weights.driver)} ${fraction(shareOf(weights, place))}${cells.length > 0 ? ` ${cells.join(' ')}` : ''}`
}
