import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decimal } from '../../src/domain/ratio.ts'
import { readDiscountTable } from '../../src/read/discount-table.ts'
import { inFolder, places, telling } from './reading.ts'

const read = (text: string) => telling(tell => inFolder({ 'rates.csv': text }, folder => {
  const { table } = readDiscountTable(join(folder, 'rates.csv'), 'my/rates.csv', tell)
  return table && [table.name, ...table.rates.map(({ fromYear, rate }) => `${fromYear}: ${decimal(rate, 4)}`)]
}))

describe('a table of discount rates', () => {
  test('has a row a rate, and is named by its first note', () => {
    expect(read('from_year,rate,note of date\n0,3.5%,\n31,3.0%,Treasury 2022\n76,2.5%,of course\n')).toMatchObject({
      value: ['Treasury 2022', '0: 0.0350', '31: 0.0300', '76: 0.0250'], codes: [],
    })
  })

  test('goes by its file where it has no note, in any order of columns, and may say 0%', () => {
    expect(read('rate;from_year\r\n1 %;0\r\n0%;9\r\n')).toMatchObject({ value: ['my/rates.csv', '0: 0.0100', '9: 0.0000'], codes: [] })
  })

  test.each([
    ['', ['empty-file']],
    ['from_year,rate\n', ['my/rates.csv:1:1 no-first-rate']],
    ['from_year,rate\n1,3%\n', ['my/rates.csv:2:1 no-first-rate']],
    ['from_year,rate\n00,3%\n', ['my/rates.csv:2:1 bad-from-year', 'my/rates.csv:2:1 no-first-rate']],
    ['from_year,rate\n0,3%\n31,2%\n31,1%\n', ['my/rates.csv:4:1 bad-from-year']],
    ['from_year,rate\n0,3%\n1e2,2%\n-1,2%\n1000,1%\n', ['my/rates.csv:3:1 bad-from-year', 'my/rates.csv:4:1 bad-from-year', 'my/rates.csv:5:1 bad-from-year']],
    ['from_year,rate\n0,0.035\n1\n', ['my/rates.csv:2:3 bad-rate', 'my/rates.csv:3:1 bad-rate']],
    ['from_year,rate\n0,3%,2%\n', ['my/rates.csv:2:6 extra-cell']],
    ['year,rate,rate\n0,3%,3%\n', ['my/rates.csv:1:1 unknown-column', 'my/rates.csv:1:11 duplicate-column', 'my/rates.csv:1:1 missing-column']],
    ['from_year,rate\n0,"3%\n', ['my/rates.csv:2:3 broken-quotes']],
  ])('%j is refused', (text, wanted) => {
    const { value, told } = read(text)
    expect(value).toBeUndefined()
    expect(places(told)).toEqual(wanted)
  })

  test('that is not there is told by its name', () => {
    expect(telling(tell => readDiscountTable('/nowhere/rates.csv', 'rates.csv', tell)).told).toMatchObject([{ code: 'unreadable-file', args: { file: 'rates.csv' } }])
  })
})
