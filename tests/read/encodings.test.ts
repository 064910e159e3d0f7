/** The model of fixtures/encodings/, saved in many ways, is one model. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { expected, findCases } from '../golden.ts'

const folder = join(import.meta.dirname, '../../fixtures/encodings')
const ways = readdirSync(folder).filter(name => !name.endsWith('.golden'))
const plans = new Map(findCases(folder).map(each => [each.name, expected(each)]))

describe('a model saved', () => {
  test.each(ways)('as %s has the plan of the one saved as UTF-8', way => {
    expect(plans.get(join('encodings', `${way}.golden`))).toEqual(plans.get('encodings/utf-8.golden'))
    expect(plans.get('encodings/utf-8.golden')).toMatchObject({ stderr: '', exit: '0\n' })
  })
})
