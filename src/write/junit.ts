/** Checks as JUnit XML, a test case a check, for whatever shows the results of tests. */
import { plainly, writeRemarks } from './remark.ts'
import type { Remark } from '../report/remark.ts'

export interface TestCase {
  readonly name: string
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped'
  /** What was found; of one that passed, what only warns. */
  readonly remarks: readonly Remark[]
  /** Why it was skipped. */
  readonly because?: string
}

export function writeJunit(suite: string, cases: readonly TestCase[]): string {
  const count = (outcome: TestCase['outcome']): string => `${cases.filter(of => of.outcome === outcome).length}`
  const counts = `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${escaped(suite)}" ${counts}>`,
    ...cases.map(writeCase),
    '  </testsuite>',
    '</testsuites>',
  ].join('\n') + '\n'
}

function writeCase({ name, outcome, remarks, because = '' }: TestCase): string {
  const open = `    <testcase classname="farthing check" name="${escaped(name)}"`
  const found = escaped(writeRemarks(remarks, plainly))
  switch (outcome) {
    case 'passed':
      return remarks.length === 0 ? `${open}/>` : `${open}><system-out>${found}</system-out></testcase>`
    case 'skipped':
      return `${open}><skipped message="${escaped(because)}"/></testcase>`
    case 'failure':
    case 'error':
      return `${open}><${outcome} message="${escaped(summary(remarks))}">${found}</${outcome}></testcase>`
  }
}

/** The first that fails, and how many more there are. */
function summary(remarks: readonly Remark[]): string {
  const first = remarks.find(({ severity }) => severity === 'error')?.what ?? ''
  return remarks.length > 1 ? `${first} (and ${remarks.length - 1} more)` : first
}

/** XML 1.0 has no place for control characters, halves of surrogate pairs and the last two of a plane. */
const escaped = (text: string): string => text
  .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
  .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;')
