/**
 * Financial years and their quarters. A year is known by the calendar year in which it starts, a quarter by its
 * number counted from year 0, so both sort and subtract: 2017/18 is 2017, 2017/18 Q2 is 2017 × 4 + 1.
 */
declare const kind: unique symbol
export type Year = number & { readonly [kind]: 'year' }
export type Quarter = number & { readonly [kind]: 'quarter' }

/** What a column or a cell may name: a whole year, or one quarter of it. */
export type Period = { readonly kind: 'year'; readonly year: Year } | { readonly kind: 'quarter'; readonly quarter: Quarter }

export const year = (start: number): Year => start as Year

/** @param place 0 for the first quarter to 3 for the last */
export const quarter = (of: Year, place: number): Quarter => (of * 4 + place) as Quarter

export const yearOf = (of: Quarter): Year => Math.floor(of / 4) as Year

/** 0 for the first quarter of its year to 3 for the last. */
export const placeInYear = (of: Quarter): number => of % 4

export const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const

/** The quarter of a calendar month (1 to 12) where financial years start in a month: February 2018 is 2017/18 Q4 from April. */
export function quarterOfMonth(calendarYear: number, month: number, yearStarts: number): Quarter {
  const since = (month - yearStarts + 12) % 12
  return quarter(year(month < yearStarts ? calendarYear - 1 : calendarYear), Math.floor(since / 3))
}

export const quartersOf = (of: Year): readonly [Quarter, Quarter, Quarter, Quarter] =>
  [quarter(of, 0), quarter(of, 1), quarter(of, 2), quarter(of, 3)]

export const yearsFrom = (first: Year, last: Year): Year[] =>
  Array.from({ length: last - first + 1 }, (_, place) => year(first + place))

export const yearName = (of: Year): string => `${of}/${String((of + 1) % 100).padStart(2, '0')}`

export const quarterName = (of: Quarter): string => `${yearName(yearOf(of))} Q${placeInYear(of) + 1}`

export const periodName = (of: Period): string => (of.kind === 'year' ? yearName(of.year) : quarterName(of.quarter))

export const firstQuarter = (of: Period): Quarter => (of.kind === 'year' ? quarter(of.year, 0) : of.quarter)

export const lastQuarter = (of: Period): Quarter => (of.kind === 'year' ? quarter(of.year, 3) : of.quarter)
