import { describe, expect, test } from 'vitest'
import { pence } from '../../src/domain/money.ts'
import { one, ratio } from '../../src/domain/ratio.ts'
import type { Variable } from '../../src/domain/sensitivity/variable.ts'
import { amountText, countText, percentText } from '../../src/report/decimal-text.ts'
import { plainValue, valueOf, valueText } from '../../src/report/value-text.ts'
import { variableName } from '../../src/report/variable-name.ts'
import { at, quarterNamed, yearNamed } from '../models.ts'

const years = [yearNamed('2017/18'), yearNamed('2018/19'), yearNamed('2019/20')]
const by = (how: 'set' | 'add' | 'scale'): { adjustment: { how: typeof how; by: { central: typeof one } } } => ({ adjustment: { how, by: { central: one } } })
const span = (first: string, last: string): { span: { first: ReturnType<typeof quarterNamed>; last: ReturnType<typeof quarterNamed> }[] } => ({ span: [{ first: quarterNamed(first), last: quarterNamed(last) }] })

describe('a variable is called', () => {
  test.each<[string, Variable]>([
    ['rate pay', { kind: 'rates', at: at(1), index: 'pay', ...by('set') }],
    ['rate pay from 2018/19', { kind: 'rates', at: at(1), index: 'pay', ...span('2018/19 Q1', '2019/20 Q4'), ...by('set') }],
    ['users:waste of CCC from 2018/19 Q2', { kind: 'counts', at: at(1), driver: 'users:waste', partner: 'CCC', ...span('2018/19 Q2', '2100/01 Q1'), ...by('set') }],
    ['driver calls in 2018/19', { kind: 'counts', at: at(1), driver: 'calls', ...span('2018/19 Q1', '2018/19 Q4'), ...by('set') }],
    ['users:waste in 2018/19 Q2', { kind: 'counts', at: at(1), driver: 'users:waste', ...span('2018/19 Q2', '2018/19 Q2'), ...by('set') }],
    ['users:waste in 2017/18 to 2018/19 Q2', { kind: 'counts', at: at(1), driver: 'users:waste', ...span('2017/18 Q1', '2018/19 Q2'), ...by('set') }],
    ['users:waste to 2018/19', { kind: 'counts', at: at(1), driver: 'users:waste', ...span('1900/01 Q1', '2018/19 Q4'), ...by('set') }],
    ['users:waste throughout', { kind: 'counts', at: at(1), driver: 'users:waste', ...span('1900/01 Q1', '2100/01 Q4'), ...by('set') }],
    ['amounts microsoft-*', { kind: 'amounts', of: 'budget', at: at(1), target: { line: 'microsoft-*' }, ...by('scale') }],
    ['amounts waste, rule shared, system waste in 2017/18', { kind: 'amounts', of: 'budget', at: at(1), target: { line: 'waste', rule: 'shared', system: 'waste', ...span('2017/18 Q1', '2017/18 Q4') }, ...by('scale') }],
    ['amounts category other, partner CCC, tag new', { kind: 'amounts', of: 'budget', at: at(1), target: { category: 'other', partner: 'CCC', tag: 'new' }, ...by('scale') }],
    ['amounts all', { kind: 'amounts', of: 'budget', at: at(1), target: {}, ...by('scale') }],
    ['baseline:staff of CCC', { kind: 'amounts', of: 'baseline', at: at(1), target: { category: 'staff', partner: 'CCC' }, ...by('scale') }],
    ['baseline:staff', { kind: 'amounts', of: 'baseline', at: at(1), target: { category: 'staff' }, ...by('scale') }],
    ['baseline before, category staff', { kind: 'amounts', of: 'baseline', at: at(1), target: { line: 'before', category: 'staff' }, ...by('scale') }],
    ['baseline all', { kind: 'amounts', of: 'baseline', at: at(1), target: {}, ...by('scale') }],
    ['start', { kind: 'start', at: at(1), share: { central: one } }],
    ['start of staff', { kind: 'start', at: at(1), share: { central: one }, category: 'staff' }],
    ['pay award', { kind: 'rates', at: at(1), index: 'pay', adjustment: { how: 'set', by: { central: one, range: { kind: 'uniform', low: one, high: ratio(2n), name: 'pay award' } } } }],
  ])('%s', (name, variable) => {
    expect(variableName(variable, years)).toBe(name)
  })
})

describe('a value is', () => {
  const rates: Variable = { kind: 'rates', at: at(1), index: 'pay', ...by('set') }
  const counts: Variable = { kind: 'counts', at: at(1), driver: 'users:waste', ...by('add') }
  const amounts: Variable = { kind: 'amounts', of: 'budget', at: at(1), target: {}, ...by('set') }

  test.each([
    ['a rate', valueOf(rates, ratio(18n, 1000n), undefined), '1.8%', '1.8%'],
    ['a factor', valueOf({ ...rates, ...by('scale') }, ratio(11n, 10n), undefined), '110%', '110%'],
    ['a share to start from', valueOf({ kind: 'start', at: at(1), share: { central: one } }, ratio(19n, 20n), undefined), '95%', '95%'],
    ['users added', valueOf(counts, ratio(1500n), undefined), '+1,500', '1500'],
    ['users taken away', valueOf(counts, ratio(-3n, 2n), undefined), '-1.5', '-1.5'],
    ['users', valueOf({ ...counts, ...by('set') }, ratio(4429n, 4n), undefined), '1,107.25', '1107.25'],
    ['an amount', valueOf(amounts, ratio(-123450n), undefined), '-£1,234.50', '-1234.50'],
    ['an amount taken away', valueOf({ ...amounts, ...by('add') }, ratio(-5n), undefined), '-£0.05', '-0.05'],
    ['what it comes to, where that is one figure', valueOf({ ...rates, ...by('scale') }, ratio(11n, 10n), { kind: 'amount', value: pence(100n) }), '£1.00', '1.00'],
  ])('%s', (_, value, text, plain) => {
    expect([valueText(value, 'GBP'), plainValue(value)]).toEqual([text, plain])
  })
})

test('figures in words', () => {
  expect([countText(ratio(1_000_000n)), countText(ratio(-7n, 3n), 3), percentText(ratio(1n, 200n)), percentText(ratio(10n))]).toEqual(['1,000,000', '-2.333', '0.5%', '1,000%'])
  expect([amountText(pence(-1240n), 'GBP'), amountText(pence(123456789n), 'CHF'), amountText(pence(-1n), 'CHF')]).toEqual(['-£12.40', 'CHF 1,234,567.89', '-CHF 0.01'])
})
