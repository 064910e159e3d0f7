/**
 * Discounting: what money of a later year is worth in the base year, whose factor is one. The factor of a year is that
 * of the year before over one and the year's rate: at 3.5% a pound of year 1 is worth 0.9662; the factor of year 30 is
 * 0.3563 and, at 3% from year 31 on, that of year 31 is 0.3459. Before the base year it runs backwards: 1.035, 1.0712.
 */
import type { Year } from '../period.ts'
import { add, divide, multiply, one, type Ratio, ratio } from '../ratio.ts'

/** A rate that holds from a year on, counted from the base year, until the next. */
export interface DiscountRate {
  readonly fromYear: number
  readonly rate: Ratio
}

export interface DiscountTable {
  /** What it is and of when, for the reader; none for a rate that was given alone. */
  readonly name?: string
  /** From year 0, in rising order. */
  readonly rates: readonly DiscountRate[]
}

const perThousand = (count: bigint): Ratio => ratio(count, 1000n)

/**
 * The Treasury's standard real social time preference rate: The Green Book (2022), annex A6, "declining long term discount
 * rate". The edition of February 2026 keeps it: www.gov.uk/government/publications/tag-forthcoming-changes, "Green Book
 * updates" of 16 April 2026. A review of it is under way; `--discount-table` takes whatever follows.
 */
export const greenBook: DiscountTable = {
  name: 'HM Treasury, The Green Book (2022), annex A6, unchanged in February 2026',
  rates: [
    { fromYear: 0, rate: perThousand(35n) }, { fromYear: 31, rate: perThousand(30n) }, { fromYear: 76, rate: perThousand(25n) },
    { fromYear: 126, rate: perThousand(20n) }, { fromYear: 201, rate: perThousand(15n) }, { fromYear: 301, rate: perThousand(10n) },
  ],
}

export const everyYearAt = (rate: Ratio): DiscountTable => ({ rates: [{ fromYear: 0, rate }] })

/** The factors of the years of a plan, which follow on each other, and of those between them and the base year. */
export function discountFactors({ rates }: DiscountTable, base: Year, years: readonly Year[]): ReadonlyMap<Year, Ratio> {
  const growthInto = (of: number): Ratio => add(one, rateIn(rates, of - base))
  const factors = new Map<number, Ratio>([[base, one]])
  for (let of = base + 1; of <= years.at(-1)!; of++) factors.set(of, divide(factors.get(of - 1)!, growthInto(of)))
  for (let of = base - 1; of >= years[0]!; of--) factors.set(of, multiply(factors.get(of + 1)!, growthInto(of + 1)))
  return factors as Map<Year, Ratio>
}

/** Years before the base year have the rate of year 0. */
const rateIn = (rates: readonly DiscountRate[], year: number): Ratio =>
  rates.findLast(({ fromYear }) => fromYear <= Math.max(year, 0))!.rate
