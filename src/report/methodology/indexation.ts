/** Indexation in words: which lines an index raises or lowers and by how much, and which have a figure of their own for the year. */
import { groupBy } from '../../domain/group.ts'
import type { AmountLine, Raised } from '../../domain/methodology/indexed.ts'
import type { Methodology } from '../../domain/methodology/methodology.ts'
import { yearName } from '../../domain/period.ts'
import { isNegative, isZero, type Ratio } from '../../domain/ratio.ts'
import { placeName } from '../../domain/stated.ts'
import type { Prose } from '../table.ts'
import { coins, counted, list, percentText, quartersText } from './words.ts'

export function indexationPart({ model, year, indexed: { raised, stated, byQuarter } }: Methodology, title: string): Prose {
  const name = yearName(year)
  const [penny] = coins(model.currency)
  return {
    kind: 'prose', title,
    paragraphs: [
      ...(raised.length === 0 ? [`No amount of ${name} is raised by an index.`] : [
        `An amount that is left blank for the year is that of the year before, changed by the index that the line names. It is carried on unrounded from year to year, and each year's amount is rounded to the ${penny} once.`,
        ...raised.map(of => raisedText(of, name)),
      ]),
      ...(stated.length === 0 ? [] : [`Stated for ${name}, and not raised: ${linesText(stated)}.`]),
      ...(byQuarter.length === 0 ? [] : [`Stated for single quarters, in place of their part of the year: ${list(byQuarter.map(line => `${linesText([line])} in ${quartersText(line.quarters)}`))}.`]),
    ],
  }
}

const raisedText = ({ index, rate, lines }: Raised, year: string): string =>
  `Index ${index} is ${percentText(rate.value)} for ${year} (${placeName(rate.at)}). It ${effectOf(rate.value, linesText(lines))}.`

function effectOf(rate: Ratio, lines: string): string {
  if (isZero(rate)) return `leaves ${lines} unchanged`
  return `${isNegative(rate) ? 'lowers' : 'raises'} ${lines}`
}

/** "the budget lines hr and it, and the baseline line staff (CCC and HDC)". */
function linesText(lines: readonly AmountLine[]): string {
  const budget = lines.filter(({ partner }) => partner === undefined).map(({ line }) => line)
  const baseline = [...groupBy(lines.filter(({ partner }) => partner !== undefined), ({ line }) => line)]
    .map(([line, of]) => `${line} (${list(of.map(({ partner }) => partner!))})`)
  return [...named('budget', budget), ...named('baseline', baseline)].join(', and ')
}

const named = (of: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`the ${of} ${counted(lines.length, 'line', 'lines').replace(/^\d+ /, '')} ${list(lines)}`]
