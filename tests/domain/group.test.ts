import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupBy, neighbours } from '../../src/domain/group.ts'
import { forAll, same } from '../properties.ts'

test('1, 2, 3 by parity are 1 and 3 as odd, 2 as even, in the order in which they come', () => {
  expect([...groupBy([1, 2, 3], of => (of % 2 === 0 ? 'even' : 'odd'))]).toEqual([['odd', [1, 3]], ['even', [2]]])
})

test('nothing makes no groups, and a group may have no name', () => {
  expect(groupBy([], of => of).size).toBe(0)
  expect([...groupBy(['a'], () => undefined)]).toEqual([[undefined, ['a']]])
})

test('everything is in the one group that is its own, in its order', () => {
  forAll([fc.array(fc.nat(20), { maxLength: 12 })], things => {
    const groups = groupBy(things, of => of % 3)
    same([...groups.keys()].sort(), [0, 1, 2].filter(key => things.some(of => of % 3 === key)))
    for (const [key, group] of groups) same(group, things.filter(of => of % 3 === key))
  })
})

test('1, 3, 2, 5 by parity are 1 and 3, then 2, then 5: neighbours alone', () => {
  const parity = (a: number, b: number): boolean => a % 2 === b % 2
  expect(neighbours([1, 3, 2, 5], parity)).toEqual([[1, 3], [2], [5]])
  expect(neighbours([], parity)).toEqual([])
  forAll([fc.array(fc.nat(5), { maxLength: 12 })], things => {
    const stretches = neighbours(things, parity)
    same(stretches.flat(), things)
    for (const [place, stretch] of stretches.entries()) expect(place > 0 && parity(stretches[place - 1]!.at(-1)!, stretch[0]!)).toBe(false)
  })
})
