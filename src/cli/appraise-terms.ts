/** The terms that `farthing appraise` is asked for, out of its options. */
import { resolve } from 'node:path'
import { type DiscountTable, everyYearAt, greenBook } from '../domain/appraisal/discounting.ts'
import type { Terms } from '../domain/appraisal/terms.ts'
import { type Diagnostic, fault, type Outcome } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import { type Year, yearName } from '../domain/period.ts'
import { isNegative, type Ratio } from '../domain/ratio.ts'
import { readDiscountTable } from '../read/discount-table.ts'
import { readPercent, readPeriod } from '../read/scalar.ts'
import type { Cell, Quotable } from '../read/source.ts'
import { withoutBlanks } from '../read/without-blanks.ts'
import type { Io } from './io.ts'

export interface TermsOptions {
  readonly rate?: string
  readonly discountTable?: string
  readonly nominal?: boolean
  readonly baseYear?: string
  readonly deflator?: string
  readonly optimismBias?: string
}

/** None, and told, where an option does not read or two do not go together. */
export function readTerms(options: TermsOptions, { years }: Model, io: Io): Outcome<Terms> & { readonly besides: readonly Quotable[] } {
  const diagnostics: Diagnostic[] = misfits(options)
  const tell = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
  const percent = (option: string, text: string | undefined): Ratio | undefined => {
    const read = text === undefined ? undefined : readPercent(typed(text))
    if (read === undefined || ('value' in read && !isNegative(read.value))) return read?.value
    tell(misfit(option, text!, 'a percentage of nil or above, as in "3.5%"'))
    return undefined
  }
  const [rate, deflator, optimismBias] = [percent('--rate', options.rate), percent('--deflator', options.deflator), percent('--optimism-bias', options.optimismBias)]
  const baseYear = options.baseYear === undefined ? years[0]! : yearIn(options.baseYear, years, tell)
  const { table, sources: besides } = options.discountTable === undefined
    ? { table: rate ? everyYearAt(rate) : greenBook, sources: [] }
    : readDiscountTable(resolve(io.cwd, options.discountTable), options.discountTable, tell)
  const value = baseYear && table && termsOf(table, baseYear, options, deflator, optimismBias)
  return { ...(value && diagnostics.length === 0 && { value }), diagnostics, besides }
}

const termsOf = (discountTable: DiscountTable, baseYear: Year, { nominal = false }: TermsOptions, deflator: Ratio | undefined, optimismBias: Ratio | undefined): Terms =>
  withoutBlanks({ discountTable, nominal, baseYear, deflator, optimismBias })

const typed = (text: string): Cell => ({ text, at: { file: '', line: 0, column: 0, length: 0 } })

const misfit = (option: string, text: string, wanted: string): Diagnostic => fault('bad-option', undefined, { option, text, wanted })

function misfits({ rate, discountTable, nominal, deflator }: TermsOptions): Diagnostic[] {
  return [
    ...(rate !== undefined && discountTable !== undefined ? [misfit('--discount-table', discountTable, 'either --rate or --discount-table')] : []),
    ...(nominal && rate === undefined && discountTable === undefined ? [misfit('--nominal', 'the rate of the Green Book', '--rate or --discount-table beside it: the Green Book\'s rate is real')] : []),
    ...(nominal && deflator !== undefined ? [misfit('--deflator', deflator, 'either --deflator or --nominal: inflation is taken out once')] : []),
  ]
}

/** As far back as a plan is long at most, and no later than the plan. */
function yearIn(text: string, years: readonly Year[], tell: (diagnostic: Diagnostic) => void): Year | undefined {
  const read = readPeriod(typed(text))
  const of = 'value' in read && read.value.kind === 'year' ? read.value.year : undefined
  if (of !== undefined && of >= years[0]! - 100 && of <= years.at(-1)!) return of
  tell(misfit('--base-year', text, `a year up to the plan's last, as in "${yearName(years[0]!)}"`))
  return undefined
}
