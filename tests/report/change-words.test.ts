import { describe, expect, test } from 'vitest'
import type { Subject, Value } from '../../src/domain/changes/change.ts'
import { pence } from '../../src/domain/money.ts'
import { ratio } from '../../src/domain/ratio.ts'
import { subjectText, valueCell, valueText } from '../../src/report/change-words.ts'
import { percent, period, quarterNamed, yearNamed } from '../models.ts'

test.each<[Subject, string]>([
  [{ kind: 'name' }, 'name'],
  [{ kind: 'host' }, 'host'],
  [{ kind: 'years' }, 'years'],
  [{ kind: 'year-starts' }, 'month that years start in'],
  [{ kind: 'partner', partner: 'CCC' }, 'partner CCC'],
  [{ kind: 'joins', partner: 'CCC' }, 'CCC joins'],
  [{ kind: 'leaves', partner: 'CCC' }, 'CCC leaves'],
  [{ kind: 'rate', index: 'pay' }, 'index pay'],
  [{ kind: 'rate', index: 'pay', year: yearNamed('2018/19') }, 'index pay, 2018/19'],
  [{ kind: 'portion', blend: 'fire', driver: 'population' }, 'fire, part of population'],
  [{ kind: 'line', of: { line: 'waste' } }, 'line waste'],
  [{ kind: 'line', of: { line: 'staff', baselineOf: 'CCC' } }, 'baseline staff of CCC'],
  [{ kind: 'field', of: { line: 'waste' }, field: 'driver' }, 'waste, driver'],
  [{ kind: 'amount', of: { line: 'staff', baselineOf: 'CCC' }, period: period('2018/19') }, 'baseline staff of CCC, 2018/19'],
  [{ kind: 'count', driver: 'users:waste', partner: 'CCC', period: period('2018/19 Q2') }, 'users:waste of CCC, 2018/19 Q2'],
  [{ kind: 'cost', line: 'waste', quarter: quarterNamed('2018/19 Q2') }, 'waste, 2018/19 Q2'],
])('%j is called "%s"', (of, called) => {
  expect(subjectText(of)).toBe(called)
})

describe('a value', () => {
  test.each<[Value, string]>([
    [{ kind: 'text', text: 'Waste' }, 'Waste'],
    [{ kind: 'years', first: yearNamed('2017/18'), last: yearNamed('2021/22') }, '2017/18 to 2021/22'],
    [{ kind: 'month', month: 12 }, 'December'],
    [{ kind: 'quarter', quarter: quarterNamed('2018/19 Q2') }, '2018/19 Q2'],
    [{ kind: 'percent', rate: ratio(35n, 1000n) }, '3.5%'],
    [{ kind: 'percent', rate: percent(20) }, '20%'],
    [{ kind: 'profile', profile: [2n, 1n, 1n, 1n] }, '40% 20% 20% 20%'],
    [{ kind: 'money', amount: pence(-123_456n) }, '-1234.56'],
    [{ kind: 'count', driver: 'users', count: ratio(12_345n, 10n) }, '1234.5'],
    [{ kind: 'count', driver: 'baseline:staff', count: ratio(123_456n) }, '1234.56'],
  ])('%o is %s', (value, written) => {
    expect(valueText(value)).toBe(written)
  })

  test('has its thousands apart in a table, money as money', () => {
    expect(valueCell({ value: { kind: 'count', driver: 'users', count: ratio(12_345n) } })).toEqual({ kind: 'text', text: '12,345' })
    expect(valueCell({ value: { kind: 'money', amount: pence(5n) } })).toEqual({ kind: 'money', exact: 5n, shown: 5n })
    expect(valueCell(undefined)).toEqual({ kind: 'none' })
  })
})
