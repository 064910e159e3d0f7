/** What is said of a diagnostic: what is amiss, and how to mend it. */
import type { ArgsOf, Code } from '../../domain/diagnostic.ts'

export interface Message {
  readonly what: string
  readonly remedy: string
}

/** The words of every code. */
export type Messages = { readonly [C in Code]: (args: ArgsOf<C>) => Message }
