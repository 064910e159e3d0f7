import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countedWeight } from '../../../src/domain/drivers/counted.ts'
import { quarterName, quartersOf, year } from '../../../src/domain/period.ts'
import { ratio, zero } from '../../../src/domain/ratio.ts'
import { at, model, period, quarterNamed } from '../../models.ts'
import { forAll, same } from '../../properties.ts'

const quarters = [2016, 2017, 2018].flatMap(of => quartersOf(year(of)))

const users = (values: Record<string, number>, quarter: string) => countedWeight(model({ counts: { users: { A: values } } }), 'users', 'A', quarterNamed(quarter))

const inQuarters = (values: Record<string, number>): bigint[] =>
  quartersOf(year(2017)).map(quarter => users(values, quarterName(quarter)).value.numerator)

describe('a count', () => {
  test('holds until the next: 100 in 2017/18 and 120 in its third quarter is 100, 100, 120, 120, and 120 from then on', () => {
    const values = { '2017/18': 100, '2017/18 Q3': 120 }
    expect(inQuarters(values)).toEqual([100n, 100n, 120n, 120n])
    expect(users(values, '2019/20 Q4').value).toEqual(ratio(120n))
  })

  test('of the next year ends that of a quarter', () => {
    expect(users({ '2017/18': 100, '2017/18 Q3': 120, '2018/19': 90 }, '2018/19 Q1').value).toEqual(ratio(90n))
  })

  test('of the first quarter goes before that of its year, whichever is written first', () => {
    expect(inQuarters({ '2017/18': 100, '2017/18 Q1': 80 })).toEqual([80n, 80n, 80n, 80n])
    expect(inQuarters({ '2017/18 Q1': 80, '2017/18': 100 })).toEqual([80n, 80n, 80n, 80n])
  })

  test('of nothing holds too: nobody uses the system any more', () => {
    expect(inQuarters({ '2017/18': 100, '2017/18 Q2': 0 })).toEqual([100n, 0n, 0n, 0n])
  })

  test('comes with the period that it was stated for and the cell that it stands in', () => {
    const values = { '2017/18': 100, '2017/18 Q3': 120 }
    expect(users(values, '2017/18 Q2').sources).toEqual([{ kind: 'count', period: period('2017/18'), at: at(1) }])
    expect(users(values, '2017/18 Q4').sources).toEqual([{ kind: 'count', period: period('2017/18 Q3'), at: at(2) }])
  })

  test('that was never made, or not yet, is zero and stands nowhere', () => {
    const nothing = { value: zero, sources: [] }
    expect(users({ '2017/18 Q2': 5 }, '2017/18 Q1')).toEqual(nothing)
    const of = model({ counts: { users: { A: { '2017/18': 5 } } } })
    expect(countedWeight(of, 'users', 'B', quarterNamed('2017/18 Q1'))).toEqual(nothing)
    expect(countedWeight(of, 'calls', 'A', quarterNamed('2017/18 Q1'))).toEqual(nothing)
  })
})

test('the count in force is the first met walking back, quarter by quarter, with a year met after its first quarter', () => {
  const names = quarters.flatMap((quarter, place) => (place % 4 === 0 ? [quarterName(quarter), quarterName(quarter).slice(0, 7)] : [quarterName(quarter)]))
  forAll([fc.shuffledSubarray(names), fc.nat(quarters.length - 1)], (written, place) => {
    const values = Object.fromEntries(written.map((name, count) => [name, count + 1]))
    const walk = quarters.slice(0, place + 1).toReversed().map(quarterName).flatMap(name => (name.endsWith('Q1') ? [name, name.slice(0, 7)] : [name]))
    const met = walk.find(name => name in values)
    same([users(values, quarterName(quarters[place]!)).value.numerator], [met === undefined ? 0n : BigInt(values[met]!)])
  })
})
