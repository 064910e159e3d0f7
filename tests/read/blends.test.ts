import { describe, expect, test } from 'vitest'
import { driverName } from '../../src/domain/drivers/driver.ts'
import { decimal } from '../../src/domain/ratio.ts'
import { readBlends, resolveBlends } from '../../src/read/blends.ts'
import type { Names } from '../../src/read/names.ts'
import { readYaml } from '../../src/read/yaml.ts'
import { places, telling } from './reading.ts'

const names: Names = { currency: 'GBP', categories: ['staff'], users: ['email'], expected: [], counted: ['population', 'premises'] }

const read = (text: string) => telling(tell => {
  const written = readBlends(readYaml({ file: 'm', text }, tell), tell)
  return resolveBlends(written, { ...names, blends: written.map(({ name }) => name.text) }, tell)
})

describe('blends', () => {
  test('are portions of drivers of every kind', () => {
    const { value, codes } = read('size: { population: 35%, users:email: 12.5%, baseline:staff: 2.5%, baseline: 25%, other: 25% }\nother: { premises: 100% }')
    expect(codes).toEqual([])
    expect(value.get('size')!.map(({ driver, portion }) => `${driver.kind} ${driverName(driver)} ${decimal(portion, 3)}`))
      .toEqual(['counted population 0.350', 'counted users:email 0.125', 'baseline baseline:staff 0.025', 'baseline baseline 0.250', 'blend other 0.250'])
  })

  test.each([
    ['a: { population: 60%, premises: 45% }', '105'], ['a: { population: 60%, premises: 39.9% }', '99.9'], ['a: {}', '0'], ['a: { population: 100.01% }', '100.01'],
  ])('must be whole: %s', (text, percent) => {
    expect(read(text).told).toMatchObject([{ code: 'portions-not-whole', args: { blend: 'a', percent } }])
  })

  test.each(['a: { population: 120%, premises: -20% }', 'a: { population: 100%, premises: 0% }'])('have portions above nil: %s', text => {
    expect(read(text).codes).toEqual(['portions-not-whole'])
  })

  test.each([
    ['a: { a: 100% }', ['a', 'a']],
    ['a: { b: 50%, premises: 50% }\nb: { a: 100% }', ['a', 'b', 'a']],
    ['a: { b: 100% }\nb: { c: 100% }\nc: { premises: 50%, a: 50% }', ['a', 'b', 'c', 'a']],
    ['a: { b: 100% }\nb: { c: 100% }\nc: { b: 100% }', ['b', 'c', 'b']],
  ])('that lead back to themselves are refused, and the way is told: %s', (text, through) => {
    const { told, codes } = read(text)
    expect(told[0]?.args).toEqual({ blend: through[0], through })
    expect([...new Set(codes)]).toEqual(['circular-blend'])
  })

  test('may share a part without leading back to themselves', () => {
    expect(read('a: { b: 50%, c: 50% }\nb: { d: 100% }\nc: { d: 100% }\nd: { premises: 100% }').codes).toEqual([])
  })

  test.each([
    ['a: population', ['m:1:4 wrong-shape']],
    ['a:', ['m:1:3 wrong-shape']],
    ['- a', ['m:1:1 wrong-shape']],
    ['a: { population: 1 }', ['m:1:18 bad-percent']],
    ['a: { population: [100%] }', ['m:1:18 wrong-shape']],
    ['a: { popolation: 100% }', ['m:1:6 unknown-driver']],
    ['a: { email: 100% }', ['m:1:6 unknown-driver']],
    ['a: { users:e-mail: 100% }', ['m:1:6 unknown-system']],
    ['baseline: { population: 100% }', ['m:1:1 reserved-name']],
    ['users:email: { population: 100% }', ['m:1:1 reserved-name']],
  ])('are refused at their place: %s', (text, told) => {
    expect(places(read(text).told)).toEqual(told)
  })
})
