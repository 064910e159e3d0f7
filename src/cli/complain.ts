/** Says on stderr what is amiss. */
import { Chalk } from 'chalk'
import type { Diagnostic } from '../domain/diagnostic.ts'
import type { Quotable } from '../read/source.ts'
import { writeRemarks } from '../write/remark.ts'
import { remarksOn } from './remarks.ts'
import { inColour, type Io } from './io.ts'

export function complain(diagnostics: readonly Diagnostic[], sources: readonly Quotable[], io: Io): void {
  if (diagnostics.length === 0) return
  const { red, yellow, dim } = new Chalk({ level: inColour(io.stderr, io) ? 1 : 0 })
  io.stderr.write(writeRemarks(remarksOn(diagnostics, sources), { error: red, warning: yellow, faint: dim }))
}
