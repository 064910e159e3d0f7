/**
 * Remarks as annotations of GitHub Actions, a workflow command a line, which mark the place on the pull request:
 * `::warning file=budget.csv,line=3,col=31,endColumn=37,title=jump::line "email" …`. Errors come first, since only so many
 * are shown. Like the other tools that end a span, the end column is the one after it.
 */
import { isWholeFile } from '../domain/stated.ts'
import type { Remark } from '../report/remark.ts'

/** @param pathOf the path of a file of the model, from the root of the repository */
export function writeGithub(remarks: readonly Remark[], pathOf: (file: string) => string): string {
  const errors = remarks.filter(({ severity }) => severity === 'error')
  const warnings = remarks.filter(({ severity }) => severity === 'warning')
  return [...errors, ...warnings].map(remark => `${annotation(remark, pathOf)}\n`).join('')
}

function annotation({ name, severity, what, remedy, at }: Remark, pathOf: (file: string) => string): string {
  const file = at ? [['file', pathOf(at.file)]] : []
  const cell = at && !isWholeFile(at) ? [['line', at.line], ['col', at.column], ['endColumn', at.column + at.length]] : []
  const properties = [...file, ...cell, ['title', name]].map(([key, value]) => `${key}=${property(`${value}`)}`)
  return `::${severity} ${properties.join(',')}::${data(`${what}\n${remedy}`)}`
}

/** https://github.com/actions/toolkit, packages/core/src/command.ts: what ends a message, and what ends a property. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
