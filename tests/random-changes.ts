/** Arbitrary changes to arbitrary models: of every kind, mostly to something that the model has. */
import fc from 'fast-check'
import type { Driver } from '../src/domain/drivers/driver.ts'
import { equalInstalments, type Model } from '../src/domain/model.ts'
import { pence } from '../src/domain/money.ts'
import { type Quarter, quarter } from '../src/domain/period.ts'
import { ratio } from '../src/domain/ratio.ts'
import { ruleNames } from '../src/domain/rules/registry.ts'
import type { Adjustment, Change, CostsLeft } from '../src/domain/scenario/change.ts'
import { fixed } from '../src/domain/scenario/range.ts'
import type { Span, Target } from '../src/domain/scenario/target.ts'
import { stated } from '../src/domain/stated.ts'
import { alone, at, baselineLine, blend, counted, datum } from './models.ts'
import { models } from './random-models.ts'

const kinds = ['amounts', 'baseline', 'counts', 'rates', 'move', 'delay', 'line', 'join', 'leave', 'start'] as const

const drawn = fc.record({
  kind: fc.constantFrom(...kinds), how: fc.constantFrom('set', 'add', 'scale'), figure: fc.integer({ min: -400, max: 400 }), percent: fc.nat(300),
  first: fc.nat(11), length: fc.nat(11), span: fc.constantFrom('all', 'years', 'quarters'), one: fc.nat(20), other: fc.nat(20), costs: fc.nat(2), goes: fc.boolean(), late: fc.integer({ min: 1, max: 6 }),
})

type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never

/** A model and changes to it. */
export const changedModels: fc.Arbitrary<[Model, Change[]]> = fc.tuple(models, fc.array(drawn, { maxLength: 4 }))
  .map(([model, changes]) => [model, changes.map((each, place) => changeTo(model, each, `N${place}`))])

/** A model and a departure from it. */
export const departures: fc.Arbitrary<[Model, Change & { readonly kind: 'leave' }]> = fc.tuple(models, drawn)
  .map(([model, each]) => [model, changeTo(model, { ...each, kind: 'leave', goes: false }, 'N') as Change & { readonly kind: 'leave' }])

/** A model and a partner that joins it. */
export const arrivals: fc.Arbitrary<[Model, Change & { readonly kind: 'join' }]> = fc.tuple(models, drawn)
  .map(([model, each]) => [model, changeTo(model, { ...each, kind: 'join' }, 'N') as Change & { readonly kind: 'join' }])

function changeTo(model: Model, of: Drawn, name: string): Change {
  const pick = <T>(things: readonly T[], place: number): T => things[place % things.length]!
  const from = quarter(model.years[0]!, of.first)
  const span = spanOf(of, from)
  const adjustment = adjustmentOf(of)
  const target: Target = { ...pick<Target>([{}, { line: 'line-*' }, { line: `line-${of.other % 3}` }, { category: 'staff' }, { rule: pick(ruleNames, of.other) }, { system: 'one' }], of.one), ...(span && { span }) }
  const driver = pick<Driver>([counted('users:one'), counted('calls'), blend('mix'), { kind: 'baseline' }, alone(model.host)], of.other)
  switch (of.kind) {
    case 'amounts':
      return { kind: 'amounts', at: at(1), of: 'budget', target, adjustment }
    case 'baseline':
      return { kind: 'amounts', at: at(1), of: 'baseline', target: { ...(of.other % 2 === 0 && { category: 'other' }), ...(span && { span }) }, adjustment }
    case 'counts':
      return { kind: 'counts', at: at(1), driver: pick(['users:*', 'expected:two', 'calls', '*'], of.one), ...(of.goes && { partner: pick(model.partners, of.other).id }), ...(span && { span }), adjustment: { ...adjustment, by: fixed(ratio(BigInt(Math.abs(of.figure) + 1), 40n)) } }
    case 'rates':
      return { kind: 'rates', at: at(1), index: 'pay', ...(span && { span }), adjustment: { ...adjustment, by: fixed(ratio(BigInt(of.figure), 10_000n)) } }
    case 'move':
      return { kind: 'move', at: at(1), target: { line: `line-${of.one % 4}` }, to: { rule: 'shared', driver }, ...(of.goes && { from }) }
    case 'delay':
      return { kind: 'delay', at: at(1), target, quarters: of.late }
    case 'line':
      return { kind: 'line', at: at(1), line: { id: `new-${name}`, category: 'other', rule: 'shared', driver, profile: equalInstalments, amounts: stated([[{ kind: 'quarter', quarter: from }, datum(pence(BigInt(of.figure)))]]), at: at(1) } }
    case 'join':
      return {
        kind: 'join', at: at(1), partner: { id: name, name, joins: from },
        counts: [...model.counts.keys()].map(key => ({ driver: key, count: ratio(BigInt(of.percent + 1), 3n) })),
        baseline: [baselineLine(name, { '2017/18': '100.00', '2018/19': '90.00', '2019/20': '80.01' }, { id: `${name}-staff` })],
      }
    case 'leave':
      return { kind: 'leave', at: at(1), partner: pick(model.partners, of.one).id, last: from, costs: pick<CostsLeft>([{ by: 'others' }, { by: 'host' }, { by: 'leaver', quarters: of.late }], of.costs), ownLines: of.goes ? 'go' : 'stay' }
    case 'start':
      return { kind: 'start', at: at(1), share: fixed(ratio(BigInt(of.percent), 100n)), ...(of.goes && { category: 'staff' }) }
  }
}

function spanOf({ span, length }: Drawn, from: Quarter): Span | undefined {
  if (span === 'all') return undefined
  const [start, end] = span === 'years' ? [from - (from % 4), from - (from % 4) + 3] : [from, from + length]
  return [{ first: start as Quarter, last: end as Quarter, ...(span === 'quarters' && { quarterly: true as const }) }]
}

const adjustmentOf = ({ how, figure, percent }: Drawn): Adjustment => ({ how, by: fixed(how === 'scale' ? ratio(BigInt(percent), 100n) : ratio(BigInt(figure))) })
