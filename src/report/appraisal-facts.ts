/** The cash flows of an appraisal as facts, a row each, for a pivot table. */
import type { CashFlow } from '../domain/appraisal/cash-flow.ts'
import { discountFactors } from '../domain/appraisal/discounting.ts'
import type { Terms } from '../domain/appraisal/terms.ts'
import { type Year, yearName } from '../domain/period.ts'
import { decimal } from '../domain/ratio.ts'
import { inPence, type Table, text } from './table.ts'
import { units } from './unit.ts'

/** Those that are not nil. */
export function appraisalFacts(flows: readonly CashFlow[], { discountTable, baseYear }: Terms, years: readonly Year[]): Table {
  const factors = discountFactors(discountTable, baseYear, years)
  return {
    kind: 'table', title: 'Cash flows', unit: units.pence, notes: [],
    columns: [
      ...['year', 'partner', 'measure'].map(title => ({ title, kind: 'label' }) as const),
      ...['amount', 'discount_factor', 'present_value'].map(title => ({ title, kind: 'figure' }) as const),
    ],
    rows: flows.filter(({ amount, presentValue }) => amount !== 0n || presentValue !== 0n).map(({ year, partner, element, amount, presentValue }) => ({
      kind: 'item', cells: [...[yearName(year), partner, element].map(text), inPence(amount), text(decimal(factors.get(year)!, factorPlaces)), inPence(presentValue)],
    })),
  }
}

/** Decimals of a factor for another program. */
export const factorPlaces = 12
