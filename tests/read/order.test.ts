/** The order in which a model is written never shows, nor whether its tables are wide or long. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFault } from '../../src/domain/diagnostic.ts'
import type { Model } from '../../src/domain/model.ts'
import { plan } from '../../src/domain/plan.ts'
import { readModel } from '../../src/read/model.ts'
import { planFacts } from '../../src/report/plan-facts.ts'
import { planReport } from '../../src/report/plan-tables.ts'
import { units } from '../../src/report/unit.ts'
import { writeCsv } from '../../src/write/csv.ts'
import { writeText } from '../../src/write/text.ts'
import { anyHand, type Drawn, drawnFiles, type Hand, written } from './random-files.ts'
import { inFolder, places } from './reading.ts'

function read(drawn: Drawn, hand: Hand): Model {
  const { value, diagnostics } = inFolder(written(drawn, hand), folder => readModel(folder, folder))
  expect(places(diagnostics)).toEqual([])
  return value!
}

function printed(model: Model): string {
  const { value, diagnostics } = plan(model)
  expect(diagnostics.filter(isFault)).toEqual([])
  const view = { partners: model.partners.map(({ id }) => id), years: model.years, by: 'line', rounding: 'reconciled' } as const
  const screens = Object.values(units).map(unit => writeText(planReport(value!, { ...view, unit }), { width: 80, colour: false }))
  return [...screens, writeCsv(planFacts(value!, { ...view, unit: units.pence }))].join('\n')
}

test('any model gives the same plan to the byte, in whatever order and layout it is written', () => {
  fc.assert(fc.property(drawnFiles, anyHand, anyHand, (drawn, one, other) => {
    expect(printed(read(drawn, one))).toBe(printed(read(drawn, other)))
  }), { numRuns: 200 })
})

/** The model without the places of its cells, and with what it keeps by name in the order of the names. */
const withoutPlaces = (of: unknown): unknown => {
  if (of instanceof Map) return [...of].map(([key, value]) => [String(key), withoutPlaces(value)] as const).sort(([a], [b]) => (a < b ? -1 : 1))
  if (Array.isArray(of)) return of.map(withoutPlaces)
  if (typeof of !== 'object' || of === null) return of
  return Object.fromEntries(Object.entries(of).filter(([key]) => key !== 'at').map(([key, value]) => [key, withoutPlaces(value)]))
}

test('any model reads the same with its tables wide and long', () => {
  fc.assert(fc.property(drawnFiles, fc.nat(), (drawn, seed) => {
    const [wide, long] = [0, 31].map(tables => withoutPlaces({ ...read(drawn, { seed, long: tables }), blends: undefined }))
    expect(long).toEqual(wide)
  }), { numRuns: 200 })
})
