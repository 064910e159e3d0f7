import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comesTo, type Derivation, type Heading } from '../../../src/domain/explain/derivation.ts'
import { explainPlan, type Question } from '../../../src/domain/explain/plan-derivation.ts'
import { factsOf } from '../../../src/domain/fact.ts'
import { leavesOf } from '../../../src/domain/leaf.ts'
import { takesPart } from '../../../src/domain/model.ts'
import { placeInYear, quarterName, quartersOf, yearName, yearOf } from '../../../src/domain/period.ts'
import type { Plan } from '../../../src/domain/plan.ts'
import { ruleNames } from '../../../src/domain/rules/registry.ts'
import { alone, baselineLine, costLine, model, planOf, quarterNamed, yearNamed } from '../../models.ts'
import { holds, same, total } from '../../properties.ts'
import { models } from '../../random-models.ts'
import { largestRemainder } from '../../replay.ts'

const users = { A: { '2017/18': 2 }, B: { '2017/18': 1, '2017/18 Q3': 2 } }

/** £100 of email, by 2 and 1 users and from the third quarter 2 and 2; £12 that B bears alone; baselines of £90 and £30. */
const small = model({
  years: '2017/18 to 2018/19', counts: { users },
  budget: [costLine('email', { '2017/18': '100.00' }), costLine('old', { '2017/18': '12.00' }, { rule: 'legacy', driver: alone('B') })],
  baseline: [baselineLine('A', { '2017/18': '90.00' }), baselineLine('B', { '2017/18': '30.00' }, { category: 'other', id: 'software' })],
})

const ask = (terms: Partial<Question> = {}, of = planOf(small)): Derivation =>
  explainPlan(of, { measure: 'cost', partners: of.model.partners.map(({ id }) => id), years: [yearNamed('2017/18')], ...terms })

/** "cost 60.33 = email 58.33 …" as an outline of texts. */
const outline = (of: Derivation, sign = '', depth = 0): string[] =>
  [`${'  '.repeat(depth)}${sign}${headed(of.of)} ${of.amount}`, ...(of.kind === 'sum' ? of.terms.flatMap(({ taken, derivation }) => outline(derivation, taken ? '- ' : '', depth + 1)) : [])]

function headed(of: Heading): string {
  switch (of.kind) {
    case 'quarters':
      return `${quarterName(of.first)} to ${quarterName(of.last)}`
    case 'year':
      return yearName(of.year)
    case 'issued':
      return `issued ${quarterName(of.quarter)}`
    default:
      return Object.values(of).at(-1)!
  }
}

describe('the derivation of a cost', () => {
  test('goes down by partner, rule and line to the runs: two thirds of £50 and half of £50 are 33.33 and 25.00', () => {
    expect(outline(ask())).toEqual([
      'cost 11200',
      '  A 5833', '    shared 5833', '      email 5833', '        2017/18 Q1 to 2017/18 Q2 3333', '        2017/18 Q3 to 2017/18 Q4 2500',
      '  B 5367', '    shared 4167', '      email 4167', '        2017/18 Q1 to 2017/18 Q2 1667', '        2017/18 Q3 to 2017/18 Q4 2500', '    legacy 1200', '      old 1200',
    ])
  })

  test('names a partner, a year or a rule only where there are several', () => {
    expect(outline(ask({ partners: ['B'], rule: 'legacy' }))).toEqual(['cost 1200', '  old 1200'])
    expect(outline(ask({ partners: ['B'], rule: 'legacy', years: small.years }))).toEqual(['cost 1200', '  2017/18 1200', '    old 1200'])
  })

  test('of one quarter is the difference of what the run comes to: the fourth is 25.00 less the 12.50 before', () => {
    const of = ask({ partners: ['A'], line: 'email', quarter: quarterNamed('2017/18 Q4') })
    expect(outline(of)).toEqual(['cost 1250', '  email 1250'])
    expect(of).toMatchObject({ terms: [{ derivation: { kind: 'share', from: 1, quarters: [{ toDate: { amount: 2500n } }, { before: { amount: 2500n }, toDate: { amount: 5000n } }] } }] })
  })

  test('of a category is of its lines alone', () => {
    expect(ask({ category: 'staff' })).toMatchObject({ amount: 0n, terms: [] })
    expect(ask({ category: 'other' }).amount).toBe(11200n)
  })

  test('shows what is nil where its line is asked after, and else does not', () => {
    expect(outline(ask({ partners: ['A'], line: 'old' }))).toEqual(['cost 0', '  old 0'])
    expect(outline(ask({ partners: ['A'], rule: 'legacy' }))).toEqual(['cost 0'])
    expect(outline(ask({ partners: ['A'], years: [yearNamed('2018/19')], line: 'email' }))).toEqual(['cost 0', '  email 0'])
  })

  test('says of a share who takes no part in its quarters: B, until it joins in the third', () => {
    const joining = model({ partners: ['A', { id: 'B', name: 'B', joins: quarterNamed('2017/18 Q3') }], counts: { users }, budget: [costLine('email', { '2017/18': '100.00' })] })
    const of = ask({ partners: ['B'], line: 'email' }, planOf(joining))
    expect(of).toMatchObject({ amount: 2500n, terms: [{ derivation: { terms: [{ derivation: { amount: 0n, absent: ['B'] } }, { derivation: { amount: 2500n, absent: [] } }] } }] })
  })
})

describe('the derivation of a saving', () => {
  test('is the baseline less the cost: 90.00 less 58.33', () => {
    expect(outline(ask({ measure: 'saving', partners: ['A'] }))).toEqual([
      'saving 3167', '  baseline 9000', '    staff 9000', '      before 9000',
      '  - cost 5833', '    shared 5833', '      email 5833', '        2017/18 Q1 to 2017/18 Q2 3333', '        2017/18 Q3 to 2017/18 Q4 2500',
    ])
  })

  test('so far adds up the years: 120.00 less 112.00, and nothing in the second', () => {
    expect(ask({ measure: 'cumulative-saving', years: small.years }).amount).toBe(800n)
  })
})

describe('the derivation of a baseline', () => {
  test('is of one line where that is asked after, even nil, and of nobody else', () => {
    expect(outline(ask({ measure: 'baseline', line: 'software' }))).toEqual(['baseline 3000', '  B 3000', '    software 3000'])
    expect(outline(ask({ measure: 'baseline', line: 'software', years: [yearNamed('2018/19')] }))).toEqual(['baseline 0', '  B 0', '    software 0'])
    expect(outline(ask({ measure: 'baseline', years: [yearNamed('2018/19')] }))).toEqual(['baseline 0'])
  })

  test('of a partner that joins in the third quarter counts two quarters: 15.00 of 30.00, and none before', () => {
    const joining = planOf(model({ partners: ['A', { id: 'B', name: 'B', joins: quarterNamed('2017/18 Q3') }], baseline: [baselineLine('B', { '2017/18': '30.00' })] }))
    expect(ask({ measure: 'baseline', line: 'before' }, joining)).toMatchObject({ amount: 1500n, terms: [{ derivation: { terms: [{ derivation: { kind: 'own', counted: [2, 3] } }] } }] })
    expect(outline(ask({ measure: 'baseline', line: 'before', quarter: quarterNamed('2017/18 Q1') }, joining))).toEqual(['baseline 0'])
    expect(outline(ask({ measure: 'baseline', quarter: quarterNamed('2017/18 Q4') }, joining))).toEqual(['baseline 750', '  B 750', '    staff 750', '      before 750'])
  })
})

/** Some of the partners and of the years, and now and then a quarter, a category, a rule or a line. */
const narrowing = fc.record({
  measure: fc.constantFrom('saving', 'cumulative-saving', 'baseline', 'cost'), partners: fc.nat(31), years: fc.nat(7),
  quarter: fc.option(fc.nat(11), { freq: 3 }), category: fc.option(fc.constantFrom('staff', 'other', 'network'), { freq: 3 }),
  rule: fc.option(fc.constantFrom(...ruleNames), { freq: 3 }), line: fc.option(fc.nat(5), { freq: 3 }),
})

type Narrowing = typeof narrowing extends fc.Arbitrary<infer T> ? T : never

function questionOf({ measure, partners, years, quarter, category, rule, line }: Narrowing, { model: of }: Plan): Question {
  const some = <T>(all: readonly T[], mask: number): T[] => (all.some((_, place) => mask & (1 << place)) ? all.filter((_, place) => mask & (1 << place)) : [...all])
  const only = quarter === null ? undefined : of.years.flatMap(year => quartersOf(year))[quarter % (of.years.length * 4)]!
  const named = measure === 'cost' ? `line-${line ?? 0}` : 'before-staff'
  return {
    measure, partners: some(of.partners.map(({ id }) => id), partners), years: only === undefined ? some(of.years, years) : [yearOf(only)],
    ...(only !== undefined && { quarter: only }), ...(category !== null && { category }), ...(rule !== null && measure === 'cost' && { rule }),
    ...(line !== null && (measure === 'cost' || measure === 'baseline') && { line: named }),
  }
}

/** The same from the plan's facts, and of a quarter from its leaves. */
function figureOf({ measure, partners, years, quarter, category, rule, line }: Question, plan: Plan): bigint {
  const isMeant = (of: { line: string; category: string }): boolean => (category === undefined || of.category === category) && (line === undefined || of.line === line)
  const facts = quarter === undefined
    ? factsOf(plan).filter(of => years.includes(of.year))
    : [
        ...[...leavesOf(plan)].filter(leaf => leaf.quarter === quarter).map(({ line: of, partner, amount }) => ({ measure: 'cost', partner, category: of.category, rule: of.rule, line: of.id, amount })),
        ...plan.baseline.filter(of => of.year === yearOf(quarter)).map(({ line: of, amount }) => ({
          measure: 'baseline', partner: of.partner, category: of.category, rule: undefined, line: of.id,
          amount: takesPart(plan.model.partners.find(({ id }) => id === of.partner)!, quarter) ? amount.quarters[placeInYear(quarter)]!.amount : 0n,
        })),
      ]
  const of = (which: string): bigint => total(facts.filter(fact => fact.measure === which && partners.includes(fact.partner) && isMeant(fact) && (rule === undefined || fact.rule === rule)).map(({ amount }) => amount))
  return measure === 'cost' ? of('cost') : measure === 'baseline' ? of('baseline') : of('baseline') - of('cost')
}

/** Every sum is its terms; every share its quarters, as the run so far is shared by largest remainder. */
function comesOut(of: Derivation, partners: readonly string[]): void {
  if (of.kind === 'sum') {
    same([of.amount], [comesTo(of.terms)])
    for (const { derivation } of of.terms) comesOut(derivation, partners)
  } else if (of.kind === 'share') {
    const { quarters, from, place, weights: { each } } = of
    same([of.amount], [total(quarters.slice(from).map(({ parts }) => parts[place]!))])
    let toDate = 0n
    for (const quarter of quarters) {
      toDate += quarter.amount
      same([quarter.toDate.amount], [toDate])
      same(quarter.toDate.parts, largestRemainder(toDate, each.map(({ value }) => [value.numerator, value.denominator]), partners))
    }
  } else if (of.kind === 'own') {
    same([of.amount], [total(of.counted.map(place => of.from.quarters[place]!.amount))])
  }
}

describe('whatever is planned, and however the question is narrowed', () => {
  test('the derivation comes to the facts it is of, and every node of it to what it is made of', () => {
    const met = new Set<string>()
    fc.assert(fc.property(models, narrowing, (of, drawn) => {
      const plan = planOf(of)
      const question = questionOf(drawn, plan)
      const derivation = explainPlan(plan, question)
      same([derivation.amount], [figureOf(question, plan)])
      comesOut(derivation, of.partners.map(({ id }) => id))
      if (derivation.amount !== 0n) met.add(question.measure).add(`quarter ${question.quarter !== undefined}`).add(`line ${question.line !== undefined}`)
    }), { numRuns: 1000 })
    holds(met.size === 8, `only met ${[...met].join()}`)
  })
})
