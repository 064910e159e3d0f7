/** How each cost is apportioned: a sentence for every rule that is used, and a table of its lines with their split. */
import { type Driver, driverName } from '../../domain/drivers/driver.ts'
import { groupBy } from '../../domain/group.ts'
import type { DriverInForce } from '../../domain/methodology/counts-in-force.ts'
import type { Methodology } from '../../domain/methodology/methodology.ts'
import { departsFromItsRule, type SplitLine } from '../../domain/methodology/split-line.ts'
import type { Model } from '../../domain/model.ts'
import { sum } from '../../domain/money.ts'
import { quarterName, yearName } from '../../domain/period.ts'
import { divide, isZero, type Ratio, ratio, total } from '../../domain/ratio.ts'
import { ruleNamed, type RuleName } from '../../domain/rules/registry.ts'
import { inPence, none, type Prose, type Row, type Table, text } from '../table.ts'
import { units } from '../unit.ts'
import { coins, list, shareCells } from './words.ts'

/** @param title "2. How …", whose number the tables take up: 2.1, 2.2 */
export function lineParts(of: Methodology, number: number, title: string): (Prose | Table)[] {
  const byRule = [...groupBy(of.lines, ({ line }) => line.rule)]
  return [
    { kind: 'prose', title: `${number}. ${title}`, paragraphs: byRule.length === 0 ? [`Nothing is budgeted for ${yearName(of.year)}.`] : paragraphs(of, byRule) },
    ...byRule.map(([rule, lines], place) => ruleTable(of, lines, `${number}.${place + 1} Rule ${rule}`)),
  ]
}

function paragraphs({ model, lines, drivers }: Methodology, byRule: readonly (readonly [RuleName, readonly SplitLine[]])[]): string[] {
  const kinds = new Set(drivers.map(({ driver }) => driver.kind))
  const [, pence] = coins(model.currency)
  return [
    `A line of the budget is one cost. Its rule says how it is charged.${kinds.size > 0 ? ' Where partners share a line, its driver is what it is divided by: each bears it in proportion to its own figure under the driver.' : ''}`,
    ...byRule.map(([rule, of]) => ruleText(rule, of)),
    ...(kinds.has('baseline') ? [`A partner's baseline is what it would spend without the shared service: ${list(drivers.flatMap(({ driver }) => baselineText(driver)))}.`] : []),
    ...blendText(drivers, model),
    `The percentages are exact shares of what a line costs in the year, before rounding to ${pence}, shown so that they add up to 100%: two that are equal may show a tenth apart.`,
    ...(lines.some(({ stretches }) => stretches.length > 1) ? ['Where counts change within the year, the percentages are what each partner bears of the year as a whole.'] : []),
  ]
}

function baselineText(driver: Driver): string[] {
  if (driver.kind !== 'baseline') return []
  return [driver.category === undefined ? 'the driver baseline is the whole of it' : `the driver ${driverName(driver)} is its part in the category ${driver.category}`]
}

/** A blend may be of one driver alone. */
function blendText(drivers: readonly DriverInForce[], { blends }: Model): string[] {
  const several = drivers.filter(({ driver }) => driver.kind === 'blend' && blends.get(driver.name)!.length > 1).map(({ driver }) => driverName(driver))
  if (several.length === 0) return []
  return [`The ${several.length === 1 ? 'blend' : 'blends'} ${list(several)} ${several.length === 1 ? 'goes' : 'go'} by several drivers at once, each for a portion of the cost.`]
}

function ruleText(rule: RuleName, lines: readonly SplitLine[]): string {
  const others = lines.filter(({ line }) => departsFromItsRule(line)).map(({ line }) => `${line.id} (by ${driverName(line.driver)})`)
  const departing = others.length === 0 ? '' : ` ${others.length === 1 ? 'One line names' : 'These lines name'} another driver, and ${others.length === 1 ? 'goes' : 'go'} by that instead: ${list(others)}.`
  return `Rule ${rule}: a line of this rule is charged ${ruleNamed(rule)!.charged}.${departing}`
}

function ruleTable({ model, members }: Methodology, lines: readonly SplitLine[], title: string): Table {
  const places = members.flatMap(({ quarters }, place) => (quarters.length > 0 ? [place] : []))
  const shares = (of: readonly Ratio[] | undefined) => (of ? shareCells(places.map(place => of[place]!)) : places.map(() => none))
  const row = (kind: Row['kind'], label: string, line: Pick<SplitLine, 'cost' | 'shares'>): Row =>
    ({ kind, cells: [text(label), inPence(line.cost), ...shares(line.shares)] })
  return {
    kind: 'table', title, level: 3, unit: units.pence, notes: [],
    columns: [{ title: 'line', kind: 'label' }, ...['cost', ...places.map(place => model.partners[place]!.id)].map(name => ({ title: name, kind: 'figure' }) as const)],
    rows: [
      ...lines.flatMap(line => [
        row('item', line.line.id, line),
        { kind: 'detail' as const, cells: [text(remark(line)), none, ...places.map(() => none)] },
      ]),
      ...(lines.length > 1 ? [row('total', 'All of them', together(lines, model.partners.length))] : []),
    ],
  }
}

/** "Geographic information system; by users:gis; counts change in 2019/20 Q3". */
function remark({ line: { description, driver }, stretches }: SplitLine): string {
  return [
    ...(description === undefined ? [] : [description]),
    driver.kind === 'direct' ? `borne by ${driverName(driver)}` : `by ${driverName(driver)}`,
    ...(stretches.length > 1 ? [`counts change in ${list(stretches.slice(1).map(quarterName))}`] : []),
  ].join('; ')
}

function together(lines: readonly SplitLine[], partners: number): Pick<SplitLine, 'cost' | 'shares'> {
  const cost = sum(lines.map(line => line.cost))
  const exact = Array.from({ length: partners }, (_, place) => total(lines.map(line => line.exact[place]!)))
  return { cost, ...(!isZero(ratio(cost)) && { shares: exact.map(of => divide(of, ratio(cost))) }) }
}
