/** Figures as they are printed: 3102395 to the pound, 0.0418 to a tenth of a percent as 4.2%, 99.9 as it is. */
import type { PublishedFigure } from '../domain/published.ts'
import { decimal, multiply, type Ratio, ratio } from '../domain/ratio.ts'

export function printedFigure(value: Ratio, { percent, precision }: Pick<PublishedFigure, 'percent' | 'precision'>): string {
  const places = precision.denominator.toString().length - 1
  return percent ? `${decimal(multiply(value, ratio(100n)), Math.max(0, places - 2))}%` : decimal(value, places)
}

/** To eight places at most, without noughts at the end. */
export const plainDecimal = (value: Ratio): string => (value.denominator === 1n ? `${value.numerator}` : decimal(value, 8).replace(/\.?0+$/, ''))
