/** A remark: what is amiss in words, where, with the line of the file that it is in, and how to mend it. */
import type { Severity } from '../domain/diagnostic.ts'
import type { At } from '../domain/stated.ts'

export interface Remark {
  /** What it goes by: the code of a diagnostic, the name of a check. */
  readonly name: string
  readonly severity: Severity
  readonly what: string
  readonly remedy: string
  readonly at?: At
  /** The line of the file; none where there is no place, or the file is not at hand. */
  readonly line?: string
}

/** Remarks as a part of a report. */
export interface Remarks {
  readonly kind: 'remarks'
  readonly remarks: readonly Remark[]
}
