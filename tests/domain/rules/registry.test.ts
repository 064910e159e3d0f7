import { describe, expect, test } from 'vitest'
import { lacking, type LineTerms } from '../../../src/domain/rules/rule.ts'
import { ruleNamed, ruleNames } from '../../../src/domain/rules/registry.ts'
import { alone, counted } from '../../models.ts'

const driverOf = (rule: string, terms: Partial<LineTerms> = {}) => ruleNamed(rule)!.driverOf({ category: 'network', ...terms })

test('there are five rules, in the order of the reports', () => {
  expect(ruleNames).toEqual(['staff', 'project', 'shared', 'legacy', 'pooled'])
  expect(ruleNames.map(name => ruleNamed(name)?.name)).toEqual(ruleNames)
  expect(ruleNamed('staffs')).toBeUndefined()
})

describe('a line goes by', () => {
  test("staff: the baseline of the line's own category, or the driver that it states", () => {
    expect(driverOf('staff')).toEqual({ kind: 'baseline', category: 'network' })
    expect(driverOf('staff', { driver: counted('heads') })).toEqual(counted('heads'))
  })

  test('project: its driver, or the one partner that asked for it; one of them it must state', () => {
    expect(driverOf('project', { driver: counted('expected:waste') })).toEqual(counted('expected:waste'))
    expect(driverOf('project', { partner: 'HDC' })).toEqual(alone('HDC'))
    expect(driverOf('project', { partner: 'HDC', driver: counted('expected:waste') })).toEqual(alone('HDC'))
    expect(driverOf('project')).toEqual(lacking('driver'))
  })

  test('shared: its driver, which it must state', () => {
    expect(driverOf('shared', { driver: counted('users:waste') })).toEqual(counted('users:waste'))
    expect(driverOf('shared')).toEqual(lacking('driver'))
  })

  test('legacy: the partner named, whom it must state', () => {
    expect(driverOf('legacy', { partner: 'CCC' })).toEqual(alone('CCC'))
    expect(driverOf('legacy')).toEqual(lacking('partner'))
  })

  test('pooled: the whole baseline, or the driver that it states', () => {
    expect(driverOf('pooled')).toEqual({ kind: 'baseline' })
    expect(driverOf('pooled', { driver: { kind: 'baseline', category: 'other' } })).toEqual({ kind: 'baseline', category: 'other' })
  })
})

test('a rule takes what it can go by, and nothing in vain', () => {
  expect(ruleNames.map(name => [name, ruleNamed(name)!.takes])).toEqual([
    ['staff', ['driver']], ['project', ['driver', 'partner']], ['shared', ['driver']], ['legacy', ['partner']], ['pooled', ['driver']],
  ])
})

test('a system alone means its users under shared, those expected under project, and nothing elsewhere', () => {
  expect(ruleNames.map(name => ruleNamed(name)!.systemCount)).toEqual([undefined, 'expected', 'users', undefined, undefined])
})
