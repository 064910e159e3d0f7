/** The turns of phrase of a methodology statement: lists, quarters, percentages, places: "2019/20 Q3 to Q4", "2.5%". */
import type { Partner } from '../../domain/model.ts'
import { placeInYear, type Quarter, yearName, yearOf } from '../../domain/period.ts'
import { decimal, multiply, type Ratio, ratio, roundHalfAway, total } from '../../domain/ratio.ts'
import type { At } from '../../domain/stated.ts'
import { showParts } from '../shown.ts'
import type { Cell } from '../table.ts'

export const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

export const counted = (count: number, one: string, several: string): string => `${count} ${count === 1 ? one : several}`

export const nameOf = ({ id, name }: Partner): string => (name === id ? id : `${name} (${id})`)

/** Quarters of one year, the year alone where they are all of it. */
export function quartersText(quarters: readonly Quarter[]): string {
  const year = yearName(yearOf(quarters[0]!))
  const names = quarters.map(quarter => `Q${placeInYear(quarter) + 1}`)
  if (names.length === 4) return year
  const unbroken = names.length > 1 && quarters[0]! + names.length - 1 === quarters.at(-1)
  return `${year} ${unbroken ? `${names[0]} to ${names.at(-1)}` : list(names)}`
}

/** As many decimals as it needs, up to eight. */
export const percentText = (share: Ratio): string => `${decimal(multiply(share, ratio(100n)), 8).replace(/\.?0+$/, '')}%`

export const placeText = ({ file, line, column }: At): string => `${file}:${line}:${column}`

/** Shares to a tenth of a percent, which add up as shown to what they come to together. */
export function shareCells(shares: readonly Ratio[]): Cell[] {
  const tenths = shares.map(share => multiply(share, ratio(1000n)))
  const shown = showParts(tenths, roundHalfAway(total(tenths)))
  return shares.map((exact, place) => ({ kind: 'percent', exact, shown: shown[place]! }))
}

/** The smallest coin, and several of it. */
export function coins(currency: string): readonly [string, string] {
  if (currency === 'GBP') return ['penny', 'pence']
  return currency === 'EUR' || currency === 'USD' ? ['cent', 'cents'] : ['hundredth', 'hundredths']
}
