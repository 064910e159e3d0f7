/** One cell to one value of the domain, or the diagnostic that says why not. */
import { type Diagnostic, fault } from '../domain/diagnostic.ts'
import { equalInstalments, type Profile } from '../domain/model.ts'
import { type Money, pence } from '../domain/money.ts'
import { type Period, quarter, type Year, year, yearsFrom } from '../domain/period.ts'
import { equal, inWholeNumbers, isNegative, multiply, type Ratio, ratio, total } from '../domain/ratio.ts'
import { readNumber } from './number.ts'
import type { Cell } from './source.ts'

export type Read<T> = { readonly value: T } | { readonly wrong: Diagnostic }

const hundredth = ratio(1n, 100n)
const hundred = ratio(100n)

/** An amount to whole pence: `£1,234.50`. */
export function readAmount({ text, at }: Cell, currency: string): Read<Money> {
  const number = readNumber(text, currency)
  if ('why' in number) return { wrong: fault('bad-amount', at, { text, why: number.why, currency }) }
  if (number.places > 2) return { wrong: fault('bad-amount', at, { text, why: 'decimals', currency }) }
  return { value: pence(multiply(number.value, hundred).numerator) }
}

/** A count, which may be an amount or have decimals but is never below nil: `1,234`, `12.5`, `£9.99`. */
export function readCount({ text, at }: Cell, currency: string): Read<Ratio> {
  const number = readNumber(text, currency)
  if ('why' in number) return { wrong: fault('bad-count', at, { text, why: number.why }) }
  if (isNegative(number.value)) return { wrong: fault('bad-count', at, { text, why: 'negative' }) }
  return { value: number.value }
}

/** A percentage, always with its sign: `3.5%` is 7/200. */
export function readPercent({ text, at }: Cell): Read<Ratio> {
  const value = percentIn(text)
  return value ? { value } : { wrong: fault('bad-percent', at, { text }) }
}

function percentIn(text: string): Ratio | undefined {
  const parts = text.length > 40 ? undefined : /^(?<minus>[-−])?(?<whole>0|[1-9]\d*)(?:\.(?<fraction>\d+))?\s?%$/.exec(text)?.groups
  if (parts === undefined) return undefined
  const fraction = parts.fraction ?? ''
  const digits = BigInt(parts.whole! + fraction)
  return multiply(ratio(parts.minus === undefined ? digits : -digits, 10n ** BigInt(fraction.length)), hundredth)
}

/** A financial year or a quarter of one: `2017/18`, `2017/18 Q2`. */
export function readPeriod({ text, at }: Cell): Read<Period> {
  const parts = /^(?<start>\d{4})\/(?<end>\d{2})(?:\s+Q(?<place>[1-4]))?$/i.exec(text)?.groups
  const start = parts && parseInt(parts.start!, 10)
  if (parts === undefined || start === undefined || start < 1900 || start > 2198 || (start + 1) % 100 !== parseInt(parts.end!, 10)) {
    return { wrong: fault('bad-period', at, { text }) }
  }
  const of = year(start)
  return { value: parts.place === undefined ? { kind: 'year', year: of } : { kind: 'quarter', quarter: quarter(of, parseInt(parts.place, 10) - 1) } }
}

/** The years of a plan, at most a hundred: `2017/18 to 2021/22`, or one alone. */
export function readYears({ text, at }: Cell): Read<Year[]> {
  const ends = text.split(/\s+to\s+/).map(end => readPeriod({ text: end, at }))
  const [first, last = first] = ends.map(end => ('value' in end && end.value.kind === 'year' ? end.value.year : undefined))
  if (ends.length > 2 || first === undefined || last === undefined || last < first || last - first >= 100) {
    return { wrong: fault('bad-years', at, { text }) }
  }
  return { value: yearsFrom(first, last) }
}

/** How a year falls on its quarters: blank for equal instalments, one quarter (`Q1`), or four percentages. */
export function readProfile({ text, at }: Cell): Read<Profile> {
  if (text === '') return { value: equalInstalments }
  const alone = /^Q([1-4])$/i.exec(text)
  if (alone) return { value: [1, 2, 3, 4].map(place => (`${place}` === alone[1] ? 1n : 0n)) as unknown as Profile }
  const portions = text.split(/[\s,;/]+/).map(percentIn)
  const whole = portions.every(portion => portion !== undefined && !isNegative(portion)) ? (portions as Ratio[]) : []
  if (whole.length !== 4 || !equal(total(whole), ratio(1n))) return { wrong: fault('bad-profile', at, { text }) }
  return { value: inWholeNumbers(whole) as unknown as Profile }
}
