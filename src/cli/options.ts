/** The options that several commands share, as the command line gives them and as the program takes them. */
import { fault, type Outcome } from '../domain/diagnostic.ts'
import type { Model, PartnerId } from '../domain/model.ts'
import { type Year, yearName } from '../domain/period.ts'
import type { RoundingMode } from '../report/shown.ts'
import { type Unit, units } from '../report/unit.ts'
import type { Format } from '../write/report.ts'
import type { OutputOptions } from './invocation.ts'

export const formats = ['table', 'csv', 'json', 'markdown'] as const satisfies readonly Format[]

export const unitNames = ['pence', 'pounds', 'thousands'] as const satisfies readonly Unit['name'][]
export const explainable = ['saving', 'cumulative-saving', 'baseline', 'cost', 'staff-share', 'charge'] as const
export const roundings = ['reconciled', 'independent'] as const satisfies readonly RoundingMode[]

/** How the answer is written, and where. */
export interface FormatOptions extends OutputOptions {
  readonly format: Format
}

export interface SharedOptions extends FormatOptions {
  readonly units: Unit['name']
  readonly rounding: RoundingMode
  readonly partner?: readonly string[]
  readonly year?: readonly string[]
}

/** What of a model a report is about. */
export interface Selection {
  readonly partners: readonly PartnerId[]
  readonly years: readonly Year[]
}

/** The partners and years asked for, in the model's order; all of them where none is named. */
export function selectionOf({ partner, year }: Pick<SharedOptions, 'partner' | 'year'>, model: Model): Outcome<Selection> {
  const partners = model.partners.map(({ id }) => id)
  const years = model.years.map(yearName)
  const diagnostics = [
    ...(partner ?? []).filter(name => !partners.includes(name)).map(name => fault('unknown-partner', undefined, { partner: name, known: partners })),
    ...(year ?? []).filter(name => !years.includes(name)).map(name => fault('unknown-year', undefined, { year: name, known: years })),
  ]
  if (diagnostics.length > 0) return { diagnostics }
  return {
    value: {
      partners: partner ? partners.filter(id => partner.includes(id)) : partners,
      years: year ? model.years.filter(of => year.includes(yearName(of))) : model.years,
    },
    diagnostics,
  }
}

export const unitOf = ({ units: name }: Pick<SharedOptions, 'units'>): Unit => units[name]
