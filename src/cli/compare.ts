/** `farthing compare`: the same costs under other methods, and who gains, who loses and who pays for whom by a move to one. */
import { compareMethods } from '../domain/comparison.ts'
import { compareFacts } from '../report/compare-facts.ts'
import { compareJson } from '../report/compare-json.ts'
import { compareReport } from '../report/compare-report.ts'
import { writeReport } from '../write/report.ts'
import { type CompareOptions, readCompared } from './compare-question.ts'
import type { Io } from './io.ts'
import { selectionOf, unitOf } from './options.ts'
import { perform } from './perform.ts'

export const compareCommand = (folder: string, options: CompareOptions, io: Io): Promise<number> =>
  perform({ command: 'compare', folders: [folder], options }, io, (model, screen) => {
    const asked = readCompared(options, model)
    const selected = selectionOf(options, model)
    const refused = [...asked.diagnostics, ...selected.diagnostics]
    if (asked.value === undefined || selected.value === undefined) return { diagnostics: refused }
    const { value: comparison, diagnostics } = compareMethods(model, asked.value)
    if (comparison === undefined) return { diagnostics }
    const terms = asked.value
    const view = { years: selected.value.years, byYear: options.by === 'year', unit: unitOf(options), rounding: options.rounding }
    const sayings = { reports: () => [compareReport(comparison, view, terms)], facts: () => compareFacts(comparison, view), data: () => compareJson(comparison, view, terms) }
    return { value: { text: writeReport(sayings, options.format, screen) }, diagnostics }
  })
