import { expect, test } from 'vitest'
import { methodNamed, methodNames, methods } from '../../../src/domain/methods/registry.ts'
import { costLine, counted } from '../../models.ts'

const line = costLine('waste', { '2017/18': '1.00' }, { driver: counted('users:waste') })

test('there are four methods, the agreed one first', () => {
  expect(methodNames).toEqual(['agreed', 'proportional', 'per-user', 'equal'])
})

test('a line goes by its own driver, by the whole baseline, by the count of users or in equal parts', () => {
  expect(methods.map(({ driverOf }) => driverOf(counted('users:accounts'))!(line)))
    .toEqual([counted('users:waste'), { kind: 'baseline' }, counted('users:accounts'), { kind: 'equal' }])
})

test('only the cost per user wants a count of users', () => {
  expect(methods.filter(({ driverOf }) => driverOf(undefined) === undefined).map(({ name }) => name)).toEqual(['per-user'])
})

test('a name that is none has no method', () => {
  expect(methodNamed('equal')!.name).toBe('equal')
  expect(methodNamed('fair')).toBeUndefined()
})
