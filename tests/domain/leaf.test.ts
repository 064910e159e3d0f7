import { describe, expect, test } from 'vitest'
import { cellsBehind } from '../../src/domain/drivers/weights.ts'
import { cellsOf } from '../../src/domain/index-linking.ts'
import { leavesOf, type Leaf, traceOf } from '../../src/domain/leaf.ts'
import { quarterName } from '../../src/domain/period.ts'
import { add, decimal, equal, isLess, one, ratio, subtract, total, zero } from '../../src/domain/ratio.ts'
import { at, costLine, model, planOf } from '../models.ts'
import { forAll, holds } from '../properties.ts'
import { models } from '../random-models.ts'

const counts = { users: { A: { '2017/18': 2 }, B: { '2017/18': 1 } } }
const leaves = [...leavesOf(planOf(model({ counts, budget: [costLine('waste', { '2017/18': '40.00', '2017/18 Q4': '0.01' })] })))]

const named = (quarter: string, partner: string): Leaf => leaves.find(leaf => quarterName(leaf.quarter) === quarter && leaf.partner === partner)!

describe('a leaf', () => {
  test('is there for every partner in every quarter, nil or not', () => {
    expect(leaves.map(({ quarter, partner, amount }) => [quarterName(quarter), partner, amount])).toEqual([
      ['2017/18 Q1', 'A', 667n], ['2017/18 Q1', 'B', 333n], ['2017/18 Q2', 'A', 666n], ['2017/18 Q2', 'B', 334n],
      ['2017/18 Q3', 'A', 667n], ['2017/18 Q3', 'B', 333n], ['2017/18 Q4', 'A', 1n], ['2017/18 Q4', 'B', 0n],
    ])
  })

  test('knows what it is a part of, by which weights, and the cell that the figure was read from', () => {
    const { line, whole, weights, place, origin } = named('2017/18 Q1', 'B')
    expect([line.id, whole, weights.whole[place], cellsBehind(weights.each[place]!), cellsOf(origin)]).toEqual(['waste', 1000n, 1n, [at(1)], [at(1)]])
    expect(cellsOf(named('2017/18 Q4', 'B').origin)).toEqual([at(2)])
    expect(named('2017/18 Q4', 'B').whole).toBe(1n)
  })
})

describe('its trace', () => {
  test('£10.00 by 2 users of 3 is a share of 2/3, exactly 666.67 pence, and rounding added a third of a penny', () => {
    expect(traceOf(named('2017/18 Q1', 'A'))).toEqual({ share: ratio(2n, 3n), exact: ratio(2000n, 3n), rounding: ratio(1n, 3n) })
    expect(decimal(traceOf(named('2017/18 Q1', 'A')).exact, 2)).toBe('666.67')
  })

  test('by the second quarter 1,333.33 is 1,333, of which 667 went before: rounding took two thirds of a penny', () => {
    expect(traceOf(named('2017/18 Q2', 'A')).rounding).toEqual(ratio(-2n, 3n))
  })

  test('share of the whole and rounding are the amount; shares sum to 1; rounding is less than two pence, and less than one for a run so far', () => {
    forAll([models], of => {
      const all = [...leavesOf(planOf(of))]
      for (const ofLine of runsOf(all)) {
        let soFar = zero
        for (const leaf of ofLine) {
          const { share, exact, rounding } = traceOf(leaf)
          soFar = add(soFar, rounding)
          holds(exact.numerator * rounding.denominator + rounding.numerator * exact.denominator === leaf.amount * exact.denominator * rounding.denominator, 'not the amount')
          holds(exact.numerator * share.denominator === leaf.whole * share.numerator * exact.denominator, 'not the share of the whole')
          holds(small(rounding, 2n) && small(soFar, 1n), `a rounding of ${rounding.numerator}/${rounding.denominator}`)
        }
      }
      for (let from = 0; from < all.length; from += 4 * of.partners.length) {
        const shares = total(all.slice(from, from + of.partners.length).map(leaf => traceOf(leaf).share))
        holds(equal(shares, one) || all[from]!.weights.flaw !== undefined, 'shares that are no whole')
      }
    })
  })
})

const small = (of: typeof zero, than: bigint): boolean => isLess(of, ratio(than)) && isLess(ratio(-than), of)

/** The leaves of each partner, line, year and set of weights, in order. */
function runsOf(all: readonly Leaf[]): Leaf[][] {
  const runs: Leaf[][] = []
  const last = new Map<string, Leaf[]>()
  for (const leaf of all) {
    const key = `${leaf.line.id} ${Math.floor(leaf.quarter / 4)} ${leaf.partner}`
    const run = last.get(key)
    if (run && String(run[0]!.weights.whole) === String(leaf.weights.whole)) run.push(leaf)
    else {
      last.set(key, [leaf])
      runs.push(last.get(key)!)
    }
  }
  return runs
}

test('what is left of a penny is not lost: 1p by 2 and 1 is 1p and nothing, two thirds and a third', () => {
  const [a, b] = ['A', 'B'].map(partner => traceOf(named('2017/18 Q4', partner)))
  expect(add(a!.exact, b!.exact)).toEqual(one)
  expect(subtract(ratio(1n), a!.share)).toEqual(b!.share)
})
