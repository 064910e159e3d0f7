/** The options of `farthing check`, as the command line gives them and as the checks take them. */
import { checkNames, type CheckName } from '../domain/checks/registry.ts'
import { type Diagnostic, fault } from '../domain/diagnostic.ts'
import { isNegative, type Ratio, zero } from '../domain/ratio.ts'
import { isToleranceFor, readFigure } from '../read/published.ts'
import { readPercent } from '../read/scalar.ts'
import type { OutputOptions } from './invocation.ts'
import type { checkFormats } from './options.ts'

export interface CheckOptions extends OutputOptions {
  readonly format: (typeof checkFormats)[number]
  readonly tolerance: string
  readonly jump: string
  readonly amber: string
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  readonly list?: boolean
  readonly quiet?: boolean
  readonly strict?: boolean
}

export interface Wanted {
  readonly chosen: (name: CheckName) => boolean
  readonly jump: Ratio
  readonly amber: Ratio
}

/** What cannot be read is told, and stands for nothing. */
export function wantedIn({ only, skip = [], jump, amber }: CheckOptions, tell: (diagnostic: Diagnostic) => void): Wanted {
  for (const name of [...(only ?? []), ...skip]) {
    if (!isCheck(name)) tell(fault('unknown-check', undefined, { check: name, known: checkNames }))
  }
  const left = (only ?? checkNames).filter(name => !skip.includes(name))
  if (left.length === 0) tell(fault('bad-option', undefined, { option: '--skip', text: skip.join(', '), wanted: 'fewer names: no check is left' }))
  return { chosen: name => left.includes(name), jump: percentIn('--jump', jump, tell), amber: percentIn('--amber', amber, tell) }
}

const isCheck = (name: string): boolean => checkNames.some(known => known === name)

function percentIn(option: string, text: string, tell: (diagnostic: Diagnostic) => void): Ratio {
  const read = readPercent({ text, at: { file: '', line: 0, column: 0, length: 0 } })
  if ('value' in read && !isNegative(read.value)) return read.value
  tell(fault('bad-option', undefined, { option, text, wanted: 'a percentage, as in "50%"' }))
  return zero
}

/** In pounds. */
export function toleranceIn({ tolerance }: CheckOptions, currency: string, tell: (diagnostic: Diagnostic) => void): Ratio {
  const read = readFigure(tolerance, currency)
  if ('value' in read && isToleranceFor(read, false)) return read.value
  tell(fault('bad-option', undefined, { option: '--tolerance', text: tolerance, wanted: 'an amount, as in "£1"' }))
  return zero
}
