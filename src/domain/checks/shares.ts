/**
 * Shares: those of every driver sum to 1 and none is below nil; agreed shares, counted as percentages or as parts of 1,
 * come to 100 or to 1: 44.8, 31.4 and 23.7 come to 99.9, so every partner would bear a little more than agreed.
 */
import { driverName } from '../drivers/driver.ts'
import { cellsBehind, shareOf, type Weights } from '../drivers/weights.ts'
import type { Quarter } from '../period.ts'
import { equal, isLess, isNegative, multiply, one, type Ratio, ratio, size, subtract, total } from '../ratio.ts'
import type { Check } from './check.ts'
import type { Context, Planned } from './context.ts'
import { notice, type Notice } from './notice.ts'
import { firstPlace } from './places.ts'
import { quartersIn, stretches } from './stretch.ts'
import { systemNamed } from './systems.ts'

export const shares = {
  name: 'shares',
  asks: 'Do shares come to 1, agreed ones to the whole?',
  severity: 'error',
  claims: ({ diagnostic }) => diagnostic.code === 'negative-weight',
  needs: 'plan',
  examine: context => {
    const borne = weightsThatBear(context)
    const agreed = agreedShares(context)
    return { compared: borne.length + agreed.compared, notices: [...borne.flatMap(notWhole), ...agreed.notices] }
  },
} as const satisfies Check

interface Bearing {
  readonly weights: Weights
  readonly first: Quarter
  readonly last: Quarter
}

/** Every set of weights that some cost goes by, once. */
function weightsThatBear({ plan }: Planned): Bearing[] {
  const found = new Map<Weights, Bearing>()
  for (const { weights, quarters } of plan.costs.flatMap(({ runs }) => runs)) {
    if (found.has(weights) || quarters.every(({ amount }) => amount === 0n)) continue
    found.set(weights, { weights, first: quarters[0]!.quarter, last: quarters.at(-1)!.quarter })
  }
  return [...found.values()]
}

function notWhole({ weights, first, last }: Bearing): Notice[] {
  const each = weights.each.map((_, place) => shareOf(weights, place))
  const whole = total(each)
  return equal(whole, one) && !each.some(isNegative) ? [] : [notice('shares-not-whole', undefined, { driver: driverName(weights.driver), total: whole, first, last })]
}

interface Agreed {
  readonly quarter: Quarter
  readonly weights: Weights
  readonly total: Ratio
  readonly whole: Ratio
}

/** Drivers of drivers.csv that look as if they were shares. */
function agreedShares({ model, weighCount }: Context): { compared: number; notices: Notice[] } {
  const names = [...model.counts.keys()].filter(name => systemNamed(name) === undefined)
  const quarters = quartersIn(model)
  const notices = names.flatMap(name => {
    const near = quarters.flatMap((quarter): Agreed[] => {
      const weights = weighCount({ kind: 'counted', name }, quarter)
      const whole = looksLikeShares(name, weights) ? wholeNear(total(weights.each.map(({ value }) => value))) : undefined
      return whole ? [{ quarter, weights, ...whole }] : []
    })
    return stretches(near, ({ quarter }) => quarter, (a, b) => equal(a.total, b.total)).map(stretch => {
      const { weights, total: sum, whole } = stretch[0]!
      return notice('portions-near-whole', firstPlace(weights.each.flatMap(cellsBehind)), { driver: name, total: sum, whole, first: stretch[0]!.quarter, last: stretch.at(-1)!.quarter })
    })
  })
  return { compared: names.length, notices }
}

const looksLikeShares = (name: string, { each }: Weights): boolean =>
  /share|percent|portion|%/i.test(name) || each.some(({ value }) => value.denominator !== 1n)

/** 100 or 1, where the total misses it by no more than a hundredth. */
function wholeNear(sum: Ratio): { total: Ratio; whole: Ratio } | undefined {
  const whole = [ratio(100n), one].find(of => {
    const difference = subtract(sum, of)
    const off = size(difference)
    return !isLess(multiply(of, ratio(1n, 100n)), off)
  })
  return whole && !equal(sum, whole) ? { total: sum, whole } : undefined
}
