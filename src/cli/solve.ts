/** `farthing solve`: at which value of an input does a figure reach a target? */
import { type Diagnostic, fault, type Outcome } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import type { Money } from '../domain/money.ts'
import { multiply, ratio } from '../domain/ratio.ts'
import type { Variable } from '../domain/sensitivity/variable.ts'
import { nowhere } from '../domain/sensitivity/inputs.ts'
import type { Interval } from '../domain/solve/search.ts'
import { fineness, solve, usualInterval } from '../domain/solve/solve.ts'
import { readAmount, readPercent } from '../read/scalar.ts'
import { solveFacts, solveJson } from '../report/solve-data.ts'
import { solveReport } from '../report/solve-report.ts'
import { writeReport } from '../write/report.ts'
import type { Io } from './io.ts'
import { perform } from './perform.ts'
import { readVary, type VaryOptions } from './vary.ts'
import { loadBase, type WatchedOptions } from './watched.ts'

export interface SolveOptions extends WatchedOptions, VaryOptions {
  readonly reach: string
  readonly between?: readonly string[]
}

export const solveCommand = (folder: string, options: SolveOptions, io: Io): Promise<number> =>
  perform({ command: 'solve', folders: [folder], options }, io, (read, screen) => {
    const { base, watched, diagnostics: amiss, sources } = loadBase(folder, options, read, io)
    const { value: asked, diagnostics: misfits } = base ? readAsked(options, base.plan.model) : { diagnostics: [] }
    const diagnostics = [...amiss, ...misfits]
    if (base === undefined || watched === undefined || asked === undefined) return { diagnostics, sources }

    const { value: of, diagnostics: found } = solve(base, { ...asked, watched })
    diagnostics.push(...found)
    if (of === undefined) return { diagnostics, sources }
    const { model } = base.plan
    const scenarios = options.scenario ?? []
    const sayings = { reports: () => [solveReport(of, model, scenarios)], facts: () => solveFacts(of, model), data: () => solveJson(of, model, scenarios) }
    return { value: { text: writeReport(sayings, options.format, screen), no: of.answers.length === 0 }, diagnostics, sources }
  })

interface Asked {
  readonly variable: Variable
  readonly target: Money
  readonly between: Interval
}

function readAsked(options: SolveOptions, model: Model): Outcome<Asked> {
  const diagnostics: Diagnostic[] = []
  const tell = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
  const variable = readVary(options, model, tell)
  const target = readAmount({ text: options.reach, at: nowhere }, model.currency)
  if ('wrong' in target) tell(fault('bad-option', undefined, { option: '--reach', text: options.reach, wanted: 'an amount, as in "£0" or "-£1,000"' }))
  const between = variable && (options.between === undefined ? usualInterval(variable) : readBetween(options.between, variable, tell))
  if (variable === undefined || 'wrong' in target || between === undefined) return { diagnostics }
  return { value: { variable, target: target.value, between }, diagnostics }
}

/** Two percentages on the grid, the lower first; a rate may be below nil, but nothing is left of what falls by more than all of it. */
function readBetween(words: readonly string[], { kind }: Variable, tell: (diagnostic: Diagnostic) => void): Interval | undefined {
  const text = words.join(' ')
  const ends = text.split(/\s+(?:to\s+)?/).map(end => {
    const read = readPercent({ text: end, at: nowhere })
    const place = 'value' in read ? multiply(read.value, ratio(fineness)) : undefined
    return place?.denominator === 1n ? place.numerator : undefined
  })
  const [from, to] = ends
  const least = kind === 'rates' ? -fineness : 0n
  if (ends.length === 2 && from !== undefined && to !== undefined && least <= from && from < to) return { from, to }
  tell(fault('bad-option', undefined, {
    option: '--between', text,
    wanted: `two percentages with at most four decimals, the lower first and not below ${kind === 'rates' ? '-100%' : '0%'}, as in "--between 0% 50%", and the model before them`,
  }))
  return undefined
}
