/** The difference of two sides of `farthing diff`: of two plans; or, where one is an issued quarter, of what is due to date. */
import { fileChanges } from '../domain/changes/file-changes.ts'
import { fault, isFault } from '../domain/diagnostic.ts'
import { chargeDifference, type Difference, planDifference, type ToDate } from '../domain/difference.ts'
import type { Model } from '../domain/model.ts'
import type { Quarter } from '../domain/period.ts'
import { plan } from '../domain/plan.ts'
import { toldIn } from './called.ts'
import { digestsBesides } from './diff-besides.ts'
import type { DiffSide, Found } from './diff-side.ts'
import { dueToDate, type DueToDate } from './diff-to-date.ts'
import type { Io } from './io.ts'

export interface Differed extends Omit<DueToDate, 'value' | 'files'> {
  readonly value?: Difference
  /** The files that were read besides, of each side. */
  readonly files: readonly [readonly string[], readonly string[]]
}

export function differenceOf(before: DiffSide & { readonly found: Found }, after: DiffSide & { readonly found: Found }, io: Io): Differed {
  const [was, is] = [before.found, after.found]
  const currencies = { before: was.partnership.currency, after: is.partnership.currency }
  if (currencies.before !== currencies.after) return { ...nothingRead, diagnostics: [fault('different-currencies', undefined, currencies)] }
  if (was.kind === 'model' && is.kind === 'model') return ofPlans(was.model, before.folder, is.model, after.folder, io)
  const quarter = was.kind === 'record' ? was.record.quarter : (is as Extract<Found, { kind: 'record' }>).record.quarter
  return ofCharges(toDate(before, was, quarter, io), toDate(after, is, quarter, io))
}

const nothingRead: Pick<Differed, 'sources' | 'files'> = { sources: [], files: [[], []] }

function ofPlans(before: Model, folderBefore: string, after: Model, folderAfter: string, io: Io): Differed {
  const [was, is] = [plan(before), plan(after)]
  const diagnostics = [...toldIn(folderBefore, was.diagnostics), ...toldIn(folderAfter, is.diagnostics)]
  if (was.value === undefined || is.value === undefined) return { ...nothingRead, diagnostics }
  const [filesBefore, filesAfter] = [digestsBesides(folderBefore, io), digestsBesides(folderAfter, io)]
  const difference = planDifference(was.value, is.value)
  return {
    diagnostics, sources: [], files: [[...filesBefore.keys()], [...filesAfter.keys()]],
    value: { ...difference, changes: [...difference.changes, ...fileChanges(filesBefore, filesAfter)] },
  }
}

const toDate = ({ folder }: DiffSide, found: Found, quarter: Quarter, io: Io): DueToDate =>
  (found.kind === 'record' ? { value: found.record, diagnostics: [], sources: [], files: [] } : dueToDate(folder, found.model, quarter, io))

function ofCharges(before: DueToDate, after: DueToDate): Differed {
  const diagnostics = [...before.diagnostics, ...after.diagnostics]
  const [was, is]: (ToDate | undefined)[] = [before.value, after.value]
  return {
    diagnostics, sources: [...before.sources, ...after.sources], files: [before.files, after.files],
    ...(was && is && !diagnostics.some(isFault) && { value: chargeDifference(was, is) }),
  }
}
