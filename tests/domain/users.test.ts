import { describe, expect, test } from 'vitest'
import { ratio } from '../../src/domain/ratio.ts'
import { averageUsers, costPerUser, mostUsed } from '../../src/domain/users.ts'
import { counted, model, pounds, quarterNamed, yearNamed } from '../models.ts'

describe('the count of users that is meant where none is named', () => {
  const most = (counts: Parameters<typeof model>[0]['counts'], partners: Parameters<typeof model>[0]['partners'] = ['A', 'B']) =>
    mostUsed(model({ partners, ...(counts && { counts }) }))

  test('is the system with the most users: 5 and 1 before 3 and 2, whatever else is counted', () => {
    expect(most({
      'users:mail': { A: { '2017/18': 3 }, B: { '2017/18': 2 } },
      'users:web': { A: { '2017/18': 5 }, B: { '2017/18': 1 } },
      'users:zoom': { A: { '2017/18': 4 } },
      'expected:web': { A: { '2017/18': 90 } },
      population: { A: { '2017/18': 900 } },
    })).toEqual(counted('users:web'))
  })

  test('of two with as many, the first by name', () => {
    expect(most({ 'users:web': { A: { '2017/18': 5 } }, 'users:mail': { B: { '2017/18': 5 } } })).toEqual(counted('users:mail'))
  })

  test('goes by the first quarter: what is counted later does not count, nor a partner that has not joined', () => {
    expect(most({ 'users:mail': { A: { '2017/18': 1 } }, 'users:web': { A: { '2017/18 Q2': 9 } } })).toEqual(counted('users:mail'))
    const late = { id: 'B', name: 'B', joins: quarterNamed('2017/18 Q2') }
    expect(most({ 'users:mail': { A: { '2017/18': 1 } }, 'users:web': { B: { '2017/18': 9 } } }, ['A', late])).toEqual(counted('users:mail'))
  })

  test('is none where nobody is counted', () => {
    expect(most({})).toBeUndefined()
    expect(most({ 'users:mail': { A: { '2017/18': 0 } }, population: { A: { '2017/18': 5 } } })).toBeUndefined()
  })
})

describe('users on average', () => {
  const of = model({
    years: '2017/18 to 2018/19', partners: ['A', { id: 'B', name: 'B', joins: quarterNamed('2017/18 Q4') }],
    counts: { users: { A: { '2017/18': 400, '2017/18 Q3': 430, '2018/19': 431 }, B: { '2017/18': 8 } } },
  })
  const average = (...years: string[]) => averageUsers(of, counted('users'), years.map(yearNamed))

  test('400 in two quarters and 430 in two is 415; 8 in the one quarter of four that B is in is 2', () => {
    expect(average('2017/18')).toEqual([ratio(415n), ratio(2n)])
  })

  test('with 431 in four more it is 423, and 8 in five quarters of eight is 5', () => {
    expect(average('2017/18', '2018/19')).toEqual([ratio(423n), ratio(5n)])
  })

  test('10 and 11 in turn for three quarters to one is 10 1/4, exactly', () => {
    const quarters = model({ counts: { users: { A: { '2017/18': 10, '2017/18 Q4': 11 } } } })
    expect(averageUsers(quarters, counted('users'), [yearNamed('2017/18')])).toEqual([ratio(41n, 4n), ratio(0n)])
  })
})

test('£66.67 over 2 users is £33.34, half a penny away from nil; so is a credit', () => {
  expect(costPerUser(pounds('66.67'), ratio(2n))).toBe(3334n)
  expect(costPerUser(pounds('-66.67'), ratio(2n))).toBe(-3334n)
})

test('£10 over 10 1/4 users is 97.56 pence; over none there is no figure', () => {
  expect(costPerUser(pounds('10.00'), ratio(41n, 4n))).toBe(98n)
  expect(costPerUser(pounds('10.00'), ratio(0n))).toBeUndefined()
})
