import { expect, test } from 'vitest'
import { type Fact, factsOf } from '../../src/domain/fact.ts'
import { leavesOf } from '../../src/domain/leaf.ts'
import { takesPart } from '../../src/domain/model.ts'
import { quartersOf, type Year, yearOf } from '../../src/domain/period.ts'
import { alone, baselineLine, costLine, model, planOf, yearNamed } from '../models.ts'
import { forAll, same } from '../properties.ts'
import { models } from '../random-models.ts'

const year = yearNamed('2017/18')

test('a cost of £40.00 by 2 and 1 and one of £9.00 by B alone, beside a baseline of £50.00, are four facts', () => {
  const of = planOf(model({
    counts: { users: { A: { '2017/18': 2 }, B: { '2017/18': 1 } } },
    baseline: [baselineLine('A', { '2017/18': '50.00' }, { id: 'old', category: 'other' }), baselineLine('B', { '2017/18': '0.00' })],
    budget: [costLine('waste', { '2017/18': '40.00' }), costLine('wide', { '2017/18': '9.00' }, { category: 'network', rule: 'legacy', driver: alone('B') })],
  }))
  expect(factsOf(of)).toEqual([
    { measure: 'baseline', year, partner: 'A', category: 'other', line: 'old', amount: 5000n },
    { measure: 'cost', year, partner: 'A', category: 'other', rule: 'shared', line: 'waste', amount: 2667n },
    { measure: 'cost', year, partner: 'B', category: 'other', rule: 'shared', line: 'waste', amount: 1333n },
    { measure: 'cost', year, partner: 'B', category: 'network', rule: 'legacy', line: 'wide', amount: 900n },
  ])
})

const nameOf = ({ measure, year: of, partner, line }: Pick<Fact, 'measure' | 'partner' | 'line'> & { year: Year }): string => `${measure} ${of} ${partner} ${line}`

test('whatever the model: a cost is what its leaves come to, a baseline what its quarters while in come to, and nil is no fact', () => {
  forAll([models], of => {
    const made = planOf(of)
    const sums = new Map<string, bigint>()
    const count = (name: string, amount: bigint): void => void sums.set(name, (sums.get(name) ?? 0n) + amount)
    for (const { line, quarter, partner, amount } of leavesOf(made)) count(nameOf({ measure: 'cost', year: yearOf(quarter), partner, line: line.id }), amount)
    for (const { line, year: within, amount } of made.baseline) {
      const partner = of.partners.find(({ id }) => id === line.partner)!
      for (const [place, quarter] of quartersOf(within).entries()) {
        if (takesPart(partner, quarter)) count(nameOf({ measure: 'baseline', year: within, partner: partner.id, line: line.id }), amount.quarters[place]!.amount)
      }
    }
    const facts = factsOf(made)
    same(facts.map(fact => `${nameOf(fact)} ${fact.amount}`).sort(), [...sums].filter(([, amount]) => amount !== 0n).map(([name, amount]) => `${name} ${amount}`).sort())
    same(facts.map(({ rule }) => rule === undefined), facts.map(({ measure }) => measure === 'baseline'))
  })
})
