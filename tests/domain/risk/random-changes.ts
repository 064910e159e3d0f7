/** Arbitrary changes to random models, each figure with a range, and what the figures of a run come to. */
import fc from 'fast-check'
import type { Quarter } from '../../../src/domain/period.ts'
import { quarter, year } from '../../../src/domain/period.ts'
import { ratio, type Ratio } from '../../../src/domain/ratio.ts'
import { cameTo, canVary, varyingOf } from '../../../src/domain/risk/varying.ts'
import type { Adjustment, Change } from '../../../src/domain/scenario/change.ts'
import { fixed, type Varying } from '../../../src/domain/scenario/range.ts'
import type { Span, Target } from '../../../src/domain/scenario/target.ts'
import { at, baselineLine, costLine, counted } from '../../models.ts'

const first = year(2017)

const span: fc.Arbitrary<Span | undefined> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: fc.nat(2).map((place): Span => [{ first: quarter(year(first + place), 0), last: quarter(year(first + place), 3) }]) },
  { weight: 1, arbitrary: fc.tuple(fc.nat(11), fc.nat(11)).map(([a, b]): Span => [{ first: quarter(first, Math.min(a, b)), last: quarter(first, Math.max(a, b)) }]) },
)

/** Between two numbers, in millionths as a simulation draws them, or in hundredths. */
const between = (low: number, high: number): fc.Arbitrary<Ratio> => fc.oneof(
  fc.integer({ min: low * 100, max: high * 100 }).map(of => ratio(BigInt(of), 100n)),
  fc.integer({ min: low * 1_000_000, max: high * 1_000_000 }).map(of => ratio(BigInt(of), 1_000_000n)),
)

/** A figure with a range mostly; what the range is does not matter to what a run comes to. */
const varying = (value: fc.Arbitrary<Ratio>): fc.Arbitrary<Varying> =>
  fc.tuple(value, fc.integer({ min: 0, max: 3 })).map(([central, some]) => (some === 0 ? fixed(central) : { central, range: { kind: 'uniform', low: central, high: central } }))

const adjustment = (set: fc.Arbitrary<Ratio>): fc.Arbitrary<Adjustment> => fc.oneof(
  varying(between(-1, 3)).map((by): Adjustment => ({ how: 'scale', by })), varying(set).map((by): Adjustment => ({ how: 'set', by })), varying(set).map((by): Adjustment => ({ how: 'add', by })))

const target: fc.Arbitrary<Target> = fc.tuple(fc.constantFrom<Target>({}, { line: 'line-*' }, { line: 'line-0' }, { line: 'line-1' }, { category: 'staff' }, { rule: 'shared' }, { rule: 'staff' }), span)
  .map(([of, over]) => ({ ...of, ...(over && { span: over }) }))

const pick = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined })

const rates: fc.Arbitrary<Change> = fc.tuple(span, adjustment(between(-1, 1)))
  .map(([over, how]) => ({ kind: 'rates', at: at(1), index: 'pay', adjustment: how, ...(over && { span: over }) }))

const counts: fc.Arbitrary<Change> = fc.tuple(fc.constantFrom('*', 'users:*', 'users:one', 'calls'), pick(fc.constantFrom('A', 'B')), span, adjustment(between(0, 40)))
  .map(([driver, partner, over, how]) => ({ kind: 'counts', at: at(2), driver, adjustment: how, ...(partner && { partner }), ...(over && { span: over }) }))

const amounts: fc.Arbitrary<Change> = fc.tuple(target, adjustment(between(-5_000, 90_000)))
  .map(([of, how]) => ({ kind: 'amounts', at: at(3), of: 'budget', target: of, adjustment: how }))

const baseline: fc.Arbitrary<Change> = fc.tuple(fc.constantFrom<Target>({}, { line: 'before-staff' }, { category: 'other' }, { partner: 'B' }), span, adjustment(between(0, 90_000)))
  .map(([of, over, how]) => ({ kind: 'amounts', at: at(4), of: 'baseline', target: { ...of, ...(over && { span: over }) }, adjustment: how }))

const plain: fc.Arbitrary<Change> = fc.constantFrom<Change>(
  { kind: 'line', at: at(5), line: costLine('new', { '2017/18': '123.45' }, { driver: counted('calls'), index: 'pay' }) },
  { kind: 'move', at: at(5), target: { line: 'line-0' }, to: { rule: 'pooled', driver: { kind: 'baseline' } } },
  { kind: 'join', at: at(5), partner: { id: 'N', name: 'New', joins: quarter(first, 2) }, counts: [{ driver: 'calls', count: ratio(7n) }], baseline: [baselineLine('N', { '2017/18': '50.00' }, { id: 'before-staff', index: 'pay' })] },
)

const others: fc.Arbitrary<Change> = fc.constantFrom<Change>(
  { kind: 'delay', at: at(6), target: { line: 'line-0' }, quarters: 2 },
  { kind: 'move', at: at(6), target: { line: 'line-0' }, to: { rule: 'pooled', driver: { kind: 'baseline' } }, from: quarter(first, 2) as Quarter },
  { kind: 'leave', at: at(6), partner: 'B', last: quarter(first, 2), costs: { by: 'others' }, ownLines: 'stay' },
  { kind: 'start', at: at(6), share: { central: ratio(9n, 10n), range: { kind: 'uniform', low: ratio(8n, 10n), high: ratio(1n) } } },
)

/** Changes, and a second set that differs from the first in what varies alone. */
export const changesAndRun: fc.Arbitrary<{ changes: Change[]; run: Change[] }> = fc
  .array(fc.tuple(fc.oneof({ weight: 4, arbitrary: rates }, { weight: 4, arbitrary: counts }, { weight: 5, arbitrary: amounts }, { weight: 2, arbitrary: baseline }, { weight: 1, arbitrary: plain }, { weight: 1, arbitrary: others }),
    between(-1, 3), fc.boolean()), { minLength: 1, maxLength: 5 })
  .map(all => ({ changes: all.map(([change]) => change), run: all.map(([change, by, differs]) => (differs ? come(change, by) : change)) }))

/** A value of the same order as the central one. */
function come(change: Change, times: Ratio): Change {
  if (!canVary(change) || varyingOf(change).range === undefined) return change
  const { central } = varyingOf(change)
  const by = fixed(change.kind === 'counts' || change.kind === 'start' ? scaled(central, times.numerator < 0n ? ratio(0n) : times) : scaled(central, times))
  return cameTo(change, by)
}

const scaled = (a: Ratio, b: Ratio): Ratio => ratio(a.numerator * b.numerator, a.denominator * b.denominator)
