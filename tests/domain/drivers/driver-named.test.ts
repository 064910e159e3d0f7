import { expect, test } from 'vitest'
import { driverName } from '../../../src/domain/drivers/driver.ts'
import { driverNamed } from '../../../src/domain/drivers/driver-named.ts'
import { alone, blend, counted, model } from '../../models.ts'

const of = model({ counts: { population: {}, 'users:waste': {}, 'B alone': {} }, blends: new Map([['fire', []]]) })

test.each([
  counted('population'), counted('users:waste'), blend('fire'), { kind: 'baseline' } as const, { kind: 'baseline', category: 'other' } as const, alone('A'),
])('a driver is found again by its name: %j', driver => {
  expect(driverNamed(driverName(driver), of)).toEqual(driver)
})

test('a count goes before a partner of such a name', () => {
  expect(driverNamed('B alone', of)).toEqual(counted('B alone'))
})

test('what the model does not know is a count of which it has none', () => {
  expect(driverNamed('tablets', of)).toEqual(counted('tablets'))
})
