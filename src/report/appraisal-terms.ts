/** The terms of an appraisal in words: "Discounted at 3.5% a year, real (…). Year 0 is 2017/18, and nothing after 2021/22 counts." */
import type { Terms } from '../domain/appraisal/terms.ts'
import { type Year, yearName } from '../domain/period.ts'
import { percentText } from './percent-text.ts'

export function discountingInWords({ discountTable: { name, rates }, nominal, baseYear }: Terms, years: readonly Year[]): string {
  const [first, ...later] = rates.filter(({ fromYear }) => fromYear === 0 || fromYear <= years.at(-1)! - baseYear)
  const rising = later.map(({ fromYear, rate }) => `, ${percentText(rate)} from year ${fromYear}`).join('')
  return `Discounted at ${percentText(first!.rate)} a year${rising}, ${nominal ? 'nominal' : 'real'}${name === undefined ? '' : `: ${name}`}. Year 0 is ${yearName(baseYear)}, and nothing after ${yearName(years.at(-1)!)} counts.`
}

export const pricesInWords = ({ deflator, baseYear }: Terms, withCapital: boolean): string[] =>
  deflator === undefined ? [] : [`Cash flows are in prices of ${yearName(baseYear)}: inflation of ${percentText(deflator)} a year is taken out.${withCapital ? ' Tables of capital are as stated.' : ''}`]
