import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  firstQuarter, lastQuarter, periodName, placeInYear, quarter, quarterName, quarterOfMonth, quartersOf, year, yearName, yearOf, yearsFrom,
} from '../../src/domain/period.ts'
import { forAll, same } from '../properties.ts'

const starts = fc.integer({ min: 1000, max: 9998 }).map(year)

test.each([[2017, '2017/18'], [1999, '1999/00'], [2008, '2008/09'], [2099, '2099/00']])('the year from April %d is %s', (start, name) => {
  expect(yearName(year(start))).toBe(name)
})

test('the second quarter of 2017/18 is 2017/18 Q2', () => {
  expect(quarterName(quarter(year(2017), 1))).toBe('2017/18 Q2')
  expect(periodName({ kind: 'quarter', quarter: quarter(year(2017), 1) })).toBe('2017/18 Q2')
  expect(periodName({ kind: 'year', year: year(2017) })).toBe('2017/18')
})

test('the quarter after Q4 of a year is Q1 of the next', () => {
  expect(quarter(year(2017), 3) + 1).toBe(quarter(year(2018), 0))
})

test('2017/18 to 2019/20 are three years, and a year to itself is one', () => {
  expect(yearsFrom(year(2017), year(2019))).toEqual([2017, 2018, 2019])
  expect(yearsFrom(year(2017), year(2017))).toEqual([2017])
})

test('a year runs from its first quarter to its last, and a quarter from itself to itself', () => {
  const whole = { kind: 'year', year: year(2017) } as const
  expect([firstQuarter(whole), lastQuarter(whole)].map(quarterName)).toEqual(['2017/18 Q1', '2017/18 Q4'])
  const one = { kind: 'quarter', quarter: quarter(year(2017), 2) } as const
  expect([firstQuarter(one), lastQuarter(one)].map(quarterName)).toEqual(['2017/18 Q3', '2017/18 Q3'])
})

test('February 2018 is 2017/18 Q4 where years start in April, 2018/19 Q1 where in January, 2017/18 Q1 where in December', () => {
  expect([4, 1, 12].map(starts => quarterName(quarterOfMonth(2018, 2, starts)))).toEqual(['2017/18 Q4', '2018/19 Q1', '2017/18 Q1'])
})

test('a year starts in its month, and every third month after it the next quarter', () => {
  forAll([starts, fc.integer({ min: 1, max: 12 }), fc.nat(40)], (of, yearStarts, months) => {
    let [calendarYear, month]: [number, number] = [of, yearStarts]
    for (let passed = 0; passed < months; passed++) [calendarYear, month] = month === 12 ? [calendarYear + 1, 1] : [calendarYear, month + 1]
    same([quarterOfMonth(calendarYear, month, yearStarts)], [quarter(of, 0) + (months - (months % 3)) / 3])
  })
})

test('a year has four quarters in a row, each of which knows its year and its place', () => {
  forAll([starts], of => {
    same(quartersOf(of).flatMap(each => [yearOf(each), placeInYear(each)]), [0, 1, 2, 3].flatMap(place => [of, place]))
    same(quartersOf(of).map(each => each - quartersOf(of)[0]), [0, 1, 2, 3])
  })
})

test('quarters sort as their names do', () => {
  const quarters = fc.tuple(starts, fc.nat(3)).map(([of, place]) => quarter(of, place))
  forAll([quarters, quarters], (a, b) => same([a < b], [quarterName(a) < quarterName(b)]))
})
