/**
 * Gaps: a line without an index and with a blank year between two with amounts. 100, blank and 120 would cost nothing in
 * the second year, which is seldom meant; a nil that is meant is written 0.
 */
import type { BaselineLine, CostLine, Line, Model } from '../model.ts'
import { type Year, yearOf } from '../period.ts'
import type { Check } from './check.ts'
import { notice } from './notice.ts'

export const yearGap = {
  name: 'year-gap',
  asks: 'Is no year blank between two with amounts?',
  severity: 'error',
  needs: 'model',
  examine: ({ model }) => {
    const lines: readonly (CostLine | BaselineLine)[] = [...model.budget, ...model.baseline].filter(({ index }) => index === undefined)
    return {
      compared: lines.length,
      notices: lines.flatMap(line => {
        const years = blankBetween(line, model)
        return years.length > 0 ? [notice('year-gap', line.at, { line: line.id, ...('partner' in line && { partner: line.partner }), years })] : []
      }),
    }
  },
} as const satisfies Check

function blankBetween({ amounts: { years, quarters } }: Line, model: Model): Year[] {
  const stated = new Set<Year>([...years.keys(), ...[...quarters.keys()].map(yearOf)])
  const filled = new Set<Year>([...years].filter(([, { value }]) => value !== 0n).map(([year]) => year))
  for (const [quarter, { value }] of quarters) if (value !== 0n) filled.add(yearOf(quarter))
  const isFilled = (where: (year: Year) => boolean): boolean => [...filled].some(where)
  return model.years.filter(year => !stated.has(year) && isFilled(other => other < year) && isFilled(other => other > year))
}
