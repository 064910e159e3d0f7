/** What was checked as a row a finding, for another program, and as plain data for JSON. */
import { yearName } from '../domain/period.ts'
import type { Comparison } from '../domain/published.ts'
import { subtract, zero } from '../domain/ratio.ts'
import { type At, isWholeFile, placeName } from '../domain/stated.ts'
import { allPassed, type Checked } from './check-report.ts'
import { printedFigure } from './printed-figure.ts'
import type { Remark } from './remark.ts'
import { type Table, text } from './table.ts'
import { targetJson } from './targets-table.ts'
import { units } from './unit.ts'

export function findingFacts({ results }: Checked): Table {
  const columns = ['check', 'severity', 'file', 'line', 'column', 'message', 'remedy']
  return {
    kind: 'table', title: 'Findings', unit: units.pence, notes: [], columns: columns.map(title => ({ title, kind: 'label' })),
    rows: results.flatMap(({ check, remarks }) => remarks.map(({ severity, at, what, remedy }) => ({
      kind: 'item', cells: [check, severity, at?.file ?? '', `${cellOf(at)?.line ?? ''}`, `${cellOf(at)?.column ?? ''}`, what, remedy].map(text),
    }))),
  }
}

export function checkJson(checked: Checked): object {
  const { model, results, reached, comparisons } = checked
  const figures = comparisons.filter(({ repeats }) => !repeats)
  return {
    report: 'check', model, passed: allPassed(checked),
    checks: results.map(({ check, severity, result, compared, remarks }) => ({ check, severity, result, compared: compared ?? null, findings: remarks.map(remarkJson) })),
    targets: reached.map(targetJson),
    published: { compared: figures.length, agree: figures.filter(({ agrees }) => agrees).length },
    differences: comparisons.filter(({ agrees }) => !agrees).map(differenceJson),
    diagnostics: [],
  }
}

/** The model could not be read: nothing was checked. */
export const unreadJson = (remarks: readonly Remark[]): object => ({
  report: 'check', model: null, passed: false, checks: [], targets: [], published: { compared: 0, agree: 0 }, differences: [],
  diagnostics: remarks.map(remark => ({ code: remark.name, ...remarkJson(remark) })),
})

function remarkJson({ severity, at, what, remedy }: Remark) {
  const cell = cellOf(at)
  return { severity, file: at?.file ?? null, line: cell?.line ?? null, column: cell?.column ?? null, endColumn: cell ? cell.column + cell.length : null, message: what, remedy }
}

/** None where a file is meant as a whole. */
const cellOf = (at: At | undefined): At | undefined => (at && !isWholeFile(at) ? at : undefined)

const differenceJson = (of: Comparison) => ({
  where: placeName(of.at), what: of.row, year: yearName(of.year), published: printedFigure(of.value, of),
  computed: of.computed ? printedFigure(of.computed, of) : null, difference: printedFigure(subtract(of.computed ?? zero, of.value), of),
})
