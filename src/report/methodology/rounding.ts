/** The rounding rule in words, and what it came to in the year: by how much the partner furthest from exact is off. */
import type { Methodology } from '../../domain/methodology/methodology.ts'
import { yearName } from '../../domain/period.ts'
import { decimal, isLess, isNegative, isZero, ratio, size } from '../../domain/ratio.ts'
import type { Prose } from '../table.ts'
import { coins, counted } from './words.ts'

export function roundingPart(of: Methodology, title: string): Prose {
  const { model, lines, rounding: { splits }, year } = of
  const [penny, pence] = coins(model.currency)
  if (splits === 0) return { kind: 'prose', title, paragraphs: [`No cost of ${yearName(year)} is divided between partners, so no share had to be rounded.`] }
  const shared = lines.filter(({ line }) => line.driver.kind !== 'direct')
  return {
    kind: 'prose', title,
    paragraphs: [
      `Everything is charged in whole ${pence}, and the parts of a cost always add up to it. Each partner's exact share of a line is first cut down to whole ${pence}. The ${pence} that are left over go one each to the partners with the largest fractions cut off; where two of those are equal, to the larger share, and then to the partner whose code sorts first, capitals before small letters.`,
      `A line is divided on its cost since the start of the year, and each quarter is charged what that adds, so that the quarters add up to the year.${shared.some(({ stretches }) => stretches.length > 1) ? ' Where its counts change within the year, that starts afresh with the quarter of the change.' : ''}`,
      ...(shared.some(({ isCredited }) => isCredited) ? [`A credit is divided as a cost of the same size would be.`] : []),
      effectText(of, penny, pence),
    ],
  }
}

function effectText({ rounding: { largest: { partner, difference }, splits }, year }: Methodology, penny: string, pence: string): string {
  const divided = `${counted(splits, 'amount', 'amounts')} of ${yearName(year)} ${splits === 1 ? 'was' : 'were'} divided in this way, and no partner bears a whole ${penny} more or less than its exact share of any of them.`
  if (isZero(difference)) return `${divided} Over the year no partner's cost differs from its exact share.`
  const off = size(difference)
  const [less, least] = [off.numerator / off.denominator + 1n, ratio(1n, 100n)]
  const amount = isLess(off, least) ? `less than 0.01 ${pence}` : `${decimal(off, 2)} ${pence}`
  return `${divided} Over the year the partner furthest from its exact share is ${partner}. It bears ${amount} ${isNegative(difference) ? 'less' : 'more'}, so less than ${less} ${less === 1n ? penny : pence} stands between any partner and its exact share.`
}
