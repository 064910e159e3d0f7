import { describe, expect, test } from 'vitest'
import type { Model } from '../../../src/domain/model.ts'
import { pence } from '../../../src/domain/money.ts'
import type { Aim, Asked } from '../../../src/domain/risk/counting.ts'
import { drawer } from '../../../src/domain/risk/draw.ts'
import { randomFrom } from '../../../src/domain/risk/random.ts'
import { simulate, type Simulation } from '../../../src/domain/risk/simulate.ts'
import { planUnder } from '../../../src/domain/scenario/apply.ts'
import type { Change } from '../../../src/domain/scenario/change.ts'
import type { Range } from '../../../src/domain/scenario/range.ts'
import { ratio } from '../../../src/domain/ratio.ts'
import { savings } from '../../../src/domain/savings.ts'
import { at, baselineLine, costLine, model, percent, yearNamed } from '../../models.ts'

/** A costs £60 and B £40 of £100 a year, of baselines of £70 and £45; staff alone is £10 of the cost and all of the baseline. */
const two = model({
  years: '2017/18 to 2018/19',
  budget: [costLine('it', { '2017/18': '90.00', '2018/19': '90.00' }), costLine('team', { '2017/18': '10.00', '2018/19': '10.00' }, { category: 'staff' })],
  baseline: [baselineLine('A', { '2017/18': '70.00', '2018/19': '70.00' }), baselineLine('B', { '2017/18': '45.00', '2018/19': '45.00' })],
  counts: { users: { A: { '2017/18': 3 }, B: { '2017/18': 2 } } },
})

/** Seven chances in ten that it costs £90, three that it costs £130. */
const dearer: Range = { kind: 'discrete', values: [{ value: percent(100), chance: percent(70) }, { value: ratio(13n, 9n), chance: percent(30) }] }

const scaled = (range: Range, central = percent(100), line = 'it'): Change =>
  ({ kind: 'amounts', at: at(1), of: 'budget', target: { line }, adjustment: { how: 'scale', by: { central, range } } })

const years = ['2017/18', '2018/19'].map(yearNamed)
const aim = (of: Aim['measure'], amount: bigint, partner?: string, year = '2018/19'): Aim =>
  ({ measure: of, called: 'a target', year: yearNamed(year), amount: pence(amount), ...(partner !== undefined && { partner }) })

function simulated(of: Model, changes: readonly Change[], terms: Partial<Asked> = {}, runs = 500, seed = 3n): Simulation {
  const central = planUnder(of, { changes }).value!
  const { value, diagnostics } = simulate(of, { changes }, central, { partners: ['A', 'B'], years, aims: [], ...terms }, { runs, seed })
  expect(diagnostics).toEqual([])
  return value!
}

/** How many runs of those drawn are dear. */
function dear(changes: readonly Change[], runs = 500, seed = 3n): number {
  const { value } = drawer(changes, [], randomFrom(seed))
  return Array.from({ length: runs }, () => value!.next()).filter(([change]) => change?.kind === 'amounts' && change.adjustment.by.central.numerator !== 1n).length
}

describe('a simulation', () => {
  const changes = [scaled(dearer)]

  test('counts what the runs come to: £100 is a saving of £15, £140 a cost increase of £25', () => {
    const { figures, runs, ranges } = simulated(two, changes)
    const often = dear(changes)
    expect([runs, ranges, often > 110 && often < 190]).toEqual([500, 1, true])
    const of = (measure: string, year: string, partner?: string) => figures.find(each => each.measure === measure && each.year === yearNamed(year) && each.partner === partner)!
    expect(of('saving', '2017/18').outcomes.bins()).toEqual([{ from: -2500n, count: often }, { from: 1500n, count: 500 - often }])
    expect(of('saving', '2017/18').belowNil).toEqual(ratio(BigInt(often), 500n))
    expect(of('cost', '2018/19', 'A').outcomes.bins()).toEqual([{ from: 6000n, count: 500 - often }, { from: 8400n, count: often }])
    expect(of('cumulativeSaving', '2018/19', 'B').outcomes.bins()).toEqual([{ from: -2200n, count: often }, { from: 1000n, count: 500 - often }])
    expect([10, 50, 90].map(hundredths => of('cost', '2017/18').outcomes.quantile(hundredths))).toEqual([10000n, 10000n, 14000n])
  })

  test('counts how often each target is missed: to reach it to the penny is not to miss it', () => {
    const often = ratio(BigInt(dear(changes)), 500n)
    const all: [Aim, unknown][] = [
      [aim({ of: 'saving' }, 1500n), often], [aim({ of: 'saving' }, 1501n), ratio(1n)], [aim({ of: 'saving' }, -2500n), ratio(0n)],
      [aim({ of: 'cost' }, 10000n), often], [aim({ of: 'cost' }, 9999n), ratio(1n)], [aim({ of: 'cost' }, 14000n), ratio(0n)],
      [aim({ of: 'cumulativeSaving' }, 3000n), often], [aim({ of: 'saving' }, 1000n, 'A'), often], [aim({ of: 'cost' }, 4000n, 'B', '2017/18'), often],
      [aim({ of: 'saving', category: 'staff' }, 10500n), ratio(0n)], [aim({ of: 'cost', category: 'other' }, 9000n), often],
    ]
    expect(simulated(two, changes, { aims: all.map(([of]) => of) }).aims.map(({ missed }) => missed)).toEqual(all.map(([, wanted]) => wanted))
  })

  test('has all of it for one partner, in one year, and then nothing of the partners together', () => {
    const { figures } = simulated(two, changes, { partners: ['B'], years: years.slice(1) })
    expect(figures.map(({ measure, partner, year }) => [measure, partner, year])).toEqual(['cost', 'saving', 'cumulativeSaving'].map(measure => [measure, 'B', years[1]]))
    expect(figures[2]!.outcomes.bins().map(({ from }) => from)).toEqual([-2200n, 1000n])
  })

  test.each([1n, 2n])('is the savings of the plans of its runs, one by one, from seed %d', seed => {
    const wide = [scaled({ kind: 'triangular', low: percent(50), likely: percent(100), high: percent(200) }), scaled({ kind: 'normal', mean: percent(100), deviation: percent(20) }, percent(100), 'team')]
    const { figures } = simulated(two, wide, {}, 40, seed)
    const { value } = drawer(wide, [], randomFrom(seed))
    const plans = Array.from({ length: 40 }, () => savings(planUnder(two, { changes: value!.next() }).value!, () => true))
    for (const { measure, year, partner, outcomes } of figures) {
      const wanted = plans.map(plan => {
        const ofYear = plan.find(each => each.year === year)!
        return (partner === undefined ? ofYear : ofYear.partners.find(each => each.partner === partner)!)[measure]
      })
      expect(outcomes.bins().flatMap(({ from, count }) => Array.from({ length: count }, () => from))).toEqual(wanted.sort((a, b) => (a < b ? -1 : 1)))
    }
  })

  test('is the same from the same seed and another from another', () => {
    const wide = [scaled({ kind: 'uniform', low: percent(50), high: percent(200) })]
    const of = (seed: bigint) => simulated(two, wide, {}, 50, seed).figures.map(({ outcomes }) => outcomes.bins())
    expect(of(8n)).toEqual(of(8n))
    expect(of(8n)).not.toEqual(of(9n))
  })

  test('that does not vary in the end has one outcome', () => {
    const { figures } = simulated(two, [scaled({ kind: 'uniform', low: percent(100), high: percent(100) })])
    expect(figures.every(({ outcomes }) => outcomes.bins().length === 1 && outcomes.quantile(10) === outcomes.mean && outcomes.quantile(90) === outcomes.mean)).toBe(true)
  })

  test('tells how far it is, from little to all', () => {
    const parts: number[] = []
    simulate(two, { changes }, planUnder(two, { changes }).value!, { partners: ['A'], years, aims: [] }, { runs: 640, seed: 1n, show: part => parts.push(part) })
    expect(parts).toEqual(Array.from({ length: 10 }, (_, place) => (place + 1) / 10))
  })

  test('ends at a run that nobody can bear, and says which', () => {
    const gone: Change = { kind: 'counts', at: at(4), driver: 'users', adjustment: { how: 'scale', by: { central: percent(100), range: { kind: 'discrete', values: [{ value: percent(0), chance: percent(5) }, { value: percent(100), chance: percent(95) }] } } } }
    const { value, diagnostics } = simulate(two, { changes: [gone] }, planUnder(two, { changes: [gone] }).value!, { partners: ['A'], years, aims: [] }, { runs: 500, seed: 1n })
    expect(value).toBeUndefined()
    expect(diagnostics.map(({ code }) => code)).toEqual(['run-fails', 'no-weights', 'no-weights'])
    const { run } = diagnostics[0]!.args as { run: number }
    const { value: draws } = drawer([gone], [], randomFrom(1n))
    const drawn = Array.from({ length: run }, () => draws!.next()).map(([change]) => change?.kind === 'counts' && change.adjustment.by.central.numerator)
    expect(drawn.indexOf(0n)).toBe(run - 1)
  })

  test('with a correlation that cannot be is none', () => {
    const { value, diagnostics } = simulate(two, { changes, correlations: [{ between: ['a', 'b'], of: percent(10), at: at(3) }] }, planUnder(two, { changes }).value!, { partners: ['A'], years, aims: [] }, { runs: 1, seed: 1n })
    expect([value, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['unknown-range']])
  })
})
