import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pence } from '../../src/domain/money.ts'
import { Outcomes } from '../../src/domain/risk/outcomes.ts'
import type { Simulation } from '../../src/domain/risk/simulate.ts'
import { ratio } from '../../src/domain/ratio.ts'
import { riskFacts, riskJson } from '../../src/report/risk/data.ts'
import { histogramOf } from '../../src/report/risk/histogram.ts'
import { riskReport } from '../../src/report/risk/report.ts'
import type { RiskView } from '../../src/report/risk/view.ts'
import { units } from '../../src/report/unit.ts'
import { writeCsv } from '../../src/write/csv.ts'
import { writeText } from '../../src/write/text.ts'
import { yearNamed } from '../models.ts'
import { forAll, holds, size } from '../properties.ts'

const year = yearNamed('2017/18')

/** One partner with the same outcomes of every measure. */
function simulation(of: readonly bigint[], room = 1000): Simulation {
  const outcomes = new Outcomes(room)
  for (const amount of of) outcomes.add(pence(amount))
  const figures = (['cost', 'saving', 'cumulativeSaving'] as const).map(measure => ({ measure, year, partner: 'A', outcomes, belowNil: ratio(1n, 8n) }))
  const aims = [{ called: 'saving', measure: { of: 'saving' as const } }, { called: 'saving staff', measure: { of: 'saving' as const, category: 'staff' }, partner: 'A' }]
    .map((aim, place) => ({ aim: { ...aim, year, amount: pence(21_000_000n) }, missed: ratio(BigInt(place + 1), 3n) }))
  return { runs: of.length, seed: 1n, ranges: 2, figures, aims }
}

const view = (unit: RiskView['unit'] = units.pounds): RiskView => ({ name: 'Test', currency: 'GBP', scenarios: [], partners: ['A'], years: [year], unit, figure: 'saving' })

const amounts = fc.array(fc.oneof(fc.bigInt({ min: -500n, max: 500n }), fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })), { minLength: 1, maxLength: 40 })

describe('the histogram', () => {
  test('has every outcome in the step it belongs to, in at most twenty and one of whole units', () => {
    forAll([amounts, fc.constantFrom(...Object.values(units))], (of, unit) => {
      const { step, bins } = histogramOf(simulation(of), view(unit))
      holds(bins.every(({ from, count }) => from % step === 0n && of.filter(each => each >= from && each < from + step).length === count), 'miscounted')
      holds(bins.length <= 21 && step % unit.size === 0n && /^[125]0*$/.test(`${step}`), `steps of ${step}`)
      holds(bins[0]!.count > 0 && bins.at(-1)!.count > 0, 'an empty end')
    })
  })

  test('has steps no finer than outcomes are told apart', () => {
    forAll([amounts, fc.integer({ min: 2, max: 9 })], (of, room) => {
      const simulated = simulation(of, room)
      const { step, bins } = histogramOf(simulated, view(units.pence))
      holds(step > simulated.figures[0]!.outcomes.within && bins.reduce((sum, { count }) => sum + count, 0) === of.length, 'too fine')
    })
  })

  test('is as in its example: from £3.91m to £4.62m in steps of £50,000', () => {
    const { step, bins } = histogramOf(simulation([391_000_000n, 462_000_000n]), view())
    expect([step, bins[0]!.from, bins.length]).toEqual([5_000_000n, 390_000_000n, 15])
  })

  test('is one bar where there is one outcome', () => {
    expect(writeText(riskReport(simulation([12_345n, 12_345n]), view(units.pence)), { width: 80, colour: false })).toContain('123.45  ############################################     2  100.0%')
  })
})

describe('what is said of targets and of how exact it is', () => {
  test('on screen', () => {
    const shown = writeText(riskReport(simulation([1n, 50n, 99n], 2), view()), { width: 80, colour: false })
    expect(shown).toContain('Chance of missing each target\n                          target  missed\nsaving 2017/18           210,000   33.3%\nsaving staff 2017/18, A  210,000   66.7%')
    expect(shown).toContain('at most 0.63 too low.')
    expect(shown).toContain('Chance of a cost increase\n   2017/18\nA    12.5%')
  })

  test('in CSV and JSON', () => {
    const simulated = simulation([1n, 50n, 99n])
    expect(writeCsv(riskFacts(simulated)).split('\n').slice(1)).toEqual([
      ...['cost', 'saving', 'cumulative-saving'].map(measure => `${measure},2017/18,A,0.50,0.01,0.50,0.99,12.50,,`),
      'saving,2017/18,,,,,,,210000.00,33.33', 'saving staff,2017/18,A,,,,,,210000.00,66.67', '',
    ])
    expect(riskJson(simulated, view())).toMatchObject({ targets: [{ measure: 'saving', year: '2017/18', target: '210000.00', missedPercent: '33.33' }, { partner: 'A', missedPercent: '66.67' }] })
  })

  test('a percentile is the least figure that so many runs do not exceed: the middle one of three', () => {
    const [low, middle, high] = [10, 50, 90].map(of => simulation([-3n, 4n, 9n]).figures[0]!.outcomes.quantile(of))
    expect([low, middle, high, size(low!)]).toEqual([-3n, 4n, 9n, 3n])
  })
})
