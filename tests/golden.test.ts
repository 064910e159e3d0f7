import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { expected, findCases, perform, refresh } from './golden.ts'

const cases = findCases()

describe.runIf(process.env['GOLDEN'] === 'refresh')('refresh', () => {
  test.each(cases)('$name', async each => refresh(each, await perform(each)))
})

describe.runIf(process.env['GOLDEN'] !== 'refresh')('golden', () => {
  test.each(cases)('$name', async each => {
    expect(await perform(each)).toEqual(expected(each))
  })

  test('every code that a reader or the sums can tell has a case', () => {
    const source = readFileSync(join(import.meta.dirname, '../src/domain/diagnostic.ts'), 'utf8')
    const codes = [...source.matchAll(/^ {2}'([a-z-]+)': \{/gm)].map(([, code]) => code!)
    const told = cases.map(each => expected(each).stderr).join('\n')
    expect(codes.filter(code => !new RegExp(`(^|  |warning )${code}: `, 'm').test(told))).toEqual([])
  })
})
