import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quarterName } from '../../src/domain/period.ts'
import { readDate, readQuarter } from '../../src/read/date.ts'
import { forAll, same } from '../properties.ts'
import { cell } from './reading.ts'

const date = (text: string, yearStarts = 4): string => {
  const read = readDate(cell(text), yearStarts)
  return 'value' in read ? quarterName(read.value) : read.wrong.code
}

describe('a date', () => {
  test.each([
    ['2017-04-01', '2017/18 Q1'], ['2017-03-31', '2016/17 Q4'], ['30/06/2017', '2017/18 Q1'], ['1/7/2017', '2017/18 Q2'], ['01/07/2017', '2017/18 Q2'],
    ['2017-12-31', '2017/18 Q3'], ['2018-01-01', '2017/18 Q4'], ['2018-03-31T23:59:59Z', '2017/18 Q4'], ['2017-09-30 00:00:00', '2017/18 Q2'],
    ['2017-09-30T12:00', '2017/18 Q2'], ['2017-09-30T12:00:00.000Z', '2017/18 Q2'], ['29/02/2016', '2015/16 Q4'], ['2000-02-29', '1999/00 Q4'],
  ])('%s is in %s', (text, quarter) => expect(date(text)).toBe(quarter))

  test.each([
    '', '2017', '2017-04', '2017-4-1', '17-04-01', '01/04/17', '1/4/17', '2017/04/01', '01-04-2017', '01.04.2017', '2017-13-01', '2017-00-10', '2017-04-00', '2017-04-31', '31/04/2017',
    '2017-02-29', '29/02/2017', '29/02/1900', '13/13/2017', '2017-09-30T', '2017-09-30 noon', '2017-09-30T12:00+01:00', '43009', '30 September 2017', 'Sep-17', '2017/18 Q2', '٢٠١٧-٠٤-٠١', '2017-09-30x', '-2017-09-30', '012017-09-30',
  ])('%j is none', text => expect(date(text)).toBe('bad-date'))

  test.each([[1, '2017/18 Q4'], [7, '2017/18 Q2'], [10, '2017/18 Q1'], [12, '2016/17 Q4']])('31 October 2017 is, where years start in month %i, in %s', (starts, quarter) => {
    expect(date('2017-10-31', starts)).toBe(quarter)
  })

  test('of any day that there is reads, of any other is refused, and the two ways to write it mean the same', () => {
    const two = (of: number): string => `${of}`.padStart(2, '0')
    forAll([fc.integer({ min: 1900, max: 2400 }), fc.nat(14), fc.nat(33), fc.integer({ min: 1, max: 12 })], (year, month, day, starts) => {
      const at = new Date(Date.UTC(year, month - 1, day))
      const isDay = at.getUTCMonth() === month - 1 && at.getUTCDate() === day
      const since = year * 12 + (month - 1) - (starts - 1)
      const quarter = isDay ? `${Math.floor(since / 12)}/${two((Math.floor(since / 12) + 1) % 100)} Q${Math.floor((since % 12) / 3) + 1}` : 'bad-date'
      same([`${year}-${two(month)}-${two(day)}`, `${two(day)}/${two(month)}/${year}`, `${day}/${month}/${year}`].map(text => date(text, starts)), [quarter, quarter, quarter])
    })
  })
})

describe('a period of actuals', () => {
  const period = (text: string): string => {
    const read = readQuarter(cell(text))
    return 'value' in read ? quarterName(read.value) : read.wrong.code
  }

  test.each([['2017/18 Q1', '2017/18 Q1'], ['2017/18 q4', '2017/18 Q4'], ['1999/00  Q2', '1999/00 Q2']])('%s is a quarter', (text, quarter) => expect(period(text)).toBe(quarter))

  test.each(['2017/18', '2017/19 Q1', '2017/18 Q5', '2017/18 Q0', 'Q1 2017/18', '2017-09-30', '2017Q1', ''])('%j is none: a quarter is meant', text => expect(period(text)).toBe('bad-period'))
})
