/**
 * Arbitrary sound models: two to five partners, some in for a part of the time, and lines of every rule, with counts that
 * change, negative amounts, overridden quarters and profiles. One partner is in throughout and weighs something by every
 * driver, so nothing is without weights; every other may weigh nothing.
 */
import fc from 'fast-check'
import type { Driver } from '../src/domain/drivers/driver.ts'
import { type BaselineLine, type CostLine, equalInstalments, type Model, type Partner, type Profile, takesPart } from '../src/domain/model.ts'
import { type Money, pence } from '../src/domain/money.ts'
import { type Period, type Quarter, quarter, quartersOf, year, yearsFrom } from '../src/domain/period.ts'
import { ratio, type Ratio } from '../src/domain/ratio.ts'
import { type RuleName, ruleNames } from '../src/domain/rules/registry.ts'
import { type Datum, stated } from '../src/domain/stated.ts'
import { alone, at, blend, counted, datum, everyYear, percent } from './models.ts'
import { amounts } from './properties.ts'

const first = year(2017)

/** Of the first year, of the second, and of one quarter: most are left out now and then. */
const written = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<[Period, Datum<T>][]> =>
  fc.tuple(fc.option(value, { freq: 6 }), fc.option(value, { freq: 2 }), fc.option(value, { freq: 2 }), fc.nat(11)).map(([one, two, odd, place]) => [
    ...(one === null ? [] : [[{ kind: 'year', year: first }, datum(one, at(1))] as [Period, Datum<T>]]),
    ...(two === null ? [] : [[{ kind: 'year', year: year(2018) }, datum(two, at(2))] as [Period, Datum<T>]]),
    ...(odd === null ? [] : [[{ kind: 'quarter', quarter: quarter(first, place) }, datum(odd, at(3))] as [Period, Datum<T>]]),
  ])

const count: fc.Arbitrary<Ratio> = fc.tuple(fc.nat(30), fc.constantFrom(1n, 1n, 1n, 4n)).map(([of, parts]) => ratio(BigInt(of), parts))
const small = fc.integer({ min: -400, max: 400 }).map(of => pence(BigInt(of)))
const money: fc.Arbitrary<Money> = fc.oneof({ weight: 3, arbitrary: small }, { weight: 1, arbitrary: amounts })
const spent = fc.nat(99_999).map(of => pence(BigInt(of)))

const driverNames = ['users:one', 'expected:two', 'calls'] as const
const categories = ['staff', 'other', 'network'] as const
const baselines = ['staff', 'other'] as const

const someone = fc.record({
  joins: fc.option(fc.nat(11), { freq: 2, nil: undefined }),
  stays: fc.option(fc.nat(7), { freq: 2, nil: undefined }),
  counts: fc.tuple(written(count), written(count), written(count)),
  baseline: fc.tuple(written(spent), written(spent)),
})

const profile: fc.Arbitrary<Profile> = fc.constantFrom<Profile>(equalInstalments, equalInstalments, [1n, 0n, 0n, 0n], [4n, 3n, 2n, 1n], [0n, 1n, 0n, 2n])

const someLine = fc.record({
  rule: fc.constantFrom(...ruleNames), driver: fc.nat(9), category: fc.nat(2),
  of: written(money), indexed: fc.boolean(), profile, before: fc.nat(9),
})

const mostlyFew = <T>(one: fc.Arbitrary<T>, minLength: number, few: number, many: number): fc.Arbitrary<T[]> => fc.oneof(
  { weight: 3, arbitrary: fc.array(one, { minLength, maxLength: few }) }, { weight: 1, arbitrary: fc.array(one, { minLength: few + 1, maxLength: many }) })

const drawn = fc.record({
  years: fc.constantFrom(1, 1, 2, 2, 3), anchor: fc.nat(4), rate: fc.integer({ min: -10, max: 20 }), portion: fc.integer({ min: 1, max: 99 }),
  people: mostlyFew(someone, 2, 3, 5), lines: mostlyFew(someLine, 1, 3, 6),
})

type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never

export const models: fc.Arbitrary<Model> = drawn.map(build)

function build({ years: length, anchor, rate, portion, people, lines }: Drawn): Model {
  const ids = people.map((_, place) => String.fromCodePoint(65 + place))
  const always = ids[anchor % ids.length]!
  const partners = people.map(({ joins, stays }, place): Partner => ({
    id: ids[place]!, name: `Council ${ids[place]!}`,
    ...(ids[place] !== always && joins !== undefined && { joins: quarter(first, joins) }),
    ...(ids[place] !== always && stays !== undefined && { leaves: quarter(first, (joins ?? 0) + stays) }),
  }))
  return {
    name: 'Random', currency: 'GBP', yearStarts: 4, host: always, partners, years: yearsFrom(first, year(first + length - 1)),
    indexation: new Map([['pay', everyYear(rate)]]),
    counts: new Map(driverNames.map((name, which) => [name, new Map(people.map(({ counts }, place) =>
      [ids[place]!, stated(ids[place] === always ? positive(counts[which]!, ratio(1n), ratio(1n, 4n)) : counts[which]!)]))])),
    blends: new Map([
      ['mix', [{ driver: counted('users:one'), portion: percent(portion) }, { driver: counted('calls'), portion: percent(100 - portion) }]],
      ['nested', [{ driver: blend('mix'), portion: percent(35) }, { driver: { kind: 'baseline', category: 'staff' }, portion: percent(65) }]],
    ]),
    baseline: people.flatMap(({ baseline }, place) => baselines.map((category, which): BaselineLine => ({
      id: `before-${category}`, category, partner: ids[place]!, index: 'pay', profile: equalInstalments, at: at(1),
      amounts: stated(ids[place] === always ? positive(baseline[which]!, pence(1000n), pence(100n)) : baseline[which]!),
    }))),
    budget: lines.map((line, place) => costLine(line, `line-${place}`, partners)),
  }
}

/** Something in the first year, and never nothing. */
const positive = <T>(values: readonly [Period, Datum<T>][], one: T, least: T): [Period, Datum<T>][] =>
  [[{ kind: 'year', year: first }, datum(one, at(1))], ...values.map(([period, of]): [Period, Datum<T>] => [period, isNothing(of.value) ? datum(least, of.at) : of])]

const isNothing = (of: unknown): boolean => of === 0n || (typeof of === 'object' && of !== null && 'numerator' in of && of.numerator === 0n)

function costLine({ rule, driver, category: which, of, indexed, profile: by, before }: Drawn['lines'][number], id: string, partners: readonly Partner[]): CostLine {
  const partner = partners[driver % partners.length]!
  const category = categories[which]!
  const goesBy = driverOf(rule, driver, baselines[which % 2]!, partner)
  // What one partner bears alone costs nothing while it takes no part.
  const absent = goesBy.kind === 'direct' ? yearsFrom(first, year(2019)).flatMap(each => quartersOf(each)).filter(each => !takesPart(partner, each)) : []
  const nothing = absent.map((each): [Period, Datum<Money>] => [{ kind: 'quarter', quarter: each as Quarter }, datum(pence(0n))])
  const earlier: [Period, Datum<Money>][] = before === 0 ? [[{ kind: 'year', year: year(2016) }, datum(pence(12_345n))]] : []
  return { id, category, rule, driver: goesBy, profile: by, at: at(1), amounts: stated([...earlier, ...of, ...nothing]), ...(indexed && { index: 'pay' }) }
}

function driverOf(rule: RuleName, choice: number, category: string, { id }: Partner): Driver {
  const any: Driver[] = [counted(driverNames[choice % 3]!), blend('mix'), blend('nested')]
  switch (rule) {
    case 'legacy':
      return alone(id)
    case 'project':
      return choice < 3 ? alone(id) : counted('expected:two')
    case 'pooled':
      return choice < 5 ? { kind: 'baseline' } : { kind: 'baseline', category }
    case 'staff':
      return choice < 6 ? { kind: 'baseline', category } : any[choice % 3]!
    case 'shared':
      return any[choice % 3]!
  }
}
