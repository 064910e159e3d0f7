import { describe, expect, test } from 'vitest'
import { periodName } from '../../src/domain/period.ts'
import { readCells } from '../../src/read/csv.ts'
import { type Column, readHeader } from '../../src/read/header.ts'
import { budgetShape } from '../../src/read/lines.ts'
import { systemShape } from '../../src/read/counts.ts'
import type { Shape } from '../../src/read/shape.ts'
import { places, telling } from './reading.ts'

const read = (text: string, shape: Shape) => telling(tell => readHeader(readCells({ file: 'h', text }, tell)![0]!, shape, tell))

const called = (column: Column): string =>
  column.kind === 'named' ? column.name : column.kind === 'period' ? periodName(column.period) : column.kind

describe('a header', () => {
  test.each([
    ['line,category,rule,2017/18,2017/18 q3', 'line category rule 2017/18 2017/18 Q3'],
    ['2017/18,rule,category,line', '2017/18 rule category line'],
    ['line,category,rule,period,amount', 'line category rule period value'],
    ['line,category,rule,index,profile,driver,partner,description,2017/18', 'line category rule index profile driver partner description 2017/18'],
    ['line,category,rule,2017/18,note,Notes,NOTE 2018,noted by', 'line category rule 2017/18 note note note note'],
    ['line,category,rule,2017/18,,', 'line category rule 2017/18 unnamed unnamed'],
  ])('%s says which column is which', (text, columns) => {
    const { value, codes } = read(text, budgetShape)
    expect({ columns: value?.map(called).join(' '), codes }).toEqual({ columns, codes: [] })
  })

  test.each(['count', 'amount'])('of counts may call its values "%s"', name => {
    expect(read(`system,partner,period,${name}`, systemShape).value?.map(called)).toEqual(['system', 'partner', 'period', 'value'])
  })

  test.each([
    ['line,category,2017/18', 'h:1:1 missing-column'],
    ['category,rule,2017/18', 'h:1:1 missing-column'],
    ['line,category,rule,drivers,2017/18', 'h:1:20 unknown-column'],
    ['line,category,rule,2017/18,line', 'h:1:28 duplicate-column'],
    ['line,category,rule,2017/18,2017/18', 'h:1:28 duplicate-column'],
    ['line,category,rule,2017/18 Q1,2017/18 q1', 'h:1:31 duplicate-column'],
    ['line,category,rule', 'h:1:1 no-periods'],
    ['line,category,rule,period,amount,2018/19', 'h:1:34 mixed-layout'],
    ['line,category,rule,period', 'h:1:1 missing-column'],
    ['line,category,rule,amount', 'h:1:1 missing-column'],
    ['line,category,rule,2017-18,2018/19', 'h:1:20 bad-period'],
    ['line,category,rule,Q3,2018/19', 'h:1:20 bad-period'],
    ['line,category,rule,2017/19,2018/19', 'h:1:20 bad-period'],
    ['line,category,rule,1017/18,2018/19', 'h:1:20 bad-period'],
  ])('%s is refused at %s', (text, place) => {
    const { value, told } = read(text, budgetShape)
    expect({ value, places: places(told) }).toEqual({ value: undefined, places: [place] })
  })

  test('tells everything that is amiss with it', () => {
    expect(read('line,lines,Category,2017/18,2017/18,2017/19', budgetShape).codes)
      .toEqual(['unknown-column', 'unknown-column', 'bad-period', 'duplicate-column', 'missing-column', 'missing-column'])
  })

  test('says what columns there might be', () => {
    expect(read('system,partner,2017/18,remark', systemShape).told[0]?.args).toEqual({ column: 'remark', known: ['system', 'partner', 'period', 'count', 'amount'], periods: true })
  })
})
