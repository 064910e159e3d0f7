/** Scenarios beside the model: every difference is the scenario less the base, to the penny, in every format. */
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { factsOf } from '../../src/domain/fact.ts'
import { inPounds } from '../../src/domain/money.ts'
import { yearName } from '../../src/domain/period.ts'
import type { Plan } from '../../src/domain/plan.ts'
import { planUnder } from '../../src/domain/scenario/apply.ts'
import type { Change } from '../../src/domain/scenario/change.ts'
import { savings } from '../../src/domain/savings.ts'
import type { Breakdown } from '../../src/report/plan-figures.ts'
import type { Table } from '../../src/report/table.ts'
import { units } from '../../src/report/unit.ts'
import { whatifFacts, whatifJson } from '../../src/report/whatif-data.ts'
import type { Supposed } from '../../src/report/supposed.ts'
import { whatifReport, type WhatifView } from '../../src/report/whatif-report.ts'
import { writeCsv } from '../../src/write/csv.ts'
import { writeText } from '../../src/write/text.ts'
import { planOf } from '../models.ts'
import { forAll, holds, same } from '../properties.ts'
import { changedModels } from '../random-changes.ts'

const often = { numRuns: 400 }

const viewOf = (plans: readonly Plan[], by: Breakdown = 'partner', unit: WhatifView['unit'] = units.pence): WhatifView =>
  ({ partners: [...new Set(plans.flatMap(({ model }) => model.partners.map(({ id }) => id)))].sort(), years: plans[0]!.model.years, by, unit, rounding: 'reconciled' })

const suppose = (plan: Plan, changes: readonly Change[]): Supposed => ({ id: 'then', name: 'Then', changes, plan, beyond: [] })

const pennies = (text: string): bigint => BigInt(text.replace('.', ''))

describe('whatever the changes', () => {
  test('CSV holds every fact of both plans, and the difference of each', () => {
    forAll([changedModels], ([model, changes]) => {
      const then = planUnder(model, { changes }).value
      if (then === undefined) return
      const base = planOf(model)
      const rows = parse(writeCsv(whatifFacts(base, [suppose(then, changes)], viewOf([base, then]))), { columns: true }) as Record<string, string>[]
      const keyOf = (row: Record<string, string>): string => ['year', 'partner', 'category', 'rule', 'line', 'measure'].map(key => row[key]).join('|')
      const ours = new Map(rows.filter(({ scenario }) => scenario === 'base').map(row => [keyOf(row), pennies(row['amount']!)]))
      const theirs = rows.filter(({ scenario }) => scenario === 'then')
      for (const row of theirs) holds(pennies(row['difference']!) === pennies(row['amount']!) - (ours.get(keyOf(row)) ?? 0n), keyOf(row))
      holds([...ours.keys()].every(key => theirs.some(row => keyOf(row) === key)), 'a fact of the base is not compared')
      const written = (of: readonly Record<string, string>[]): string[] => of.filter(row => row['amount'] !== '0.00').map(row => `${keyOf(row)} ${row['amount']}`).sort()
      const facts = (of: Plan): string[] => factsOf(of).map(({ year, partner, category, rule, line, measure, amount }) => `${[yearName(year), partner, category, rule ?? '', line, measure].join('|')} ${inPounds(amount)}`).sort()
      same(written(theirs), facts(then))
      same(written(rows.filter(({ scenario }) => scenario === 'base')), facts(base))
    }, often)
  })

  test('JSON too, by year and by partner', () => {
    type Figures = Record<string, string> & { readonly difference?: Record<string, string>; readonly partners: readonly (Figures & { partner: string })[] }
    forAll([changedModels], ([model, changes]) => {
      const then = planUnder(model, { changes }).value
      if (then === undefined) return
      const base = planOf(model)
      const json = whatifJson(base, [suppose(then, changes)], viewOf([base, then])) as unknown as { base: { years: Figures[] }; scenarios: { years: Figures[] }[] }
      const differs = (is: Figures, was: Figures | undefined): void => {
        for (const measure of ['baseline', 'cost', 'saving', 'cumulativeSaving']) holds(pennies(is.difference![measure]!) === pennies(is[measure]!) - pennies(was?.[measure] ?? '0.00'), measure)
      }
      for (const [place, year] of json.scenarios[0]!.years.entries()) {
        const was = json.base.years[place]!
        differs(year, was)
        for (const partner of year.partners) differs(partner, was.partners.find(each => each.partner === partner.partner))
        same(year.partners.map(({ cost }) => cost), savings(then, () => true)[place]!.partners.map(({ cost }) => inPounds(cost)))
      }
    }, often)
  })

  test.each(['partner', 'rule', 'line'] as const)('so do the tables by %s, as shown and exactly, and what is shown adds up', by => {
    forAll([changedModels], ([model, changes]) => {
      const then = planUnder(model, { changes }).value
      if (then === undefined) return
      const base = planOf(model)
      for (const unit of [units.pence, units.pounds]) {
        const view = viewOf([base, then], by, unit)
        const report = whatifReport(base, [suppose(then, changes)], view)
        const tables = report.parts.filter((part): part is Table => part.kind === 'table')
        for (const { title, rows } of tables) {
          for (const [place] of view.years.entries()) {
            const figures = rows.map(({ cells }) => cells[place + 1] as { exact: bigint; shown: bigint })
            const labels = rows.map(({ cells }) => (cells[0] as { text: string }).text)
            for (let row = 0; row + 2 < rows.length; row += 3) {
              const [was, is, difference] = figures.slice(row, row + 3) as [typeof figures[0], typeof figures[0], typeof figures[0]]
              holds(labels[row + 2] === '  difference' && difference!.exact === is!.exact - was!.exact && difference!.shown === is!.shown - was!.shown, `${title} ${labels[row]}`)
            }
            if (title.startsWith('Cost by') && by === 'line') continue
            for (const [offset] of [was, is].entries()) {
              const own = figures.filter((_, row) => row % 3 === offset)
              const [parts, whole] = [own.slice(0, -1), own.at(-1)!]
              if (!title.startsWith('Cost by')) holds(parts.reduce((sum, each) => sum + each.shown, 0n) === whole.shown, `${title} does not add up`)
            }
          }
        }
        holds(writeText(report, { width: 80, colour: false }).split('\n').every(line => line.length <= 80), 'wider than 80 columns')
      }
    }, { numRuns: 150 })
  })
})

const [was, is] = [0, 1]

test('says once how to read it, and what it leaves out', async () => {
  const { alone, baselineLine, costLine, model, percent } = await import('../models.ts')
  const of = model({ budget: [costLine('old', { '2017/18': '4.00' }, { driver: alone('A') }), costLine('back', { '2017/18': '-4.00' }, { driver: alone('A') })] })
  const changes: Change[] = [
    { kind: 'delay', at: costLine('x', {}).at, target: {}, quarters: 3 },
    { kind: 'amounts', at: costLine('x', {}).at, of: 'budget', target: { line: 'old' }, adjustment: { how: 'scale', by: { central: percent(100), range: { kind: 'uniform', low: percent(90), high: percent(110) } } } },
    { kind: 'join', at: costLine('x', {}).at, partner: { id: 'C', name: 'C', joins: 8070 as never }, counts: [], baseline: [baselineLine('C', { '2017/18': '4.00' })] },
  ]
  const { value, beyond } = planUnder(of, { changes })
  const base = planOf(of)
  expect(whatifReport(base, [{ ...suppose(value!, changes), beyond }], viewOf([base, value!])).conclusion).toEqual([
    'The first row of each is the model as it is; a difference is the scenario less that.',
    "A partner's baseline counts in the quarters that it takes part in, so savings change with who is in.",
    'A figure with a range is taken at its likeliest value, or at the middle of it.',
    'Under then, £3.00 of old falls after 2017/18 and is in no figure.',
    'Under then, -£3.00 of back falls after 2017/18 and is in no figure.',
  ])
})
