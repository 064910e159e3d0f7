import { describe, expect, test } from 'vitest'
import { driverName, type SystemCount } from '../../src/domain/drivers/driver.ts'
import { readDriver } from '../../src/read/driver.ts'
import type { Names } from '../../src/read/names.ts'
import { cell, telling } from './reading.ts'

const names: Names = {
  currency: 'GBP', categories: ['staff', 'other costs'], users: ['email', 'waste', 'calls'], expected: ['payroll', 'waste'],
  counted: ['population', 'calls'], blends: ['size', 'waste'],
}

const read = (text: string, count?: SystemCount, known: Names = names) => telling(tell => readDriver(cell(text), known, count, tell))

describe('the text of a driver', () => {
  test.each<[string, SystemCount | undefined, string]>([
    ['users:email', undefined, 'users:email'], ['users: email', 'expected', 'users:email'], ['expected:payroll', 'users', 'expected:payroll'],
    ['email', 'users', 'users:email'], ['payroll', 'expected', 'expected:payroll'],
    ['population', undefined, 'population'], ['population', 'users', 'population'], ['size', undefined, 'size'], ['size', 'expected', 'size'],
    ['baseline', undefined, 'baseline'], ['baseline:staff', undefined, 'baseline:staff'], ['baseline: other costs', undefined, 'baseline:other costs'],
    ['calls', undefined, 'calls'], ['calls', 'expected', 'calls'], ['waste', undefined, 'waste'],
  ])('"%s" where systems count by %s is the driver %s', (text, count, named) => {
    const { value, codes } = read(text, count)
    expect({ named: value && driverName(value), codes }).toEqual({ named, codes: [] })
  })

  test('tells a count from a blend', () => {
    expect(read('size').value).toEqual({ kind: 'blend', name: 'size' })
    expect(read('population').value).toEqual({ kind: 'counted', name: 'population' })
  })

  test.each<[string, SystemCount, string[]]>([
    ['waste', 'users', ['users:waste', 'the blend of model.yaml']], ['waste', 'expected', ['expected:waste', 'the blend of model.yaml']],
    ['calls', 'users', ['users:calls', 'the driver of drivers.csv']],
  ])('"%s" may mean several things where systems count by %s', (text, count, meanings) => {
    expect(read(text, count)).toMatchObject({ value: undefined, told: [{ code: 'ambiguous-driver', args: { driver: text, meanings } }] })
  })

  test('that a counted driver and a blend share may mean either under any rule', () => {
    expect(read('both', undefined, { ...names, counted: ['both'], blends: ['both'] }).codes).toEqual(['ambiguous-driver'])
  })

  test.each<[string, SystemCount | undefined, string, string]>([
    ['users:payroll', undefined, 'unknown-system', 'users.csv'], ['expected:email', 'users', 'unknown-system', 'expected-users.csv'],
    ['e-mail', 'users', 'unknown-system', 'users.csv'], ['email', 'expected', 'unknown-system', 'expected-users.csv'], ['users:', 'users', 'unknown-system', 'users.csv'],
  ])('"%s" where systems count by %s is %s of %s', (text, count, code, file) => {
    expect(read(text, count)).toMatchObject({ value: undefined, told: [{ code, args: { file } }] })
  })

  test.each([['baseline:premises', 'unknown-category'], ['popolation', 'unknown-driver'], ['email', 'unknown-driver'], ['Users:email', 'unknown-driver'], ['baseline:', 'unknown-driver']])(
    '"%s" is %s', (text, code) => {
      expect(read(text)).toMatchObject({ value: undefined, codes: [code] })
    })

  test('may be any name where the file that would know it could not be read', () => {
    const { users: _, counted: __, ...unread } = names
    expect(read('e-mail', 'users', unread).codes).toEqual([])
    expect(read('users:e-mail', undefined, unread).codes).toEqual([])
    expect(read('popolation', undefined, unread).codes).toEqual([])
    expect(read('expected:e-mail', undefined, unread).codes).toEqual(['unknown-system'])
  })
})
