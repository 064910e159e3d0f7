/** The partnership in words: who its partners are, what the host does, which year this is, and who joins or leaves in it. */
import { currencySymbol } from '../../domain/currency.ts'
import type { Membership } from '../../domain/methodology/membership.ts'
import type { Methodology } from '../../domain/methodology/methodology.ts'
import { monthNames, quarter as quarterOf, quarterName, type Year, yearName } from '../../domain/period.ts'
import type { Prose } from '../table.ts'
import { counted, list, nameOf, quartersText } from './words.ts'

export function partnershipPart({ model, year, members }: Methodology, title: string): Prose {
  const { name, partners, host, currency, yearStarts } = model
  const symbol = currencySymbol(currency)
  return {
    kind: 'prose', title,
    paragraphs: [
      `${name} has ${counted(partners.length, 'partner', 'partners')}: ${list(partners.map(nameOf))}.`,
      hostText(members.find(({ partner: { id } }) => id === host)!, year),
      `This statement is for the financial year ${yearName(year)}, which begins on 1 ${monthNames[yearStarts - 1]} ${year}. Q1 to Q4 are its quarters, of three months each. The figures are those of the budget, in ${currency}${symbol === currency ? '' : ` (${symbol})`}.`,
      ...membershipText(members, year),
    ],
  }
}

const hostText = ({ partner, quarters }: Membership, year: Year): string => (quarters.length === 0
  ? `${nameOf(partner)} is named as the host, but takes no part in ${yearName(year)}.`
  : `${nameOf(partner)} is the host: it employs the staff, pays the suppliers and issues the charges.`)

function membershipText(members: readonly Membership[], year: Year): string[] {
  const others = members.filter(({ quarters }) => quarters.length < 4)
  if (others.length === 0) return [members.length === 1 ? 'It takes part in the whole of the year.' : 'All of them take part in the whole of the year.']
  const throughout = members.filter(({ quarters }) => quarters.length === 4).map(({ partner: { id } }) => id)
  return [
    ...(throughout.length === 0 ? [] : [`${list(throughout)} ${throughout.length === 1 ? 'takes' : 'take'} part in the whole of the year.`]),
    ...others.map(member => partlyText(member, year)),
  ]
}

/** "EAST takes part in 2026/27 Q3 to Q4: it joins in 2026/27 Q3." */
function partlyText({ partner: { id, joins, leaves }, quarters }: Membership, year: Year): string {
  const [first, last] = [quarterOf(year, 0), quarterOf(year, 3)]
  const reasons = [
    ...(joins !== undefined && joins > first ? [`it joins in ${quarterName(joins)}`] : []),
    ...(leaves !== undefined && leaves < last ? [`${leaves < first ? 'it left' : 'its last quarter is'} ${leaves < first ? `at the end of ${quarterName(leaves)}` : quarterName(leaves)}`] : []),
  ]
  return `${id} takes ${quarters.length === 0 ? `no part in ${yearName(year)}` : `part in ${quartersText(quarters)}`}: ${list(reasons)}.`
}
