/** What the annotations and the XML say is what was found, whatever stands in the words. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Remark } from '../../src/report/remark.ts'
import { writeGithub } from '../../src/write/github.ts'
import { type TestCase, writeJunit } from '../../src/write/junit.ts'
import { annotationsIn } from '../annotations.ts'
import { forAll, holds } from '../properties.ts'
import { textsIn, wellFormed } from '../xml.ts'

const texts = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('50% off: a, b', 'one\r\ntwo', '::error::', ']]>&<"\'', '\u0000\u001b[31m\u0008', '\ud800', '%25'))

const remarks: fc.Arbitrary<Remark> = fc.tuple(texts, texts, texts, fc.boolean(), fc.nat(99)).map(([name, what, remedy, fails, column]): Remark =>
  ({ name, severity: fails ? 'error' : 'warning', what, remedy, at: { file: 'budget.csv', line: 3, column: column + 1, length: column } }))

describe('an annotation', () => {
  test('is escaped as GitHub undoes it: what ends a message, and in a property also what ends that', () => {
    const [remark] = [{ name: 'a:b,c', severity: 'warning', what: '50% of a, b: c', remedy: 'Mend\rit.' } as const]
    expect(writeGithub([remark], file => file)).toBe('::warning title=a%3Ab%2Cc::50%25 of a, b: c%0AMend%0Dit.\n')
  })

  test('names its file from the root of the repository, its line, and the columns from the first to the one after', () => {
    const at = { file: 'budget.csv', line: 3, column: 12, length: 4 }
    expect(writeGithub([{ name: 'jump', severity: 'error', what: 'up', remedy: 'down', at }], file => `a,b/${file}`)).toBe('::error file=a%2Cb/budget.csv,line=3,col=12,endColumn=16,title=jump::up%0Adown\n')
  })

  test('reads back as what it says, a line each, errors first', () => {
    forAll([fc.array(remarks, { maxLength: 4 })], of => {
      const read = annotationsIn(writeGithub(of, file => file))
      const wanted = [...of.filter(({ severity }) => severity === 'error'), ...of.filter(({ severity }) => severity === 'warning')]
      holds(read.length === of.length, 'a line is lost')
      for (const [place, { name, severity, what, remedy, at }] of wanted.entries()) {
        const { level, properties, message } = read[place]!
        holds(level === severity && properties['title'] === name && message === `${what}\n${remedy}` && properties['col'] === `${at!.column}`, `${name} is ${JSON.stringify(read[place])}`)
      }
    })
  })
})

describe('JUnit XML', () => {
  test('is well formed and holds the words, whatever they are', () => {
    forAll([texts, fc.array(remarks, { minLength: 1, maxLength: 3 }), fc.constantFrom('passed' as const, 'failure' as const, 'error' as const, 'skipped' as const)], (name, found, outcome) => {
      const xml = writeJunit(name, [{ name, outcome, remarks: found, because: name }])
      holds(wellFormed(xml), xml)
      holds(!/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(xml), 'a character that XML has no place for')
    })
  })

  test('undone is the very text', () => {
    const found: Remark = { name: 'jump', severity: 'error', what: `<a> & "b" isn't\u0007`, remedy: 'Mend it.' }
    const xml = writeJunit('Fire & <Rescue>', [{ name: 'jump', outcome: 'failure', remarks: [found, { ...found, what: 'again' }] }])
    expect(textsIn(xml)).toEqual([`jump: <a> & "b" isn't\n  Mend it.\n\njump: again\n  Mend it.`])
    expect(xml).toContain('message="&lt;a&gt; &amp; &quot;b&quot; isn&apos;t (and 1 more)"')
    expect(xml).toContain('<testsuite name="Fire &amp; &lt;Rescue&gt;" tests="1" failures="1" errors="0" skipped="0">')
  })

  test('counts its cases by what came of them', () => {
    const outcomes: TestCase['outcome'][] = ['passed', 'failure', 'failure', 'error', 'skipped', 'skipped', 'skipped']
    expect(writeJunit('x', outcomes.map(outcome => ({ name: 'x', outcome, remarks: [] })))).toContain('<testsuites tests="7" failures="2" errors="1" skipped="3">')
  })
})
