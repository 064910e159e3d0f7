import { describe, expect, test } from 'vitest'
import { ratio, zero } from '../../src/domain/ratio.ts'
import { readModel } from '../../src/read/model.ts'
import { readFigure, readPublished } from '../../src/read/published.ts'
import { inFolder, places, soundModel, telling } from './reading.ts'

/** The published tables of the sound model: by the name of the table, its text. */
const read = (tables: Record<string, string>) => {
  const files = Object.fromEntries(Object.entries(tables).map(([name, text]) => [`expected/${name}`, text]))
  return inFolder({ ...soundModel, ...files }, folder => telling(tell => readPublished(folder, readModel(folder, folder).value!, zero, tell)))
}

describe('a published figure', () => {
  test.each([
    ['3102395', ratio(3102395n), ratio(1n)], ['£3,102,394.66', ratio(310239466n, 100n), ratio(1n, 100n)], ['5.0', ratio(5n), ratio(1n, 100n)],
    ['£496k', ratio(496000n), ratio(1000n)], ['1.2m', ratio(1200000n), ratio(100000n)], ['-£283,877', ratio(-283877n), ratio(1n)], ['(12)', ratio(-12n), ratio(1n)],
  ])('%s is in pounds, and printed to a precision', (text, value, precision) => {
    expect(readFigure(text, 'GBP')).toEqual({ value, precision, percent: false })
  })

  test.each([['4.2%', ratio(42n, 1000n), ratio(1n, 1000n)], ['100%', ratio(1n), ratio(1n, 100n)], ['-0.25%', ratio(-25n, 10000n), ratio(1n, 10000n)]])(
    '%s is a fraction', (text, value, precision) => {
      expect(readFigure(text, 'GBP')).toEqual({ value, precision, percent: true })
    })

  test.each([['', 'words'], ['n/a', 'words'], ['-', 'dash'], ['#REF!', 'formula-error'], ['12,34', 'decimal-comma'], ['$5', 'currency'], ['0,500', 'leading-zero']])('"%s" is none, for the reason: %s', (text, why) => {
    expect(readFigure(text, 'GBP')).toEqual({ why })
  })
})

describe('the tables in expected/', () => {
  test('are none where there is no such folder', () => {
    expect(read({})).toMatchObject({ value: { figures: [], beyond: [], sources: [] }, codes: [] })
  })

  test('are read figure by figure, each with its place, and years outside the plan are counted', () => {
    const { value, codes } = read({ 'costs.csv': 'partner,2016/17,2017/18,2018/19\nNORTH,1,2,\nSOUTH,3,,4\n', 'README.md': 'x' })
    expect(codes).toEqual([])
    expect(value.figures.map(({ row, year, at }) => `${row} ${year} ${at.line}:${at.column}`)).toEqual(['NORTH 2017 2:9', 'SOUTH 2018 3:10'])
    expect(value.beyond).toEqual([{ file: 'expected/costs.csv', count: 2 }])
    expect(value.sources.map(({ file }) => file)).toEqual(['expected/costs.csv'])
  })

  test('print their amounts to one precision, and their percentages to another', () => {
    const { value } = read({ 'budget.csv': 'row,2017/18\nCost staff,5\nSaving staff,5.25\nBaseline staff,£5k\nSaving percentage,100%\n' })
    expect(value.figures.map(({ precision }) => precision)).toEqual([ratio(1n, 100n), ratio(1n, 100n), ratio(1000n), ratio(1n, 100n)])
  })

  test('may allow a tolerance by row', () => {
    const { value } = read({ 'costs.csv': 'partner,tolerance,2017/18\nNORTH,£1.50,5\nSOUTH,,5\n' })
    expect(value.figures.map(({ tolerance }) => tolerance)).toEqual([ratio(3n, 2n), zero])
  })

  test.each<[string, Record<string, string>, string[]]>([
    ['a table of another name', { 'cost.csv': 'partner,2017/18\nNORTH,5\n' }, ['unknown-published-table']],
    ['a row of another name', { 'costs.csv': 'partner,2017/18\nNORTH,5\nWEST,5\n' }, ['expected/costs.csv:3:1 unknown-published-row']],
    ['two rows for one figure', { 'budget.csv': 'row,2017/18\nCost,5\nTotal costs,5\n' }, ['expected/budget.csv:3:1 same-figure']],
    ['two names of one partner', { 'costs.csv': 'partner,2017/18\nNORTH,5\nNorth District Council,5\n' }, ['expected/costs.csv:3:1 same-figure']],
    ['no year of the plan', { 'costs.csv': 'partner,2015/16\nNORTH,5\n' }, ['nothing-to-compare']],
    ['no figure', { 'costs.csv': 'partner,2017/18\nNORTH,\n' }, ['nothing-to-compare']],
    ['a tolerance that is none', { 'costs.csv': 'partner,tolerance,2017/18\nNORTH,some,5\nSOUTH,,5\n' }, ['expected/costs.csv:2:7 bad-tolerance']],
    ['a figure that is none', { 'costs.csv': 'partner,2017/18,2018/19\nNORTH,tbc,5\n' }, ['expected/costs.csv:2:7 bad-amount']],
    ['a quarter', { 'costs.csv': 'partner,2017/18,2018/19 Q1\nNORTH,5,6\n' }, ['expected/costs.csv:2:9 bad-period']],
    ['an empty file', { 'costs.csv': '' }, ['empty-file']],
    ['a folder', { 'costs.csv/x': '' }, ['unreadable-file']],
  ])('are refused for %s', (_, tables, told) => {
    expect(places(read(tables).told)).toEqual(told)
  })

  test('may not be out by a tolerance of the other kind: a pound where percentages are compared', () => {
    expect(read({ 'staff-apportionment.csv': 'partner,tolerance,2017/18\nNORTH,1,10%\n' }).codes).toEqual(['bad-tolerance'])
  })

  test('may not be out by a tolerance of the other kind: a percentage where amounts are compared', () => {
    expect(read({ 'costs.csv': 'partner,tolerance,2017/18\nNORTH,5%,10\n' }).codes).toEqual(['bad-tolerance'])
  })

  test('may not be out by less than nothing', () => {
    expect(read({ 'costs.csv': 'partner,tolerance,2017/18\nNORTH,-5,10\n' }).codes).toEqual(['bad-tolerance'])
  })

  test('that have a quarter are told so by its name, not by the figure under it', () => {
    expect(read({ 'costs.csv': 'partner,2017/18,2018/19 Q1\nNORTH,5,6\n' }).told[0]?.args).toMatchObject({ text: '2018/19 Q1' })
  })

  test('that have a dash are told why it is no figure', () => {
    expect(read({ 'costs.csv': 'partner,2017/18,2018/19\nNORTH,-,6\n' }).told[0]?.args).toMatchObject({ why: 'dash' })
  })
})
