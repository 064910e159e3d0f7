import { expect, test } from 'vitest'
import { driverName, systemDriver } from '../../../src/domain/drivers/driver.ts'
import { alone, blend, counted } from '../../models.ts'

test('a driver is named as the budget writes it', () => {
  expect(driverName(counted('population'))).toBe('population')
  expect(driverName(blend('fire'))).toBe('fire')
  expect(driverName({ kind: 'baseline' })).toBe('baseline')
  expect(driverName({ kind: 'baseline', category: 'other' })).toBe('baseline:other')
  expect(driverName(alone('CCC'))).toBe('CCC alone')
  expect(driverName({ kind: 'equal' })).toBe('equal parts')
})

test('the users of a system, and those expected of it, are two counts', () => {
  expect(driverName(systemDriver('users', 'waste'))).toBe('users:waste')
  expect(driverName(systemDriver('expected', 'waste'))).toBe('expected:waste')
})
