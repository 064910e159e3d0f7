import { expect, test } from 'vitest'
import { quarter, year } from '../../src/domain/period.ts'
import { type Datum, stated } from '../../src/domain/stated.ts'

const datum = (value: number, column: number): Datum<number> => ({ value, at: { file: 'budget.csv', line: 2, column, length: 3 } })

test('400 in 2017/18 and 130 in 2017/18 Q3 are a value of the year and one of the quarter, each with its cell', () => {
  const { years, quarters } = stated([
    [{ kind: 'year', year: year(2017) }, datum(400, 20)],
    [{ kind: 'quarter', quarter: quarter(year(2017), 2) }, datum(130, 24)],
  ])
  expect([...years]).toEqual([[2017, datum(400, 20)]])
  expect([...quarters]).toEqual([[8070, datum(130, 24)]])
})

test('a year is not its first quarter', () => {
  const { years, quarters } = stated([[{ kind: 'quarter', quarter: quarter(year(2017), 0) }, datum(1, 1)]])
  expect([years.size, quarters.size]).toEqual([0, 1])
})

test('where nothing is stated there is nothing', () => {
  const { years, quarters } = stated([])
  expect([years.size, quarters.size]).toEqual([0, 0])
})
