/** The words of a check where one and several differ, and of what had nothing to compare. */
import { expect, test } from 'vitest'
import { messageOf } from '../../src/cli/messages/messages.ts'
import { fault } from '../../src/domain/diagnostic.ts'
import { allPassed, type Checked, checkReport, notRun } from '../../src/report/check-report.ts'
import { yearNamed } from '../models.ts'

const checked = (terms: Partial<Checked>): Checked => ({ model: 'Test', results: [], blocking: [], reached: [], comparisons: [], beyond: [], ...terms })

const notesOf = (of: Checked): readonly string[] => checkReport(of).parts.flatMap(part => (part.kind === 'table' ? part.notes : []))

test('one check says why there is no plan, and two say why', () => {
  const results = [{ check: 'jump', severity: 'warning', result: 'not run', remarks: [] }] as const
  expect(notRun(checked({ results, blocking: ['zero-driver'] }))).toEqual(['What is not run needs a plan, and zero-driver says why there is none.'])
  expect(notRun(checked({ results, blocking: ['zero-driver', 'partner-dates'] }))).toEqual(['What is not run needs a plan, and zero-driver and partner-dates say why there is none.'])
})

test('one figure was not compared, and two were not', () => {
  const results = [{ check: 'published', severity: 'error', result: 'nothing', compared: 0, remarks: [] }] as const
  expect(notesOf(checked({ results, beyond: [{ file: 'a.csv', count: 1 }, { file: 'b.csv', count: 2 }] })))
    .toEqual(['a.csv: 1 figure of a year outside the plan was not compared.', 'b.csv: 2 figures of years outside the plan were not compared.'])
})

test('a check with nothing to compare passes', () => {
  expect(allPassed(checked({ results: [{ check: 'issued', severity: 'error', result: 'nothing', compared: 0, remarks: [] }] }))).toBe(true)
})

test('a plan of one year is for that year', () => {
  const told = (last: string): string => messageOf(fault('outside-the-plan', undefined, { text: '2017-03-31 is in 2016/17', first: yearNamed('2018/19'), last: yearNamed(last) })).what
  expect([told('2018/19'), told('2019/20')]).toEqual(['2017-03-31 is in 2016/17; the plan is for 2018/19', '2017-03-31 is in 2016/17; the plan is for 2018/19 to 2019/20'])
})
