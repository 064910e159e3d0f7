/** What `farthing check` has to say, in the format asked for: of a model that was checked, and of one that cannot be read. */
import { join, relative, resolve, sep } from 'node:path'
import { checkJson, findingFacts, unreadJson } from '../report/check-facts.ts'
import { allPassed, type Checked, checkReport, failuresOf, notRun, remarksOf, type Worded } from '../report/check-report.ts'
import type { Remark } from '../report/remark.ts'
import { writeGithub } from '../write/github.ts'
import { writeJson } from '../write/json.ts'
import { type TestCase, writeJunit } from '../write/junit.ts'
import { writeRemarks } from '../write/remark.ts'
import { writeReport } from '../write/report.ts'
import type { Screen } from '../write/text.ts'
import type { CheckOptions } from './check-options.ts'
import type { Io } from './io.ts'
import { throughLinks } from './output.ts'

/** Under `--quiet` only what fails; a document, as JSON and JUnit are, is whole all the same. */
export function writeChecked(all: Checked, folder: string, { format, quiet = false }: CheckOptions, screen: Screen, io: Io): string {
  const checked = quiet ? failuresOf(all) : all
  if (format === 'junit') return writeJunit(checked.model, checked.results.map(of => caseOf(of, checked)))
  if (format !== 'json' && quiet && allPassed(all)) return ''
  if (format === 'github') return writeGithub([...remarksOf(checked), ...unrun(checked)], pathIn(folder, io))
  if (quiet && (format === 'text' || format === 'table')) return writeRemarks(remarksOf(checked)) + notRun(checked).map(line => `${line}\n`).join('')
  const sayings = { reports: () => [checkReport(checked)], facts: () => findingFacts(checked), data: () => checkJson(checked) }
  return writeReport(sayings, format === 'text' ? 'table' : format, screen)
}

/** What would leave the answer no without a word. */
function unrun(checked: Checked): Remark[] {
  const silent = remarksOf(checked).every(({ severity }) => severity !== 'error')
  return silent ? notRun(checked).map(what => ({ name: 'not run', severity: 'error', what, remedy: `See "--only ${checked.blocking[0]}".` })) : []
}

/** For another program; people are told on stderr alone. */
export function writeUnread(remarks: readonly Remark[], folder: string, { format }: CheckOptions, io: Io): string | undefined {
  switch (format) {
    case 'github':
      return writeGithub(remarks, pathIn(folder, io))
    case 'junit':
      return writeJunit(folder, [{ name: 'model', outcome: 'error', remarks }])
    case 'json':
      return writeJson(unreadJson(remarks))
    default:
      return undefined
  }
}

/** From the root of the repository that is checked, or else from the current folder, either of which may be a link. */
function pathIn(folder: string, { env, cwd }: Io): (file: string) => string {
  const [root, model] = [env['GITHUB_WORKSPACE'] || cwd, resolve(cwd, folder)].map(throughLinks)
  return file => relative(root!, join(model!, file)).replaceAll(sep, '/')
}

function caseOf({ check, result, remarks }: Worded, checked: Checked): TestCase {
  switch (result) {
    case 'skipped':
      return { name: check, outcome: 'skipped', remarks, because: 'left out' }
    case 'not run':
      return { name: check, outcome: 'skipped', remarks, because: notRun(checked).join(' ') }
    case 'failed':
      return { name: check, outcome: 'failure', remarks }
    case 'ok':
    case 'nothing':
    case 'warning':
      return { name: check, outcome: 'passed', remarks }
  }
}
