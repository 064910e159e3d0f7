import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFault } from '../../../src/domain/diagnostic.ts'
import { evaluator } from '../../../src/domain/risk/evaluate.ts'
import { quickWay } from '../../../src/domain/risk/quick/way.ts'
import { layoutOf, standingOf } from '../../../src/domain/risk/standing.ts'
import { planUnder } from '../../../src/domain/scenario/apply.ts'
import { same } from '../../properties.ts'
import { models } from '../../random-models.ts'
import { changesAndRun } from './random-changes.ts'

describe('what a run comes to', () => {
  test('is the very same pence as the plan in full, whichever way it goes', () => {
    const ways = { quick: 0, full: 0, fails: 0 }
    fc.assert(fc.property(models, changesAndRun, (model, { changes, run }) => {
      const central = planUnder(model, { changes })
      if (central.value === undefined) return
      const layout = layoutOf(central.value.model)
      const inFull = planUnder(model, { changes: run })
      const found = evaluator(model, changes, central.value).evaluate(run)
      if (inFull.value === undefined) {
        ways.fails++
        expect(found.value).toBeUndefined()
        expect(found.diagnostics.filter(isFault).map(({ code }) => code)).toEqual(inFull.diagnostics.filter(isFault).map(({ code }) => code))
        return
      }
      ways[quickWay(model, changes, central.value.model, layout)?.(run) ? 'quick' : 'full']++
      const wanted = standingOf(inFull.value, layout)
      same(found.value!.cost, wanted.cost)
      same(found.value!.baseline, wanted.baseline)
    }), { numRuns: 10_000 })
    expect(ways.quick).toBeGreaterThan(2 * ways.full)
  })
})
