/** What changed since the year before: in words who takes part and the rates, in tables the counts, the lines and the split. */
import { driverName } from '../../domain/drivers/driver.ts'
import { groupBy } from '../../domain/group.ts'
import type { Changes, CountChange, LineChange } from '../../domain/methodology/changes.ts'
import type { PartnerInForce } from '../../domain/methodology/counts-in-force.ts'
import type { Methodology } from '../../domain/methodology/methodology.ts'
import { less, type Money, nil, sum } from '../../domain/money.ts'
import { type Quarter, yearName } from '../../domain/period.ts'
import { isLess, isZero, ratio, size, subtract } from '../../domain/ratio.ts'
import { countText } from '../share-table.ts'
import { type Cell, inPence, none, type Prose, type Row, type Table, text } from '../table.ts'
import { units } from '../unit.ts'
import { list, percentText, quartersText, shareCells } from './words.ts'

export function changeParts(of: Methodology, number: number, title: string): (Prose | Table)[] {
  const { changes, year } = of
  if (changes === undefined) return [{ kind: 'prose', title: `${number}. ${title} the year before`, paragraphs: [`${yearName(year)} is the first year of the plan: there is none before it to compare with.`] }]
  const telling = changes.counts.filter(isTelling)
  const words = [...memberText(changes, year), ...driverText(changes, telling, year), ...rateText(changes, year)]
  const tables = [
    ...(telling.length === 0 ? [] : [countTable(telling, changes, year)]),
    ...(changes.lines.length === 0 ? [] : [lineTable(changes, year)]),
    ...(changes.partners.length === 0 ? [] : [partnerTable(changes, year)]),
  ]
  const unsaid = tables.length === 0 ? 'Nothing changed.' : 'What changed is in the tables that follow.'
  return [
    { kind: 'prose', title: `${number}. ${title} ${yearName(changes.before)}`, paragraphs: words.length === 0 ? [unsaid] : words },
    ...tables.map((table, place) => ({ ...table, title: `${number}.${place + 1} ${table.title}`, level: 3 as const })),
  ]
}

type Year = Methodology['year']

const memberText = ({ members, before }: Changes, year: Year): string[] => members.map(({ partner: { id }, before: then, now }) =>
  `${id} takes ${partText(now, year)}; it took ${partText(then, before)}.`)

const partText = (quarters: readonly Quarter[], year: Year): string => (quarters.length === 0 ? `no part in ${yearName(year)}` : `part in ${quarters.length === 4 ? 'the whole of ' : ''}${quartersText(quarters)}`)

function driverText({ newDrivers, goneDrivers, counts, before }: Changes, telling: readonly CountChange[], year: Year): string[] {
  const [then, now] = [yearName(before), yearName(year)]
  const untold = counts.filter(change => !telling.includes(change))
  const moved = untold.filter(movesShares)
  const unmoved = untold.filter(change => !movesShares(change))
  return [
    ...(newDrivers.length === 0 ? [] : [`Costs go by ${list(newDrivers.map(driverName))}; none did in ${then}.`]),
    ...(goneDrivers.length === 0 ? [] : [`No cost of ${now} goes by ${list(goneDrivers.map(driverName))}; in ${then} some did.`]),
    ...(moved.length === 0 ? [] : [`Shares by ${driversText(moved)} moved by less than 0.05 of a percentage point, too little to show.`]),
    ...(unmoved.length === 0 ? [] : [`The amounts of ${driversText(unmoved)} changed without moving a share.`]),
  ]
}

const movesShares = ({ partners }: CountChange): boolean => partners.some(({ before, now }) => !isZero(subtract(now.share, before.share)))

/** "baseline:staff and baseline:other (2026/27 Q1 to Q2)". */
const driversText = (changes: readonly CountChange[]): string => list([...groupBy(changes, ({ driver }) => driverName(driver))].map(([name, of]) => {
  const quarters = of.flatMap(change => change.quarters)
  return quarters.length === 4 ? name : `${name} (${quartersText(quarters)})`
}))

const rateText = ({ rates, before }: Changes, year: Year): string[] => rates.map(({ index, before: then, now }) =>
  `Index ${index} is ${now ? percentText(now) : 'not stated'} for ${yearName(year)}; ${then ? `it was ${percentText(then)}` : 'none was stated'} for ${yearName(before)}.`)

/** A count that changed is always told; baselines and blends where they moved a share far enough to show. */
const isTelling = ({ driver, partners }: CountChange): boolean => driver.kind === 'counted' || partners.some(({ before, now }) =>
  !isLess(size(subtract(now.share, before.share)), ratio(1n, 2000n)))

const figures = (titles: readonly string[]): Table['columns'] => [{ title: '', kind: 'label' }, ...titles.map(title => ({ title, kind: 'figure' }) as const)]

function countTable(counts: readonly CountChange[], { before }: Changes, year: Year): Table {
  return {
    kind: 'table', title: 'Drivers whose counts or shares changed', unit: units.pence, columns: figures(['count then', 'count now', 'share then', 'share now']),
    rows: counts.flatMap(({ driver, quarters, partners }): Row[] => {
      const name = driverName(driver)
      const [then, now] = [shareCells(partners.map(of => of.before.share)), shareCells(partners.map(of => of.now.share))]
      const count = ({ takesPart, weight }: PartnerInForce): Cell => (takesPart && driver.kind !== 'blend' ? text(countText(name, weight.value)) : none)
      return [
        { kind: 'item', cells: [text(`${name}, ${quartersText(quarters)}`), none, none, none, none] },
        ...partners.flatMap((of, place): Row[] => (of.before.takesPart || of.now.takesPart ? [{
          kind: 'detail',
          cells: [text(of.now.partner), count(of.before), count(of.now), of.before.takesPart ? then[place]! : none, of.now.takesPart ? now[place]! : none],
        }] : [])),
      ]
    }),
    notes: [`Then is the same quarters of ${yearName(before)}, now those of ${yearName(year)}; a blank is for a partner that takes no part.`],
  }
}

function lineTable({ lines, before }: Changes, year: Year): Table {
  const total = (of: 'before' | 'now'): Money => sum(lines.map(line => line[of]?.total ?? nil))
  return {
    kind: 'table', title: 'Lines whose cost changed', unit: units.pence, columns: figures([yearName(before), yearName(year), 'change', 'why']),
    rows: [
      ...lines.map((of): Row => {
        const [then, now, change] = moved(of.before?.total ?? nil, of.now?.total ?? nil)
        return { kind: 'item', cells: [text(of.line.id), of.before ? then : none, of.now ? now : none, change, text(reason(of))] }
      }),
      { kind: 'total', cells: [text('All of these'), ...moved(total('before'), total('now')), none] },
    ],
    notes: [],
  }
}

const moved = (then: Money, now: Money): [Cell, Cell, Cell] => [inPence(then), inPence(now), inPence(less(now, then))]

/** Why a line's cost is another: "new", "ended", "pay 2%". */
export function reason({ line, before, now }: LineChange): string {
  if (now === undefined) return 'ended'
  if (before === undefined) return 'new'
  switch (now.origin.kind) {
    case 'raised':
      return `${line.index} ${percentText(now.origin.rate.value)}`
    case 'quarters':
      return 'by quarter'
    default:
      return 'stated'
  }
}

function partnerTable({ partners, before }: Changes, year: Year): Table {
  const taking = partners.filter(({ before: then, now }) => then.cost !== 0n || now.cost !== 0n)
  const shares = (of: 'before' | 'now'): Cell[] => (taking.every(each => each[of].share) ? shareCells(taking.map(each => each[of].share!)) : taking.map(() => none))
  const [then, now] = [shares('before'), shares('now')]
  return {
    kind: 'table', title: "Each partner's part of the whole", unit: units.pence,
    columns: figures([yearName(before), yearName(year), 'change', 'share then', 'share now']),
    rows: [
      ...taking.map((of, place): Row => ({ kind: 'item', cells: [text(of.partner), ...moved(of.before.cost, of.now.cost), then[place]!, now[place]!] })),
      { kind: 'total', cells: [text('All'), ...moved(sum(taking.map(of => of.before.cost)), sum(taking.map(of => of.now.cost))), none, none] },
    ],
    notes: [],
  }
}
