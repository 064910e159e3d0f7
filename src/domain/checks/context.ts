/**
 * What the checks look at: the model and all that was read beside it, and, where nothing stands in its way, the plan, the
 * savings and what is charged to date. All of it is reckoned once.
 */
import type { Actuals } from '../actuals.ts'
import { charge, type Charge, misfits } from '../charge.ts'
import { type Diagnostic, isFault } from '../diagnostic.ts'
import { type Weigher, weigher } from '../drivers/weigher.ts'
import type { IssuedRecord } from '../issued.ts'
import type { Model } from '../model.ts'
import type { Quarter } from '../period.ts'
import { type Plan, plan } from '../plan.ts'
import { type Comparison, compare, type PublishedFigure } from '../published.ts'
import type { Ratio } from '../ratio.ts'
import type { Change } from '../scenario/change.ts'
import { savings, type YearSavings } from '../savings.ts'
import { type Reached, reach, type Target } from '../targets.ts'

/** A diagnostic, and who told it: a reader, the reader of issued records, the plan, or the charge of the actuals. */
export interface Told {
  readonly by: 'reading' | 'records' | 'plan' | 'actuals'
  readonly diagnostic: Diagnostic
}

/** What another command reads: how much of it there is, and what is amiss with it. */
export interface Other {
  readonly count: number
  readonly amiss: readonly Diagnostic[]
}

export interface Supposed extends Other {
  /** Of all scenarios that can be read. */
  readonly changes: readonly Change[]
}

export interface Read {
  readonly model: Model
  readonly actuals: Actuals
  readonly records: readonly IssuedRecord[]
  /** The files of records, also those that cannot be read. */
  readonly recordFiles: number
  readonly told: readonly Told[]
  readonly published: readonly PublishedFigure[]
  readonly targets: readonly Target[]
  readonly scenarios: Supposed
  readonly capital: Other
  /** By how much a line may change from one year to the next, 1/2 for half. */
  readonly jump: Ratio
  /** By how much of itself a target may be missed and still be amber. */
  readonly amber: Ratio
}

export interface Context extends Read {
  /** For counts: it knows no baseline. */
  readonly weighCount: Weigher
  /** None where the plan has faults. */
  readonly planned?: Planned
}

export interface Planned extends Context {
  readonly plan: Plan
  readonly years: readonly YearSavings[]
  readonly comparisons: readonly Comparison[]
  readonly reached: readonly Reached[]
  /** The charge of the last quarter with actuals; none without actuals, or where they cannot be charged. */
  readonly charged?: Charge
}

export function contextOf(read: Read): Context {
  const { model } = read
  const planned = plan(model)
  const told = [...read.told, ...by('records', misfits(read.records, model)), ...by('plan', planned.diagnostics)]
  const context: Context = { ...read, told, weighCount: weigher(model, []) }
  if (planned.value === undefined) return context
  const years = savings(planned.value, () => true)
  const charged = chargedToDate(context)
  // What a charge only warns of is said on the statement of its quarter.
  const amiss = by('actuals', charged.diagnostics.filter(isFault))
  const all = {
    ...context, told: [...told, ...amiss],
    plan: planned.value, years, ...(charged.value && { charged: charged.value }),
    comparisons: compare(read.published, years), reached: reach(read.targets, planned.value, years, read.amber),
  }
  return { ...all, planned: all }
}

const by = (who: Told['by'], diagnostics: readonly Diagnostic[]): Told[] => diagnostics.map(diagnostic => ({ by: who, diagnostic }))

/** Records that are at fault are left out: what they add up to is not known. */
function chargedToDate({ model, actuals, records, told }: Context): ReturnType<typeof charge> {
  const last = actuals.spend.reduce<Quarter | undefined>((latest, { quarter }) => (latest === undefined || latest < quarter ? quarter : latest), undefined)
  if (last === undefined) return { diagnostics: [] }
  const sound = told.every(of => of.by !== 'records')
  return charge(model, actuals, undefined, last, sound ? records.filter(({ quarter }) => quarter < last) : [])
}
