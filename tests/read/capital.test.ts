import { describe, expect, test } from 'vitest'
import { inPounds } from '../../src/domain/money.ts'
import { yearName } from '../../src/domain/period.ts'
import { readCapital } from '../../src/read/capital.ts'
import { model } from '../models.ts'
import { inFolder, places, telling } from './reading.ts'

const of = model({ years: '2017/18 to 2018/19' })

const read = (text: string) => telling(tell => inFolder({ 'capital.csv': text }, folder => readCapital(folder, of, tell).lines
  .map(({ partner, activity, kind, amounts }) => [partner, activity, kind, ...[...amounts].map(([year, { value }]) => `${yearName(year)} ${inPounds(value)}`)].join())))

describe('capital.csv', () => {
  test('has a row a partner, activity and kind, with a column a year; a blank is nothing', () => {
    expect(read('partner,activity,kind,note of ours,2017/18,2018/19\nA,Depot,capex,land,£1.2m,\nA,Depot,opex,,,"(1,000.50)"\n')).toMatchObject({
      value: ['A,Depot,capex,2017/18 1200000.00', 'A,Depot,opex,2018/19 -1000.50'], codes: [],
    })
  })

  test('or a row a year', () => {
    expect(read('partner,activity,kind,period,amount\nB,Depot,capex,2017/18,5\nB,Fleet,opex,2018/19,7\nB,Depot,capex,2018/19,6\n')).toMatchObject({
      value: ['B,Depot,capex,2017/18 5.00,2018/19 6.00', 'B,Fleet,opex,2018/19 7.00'], codes: [],
    })
  })

  test('may be a header alone, or not be there', () => {
    expect(read('partner,activity,kind,2017/18\n')).toMatchObject({ value: [], codes: [] })
    expect(telling(tell => inFolder({}, folder => readCapital(folder, of, tell)))).toMatchObject({ value: { lines: [], sources: [] }, codes: [] })
  })

  test('warns once of each year outside the plan, whose amounts are kept', () => {
    const { value, told } = read('partner,activity,kind,2015/16,2016/17,2018/19,2019/20\nA,Depot,capex,,1,2,3\nB,Depot,capex,4,5,,6\n')
    expect(value).toEqual(['A,Depot,capex,2016/17 1.00,2018/19 2.00,2019/20 3.00', 'B,Depot,capex,2015/16 4.00,2016/17 5.00,2019/20 6.00'])
    expect(places(told)).toEqual(['capital.csv:2:16 before-the-plan', 'capital.csv:3:15 before-the-plan', 'capital.csv:2:20 after-the-plan'])
  })

  test('tells every fault of every row', () => {
    const { value, told } = read('partner,activity,kind,2017/18,2018/19 Q1\nC,Depot,capex,1,\nA,Depot,Capex,x,\nA,,capex,3,\nB,Depot,capex,4,9\nB,Depot,capex,5,\n')
    expect(value).toEqual(['B,Depot,capex,2017/18 4.00'])
    expect(places(told)).toEqual([
      'capital.csv:4:3 missing-value', 'capital.csv:6:1 duplicate-row', 'capital.csv:5:17 bad-period',
      'capital.csv:2:1 unknown-partner', 'capital.csv:3:9 unknown-kind', 'capital.csv:3:15 bad-amount',
    ])
  })
})
