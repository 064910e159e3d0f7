import { expect, test } from 'vitest'
import type { CapitalKind, CapitalLine } from '../../../src/domain/appraisal/capital.ts'
import { cashFlows, cashIn } from '../../../src/domain/appraisal/cash-flow.ts'
import { everyYearAt } from '../../../src/domain/appraisal/discounting.ts'
import type { Terms } from '../../../src/domain/appraisal/terms.ts'
import { yearName } from '../../../src/domain/period.ts'
import { zero } from '../../../src/domain/ratio.ts'
import { alone, amounts, baselineLine, costLine, model, percent, planOf } from '../../models.ts'

const line = (partner: string, activity: string, kind: CapitalKind, values: Readonly<Record<string, string>>): CapitalLine => ({ partner, activity, kind, amounts: amounts(values).years })

const plan = planOf(model({
  years: '2017/18 to 2018/19',
  baseline: [baselineLine('A', { '2017/18': '9.00', '2018/19': '9.00' }), baselineLine('B', { '2018/19': '1.00' })],
  budget: [costLine('waste', { '2017/18': '4.00', '2018/19': '12.00' }, { rule: 'legacy', driver: alone('A') })],
}))
const capital = [
  line('A', 'Depot', 'capex', { '2016/17': '1000.00', '2017/18': '20.00', '2019/20': '3000.00' }), line('A', 'Fleet', 'capex', { '2017/18': '0.50' }),
  line('A', 'Fleet', 'opex', { '2018/19': '0.07' }), line('B', 'Depot', 'capex', { '2018/19': '8.00' }),
]

test('cash is what is saved, and what the activities take in the years of the plan', () => {
  expect(cashIn(plan, capital, () => true).map(({ year, ...of }) => ({ year: yearName(year), ...of }))).toEqual([
    { year: '2017/18', partner: 'A', saving: 500n, capital: 2050n, receipts: 0n, runningCost: 0n },
    { year: '2017/18', partner: 'B', saving: 0n, capital: 0n, receipts: 0n, runningCost: 0n },
    { year: '2018/19', partner: 'A', saving: -300n, capital: 0n, receipts: 0n, runningCost: 7n },
    { year: '2018/19', partner: 'B', saving: 100n, capital: 800n, receipts: 0n, runningCost: 0n },
  ])
})

test('partners that are not chosen do not count', () => {
  expect(cashIn(plan, capital, partner => partner === 'B').map(({ partner }) => partner)).toEqual(['B', 'B'])
})

test('what is received for something sold is capital below nil, and optimism bias is on what is spent: 20% of £1 beside a receipt of £1.50 is £0.20', () => {
  const sold = [line('A', 'Site', 'capex', { '2017/18': '1.00' }), line('A', 'Depot', 'capex', { '2017/18': '-1.50' })]
  const [cash] = cashIn(plan, sold, partner => partner === 'A')
  expect([cash!.capital, cash!.receipts]).toEqual([-50n, -150n])
  const terms: Terms = { nominal: false, discountTable: everyYearAt(zero), baseYear: plan.model.years[0]!, optimismBias: percent(20) }
  expect(cashFlows([cash!], terms).find(({ element }) => element === 'optimism-bias')!.amount).toBe(20n)
})
