/** `farthing sensitivity`: what matters most? Each input up and down, one at a time, by what it does to a figure. */
import { type Diagnostic, fault } from '../domain/diagnostic.ts'
import { isLess, one, type Ratio, zero } from '../domain/ratio.ts'
import type { Base } from '../domain/sensitivity/base.ts'
import { type Input, inputsIn, inputsOf, nowhere } from '../domain/sensitivity/inputs.ts'
import { sensitivity } from '../domain/sensitivity/sensitivity.ts'
import { readPercent } from '../read/scalar.ts'
import { sensitivityFacts, sensitivityJson } from '../report/sensitivity-data.ts'
import { sensitivityReport, type SensitivityView } from '../report/sensitivity-report.ts'
import { units } from '../report/unit.ts'
import { writeReport } from '../write/report.ts'
import type { Io } from './io.ts'
import type { SharedOptions } from './options.ts'
import { perform } from './perform.ts'
import { loadBase, type WatchedOptions } from './watched.ts'

export interface SensitivityOptions extends WatchedOptions, Pick<SharedOptions, 'units' | 'rounding'> {
  readonly by?: string
  readonly top?: string
}

export const sensitivityCommand = (folder: string, options: SensitivityOptions, io: Io): Promise<number> =>
  perform({ command: 'sensitivity', folders: [folder], options }, io, (model, screen) => {
    const { base, watched, diagnostics: amiss, sources } = loadBase(folder, options, model, io)
    const by = partOf(options.by ?? usual)
    const top = topOf(options)
    const inputs = base && inputsAsked(base, options, by)
    const diagnostics = [...amiss, ...misfits(options, by, top, inputs)]
    if (base === undefined || watched === undefined || by === undefined || top === undefined || inputs === undefined || diagnostics.length > amiss.length) return { diagnostics, sources }

    const of = sensitivity(base, inputs, watched)
    const view: SensitivityView = {
      model: base.plan.model, watched, top, unit: units[options.units], rounding: options.rounding,
      tries: options.scenario ? { scenarios: options.scenario } : { by: options.by ?? usual },
    }
    const sayings = { reports: () => [sensitivityReport(of, view)], facts: () => sensitivityFacts(of, view), data: () => sensitivityJson(of, view) }
    return { value: { text: writeReport(sayings, options.format, screen) }, diagnostics, sources }
  })

const usual = '10%'

/** Other programs get every input unless a number is asked for. */
function topOf({ top, format }: SensitivityOptions): number | undefined {
  if (top === undefined) return format === 'table' || format === 'markdown' ? 15 : Infinity
  return /^[1-9]\d{0,5}$/.test(top) ? parseInt(top, 10) : undefined
}

/** Above nil and below all of it: nothing is left of what is made 100% less. */
function partOf(text: string): Ratio | undefined {
  const read = readPercent({ text, at: nowhere })
  return 'value' in read && isLess(zero, read.value) && isLess(read.value, one) ? read.value : undefined
}

const inputsAsked = ({ plan, changes }: Base, { scenario }: SensitivityOptions, by: Ratio | undefined): Input[] =>
  scenario ? inputsIn(changes) : by ? inputsOf(plan.model, by) : []

function misfits({ by: text, top: rows, scenario }: SensitivityOptions, by: Ratio | undefined, top: number | undefined, inputs: readonly Input[] | undefined): Diagnostic[] {
  return [
    ...(text !== undefined && scenario ? [misfit('--by', text, 'either --by or --scenario, whose ranges say what is tried')] : []),
    ...(by === undefined ? [misfit('--by', text!, 'a percentage above 0% and below 100%, as in "10%"')] : []),
    ...(top === undefined ? [misfit('--top', rows!, 'how many inputs to show, as in "15"')] : []),
    ...(scenario && inputs?.length === 0 ? [misfit('--scenario', scenario.join(', '), 'a scenario that states a range, as in "set: { low: 1%, high: 5% }"')] : []),
  ]
}

const misfit = (option: string, text: string, wanted: string): Diagnostic => fault('bad-option', undefined, { option, text, wanted })
