/** The counts that costs of the year go by: of what date they are, where they were read, and the shares they give. */
import { driverName } from '../../domain/drivers/driver.ts'
import type { Source, Weight } from '../../domain/drivers/weights.ts'
import { cellsOf, type Origin } from '../../domain/index-linking.ts'
import type { DriverInForce, PartnerInForce, Stretch } from '../../domain/method/counts-in-force.ts'
import type { Methodology } from '../../domain/method/methodology.ts'
import type { Model } from '../../domain/model.ts'
import { periodName, yearName, yearOf } from '../../domain/period.ts'
import { ratio, total } from '../../domain/ratio.ts'
import type { At } from '../../domain/stated.ts'
import { countText } from '../share-table.ts'
import { type Cell, none, type Prose, type Row, type Table, text } from '../table.ts'
import { unitLabel, units } from '../unit.ts'
import { list, percentText, placeText, quartersText, shareCells } from './words.ts'

export function countPart({ model, members, drivers }: Methodology, title: string): Prose | Table {
  if (drivers.length === 0) return { kind: 'prose', title, paragraphs: ['No cost of the year goes by a count.'] }
  const kinds = new Set(drivers.map(({ driver }) => driver.kind))
  return {
    kind: 'table', title, unit: units.pence,
    columns: [{ title: 'driver', kind: 'label' }, ...['count', 'share', 'period', 'read from'].map(name => ({ title: name, kind: 'figure' }) as const)],
    rows: drivers.flatMap(driver => driver.stretches.flatMap(stretch => stretchRows(driver, stretch, model))),
    notes: [
      ...(kinds.has('counted') ? ['A count holds from its period on, until the next one.'] : []),
      ...(drivers.some(driver => hasBaselines(driver, of => of.length > 1)) ? ['A baseline of several lines is their sum; each is told below it.'] : []),
      ...(drivers.some(driver => hasBaselines(driver, of => of.some(({ amount }) => wasRaised(amount.origin)))) ? ['A baseline that an index raised was read from the cell that it was raised from.'] : []),
      ...(kinds.has('baseline') && members.some(({ quarters }) => quarters.length > 0 && quarters.length < 4) ? ["A partner that takes part in some quarters alone goes by its whole year's baseline in those."] : []),
      'What is read from a file is named with the line of the file and the character of the line that it begins at.',
    ],
  }
}

function stretchRows(driver: DriverInForce, { quarters, partners }: Stretch, model: Model): Row[] {
  const name = driverName(driver.driver)
  const shares = shareCells(partners.map(({ share }) => share))
  return [
    wordsRow('item', [titleOf(driver, model), ...(quarters.length < 4 ? [quartersText(quarters)] : [])].join(', ')),
    ...partners.flatMap((partner, place) => partnerRows(partner, name, driver, shares[place]!)),
    { kind: 'detail', cells: [text('all'), countCell(driver, name, { value: total(partners.map(({ weight }) => weight.value)), sources: [] }), { kind: 'percent', exact: ratio(1n), shown: 1000n }, none, none] },
  ]
}

function titleOf({ driver }: DriverInForce, { blends, currency }: Model): string {
  if (driver.kind === 'baseline') return `${driverName(driver)}, in ${unitLabel(units.pence, currency)}`
  if (driver.kind !== 'blend') return driverName(driver)
  return `${driverName(driver)}, ${list(blends.get(driver.name)!.map(part => `${percentText(part.portion)} by ${driverName(part.driver)}`))}`
}

/** A blend has shares alone. */
const countCell = ({ driver }: DriverInForce, name: string, { value }: Weight): Cell => (driver.kind === 'blend' ? none : text(countText(name, value)))

function partnerRows({ partner, takesPart, weight }: PartnerInForce, name: string, driver: DriverInForce, share: Cell): Row[] {
  if (!takesPart) return [wordsRow('detail', `${partner} takes no part`)]
  const own = (period: string, cells: readonly At[]): Row[] => placed([text(partner), countCell(driver, name, weight), share, text(period)], cells)
  if (driver.driver.kind === 'blend') return own('', [])
  const [first] = weight.sources
  if (first?.kind === 'count') return own(periodName(first.period), [first.at])
  const baselines = baselinesOf(weight)
  if (baselines.length === 0) return own('none', [])
  const year = yearName(yearOf(driver.stretches[0]!.quarters[0]!))
  if (baselines.length === 1) return own(year, cellsOf(baselines[0]!.amount.origin))
  return [...own(year, []), ...baselines.flatMap(({ line, amount: { total: amount, origin } }) =>
    placed([text(`from ${line.id}`), text(countText(name, ratio(amount))), none, none], cellsOf(origin)))]
}

/** A row with the cell that it was read from; a row of its own for each further cell. */
function placed(cells: readonly Cell[], [first, ...others]: readonly At[]): Row[] {
  return [
    { kind: 'detail', cells: [...cells, first ? text(placeText(first)) : none] },
    ...others.map((at): Row => ({ kind: 'detail', cells: [text(''), none, none, none, text(placeText(at))] })),
  ]
}

/** The lines that have an amount, or had one that was stated as nil. */
const baselinesOf = ({ sources }: Weight): BaselineSource[] => sources.flatMap(source => (source.kind === 'baseline' && source.amount.origin.kind !== 'blank' ? source : []))

type BaselineSource = Source & { readonly kind: 'baseline' }

const wordsRow = (kind: Row['kind'], words: string): Row => ({ kind, cells: [text(words), none, none, none, none] })

/** Whether any of its weights is a baseline of which this is so. */
const hasBaselines = ({ stretches }: DriverInForce, ofWhich: (baselines: readonly BaselineSource[]) => boolean): boolean =>
  stretches.some(({ partners }) => partners.some(({ weight }) => ofWhich(baselinesOf(weight))))

const wasRaised = (origin: Origin): boolean =>
  origin.kind === 'raised' || (origin.kind === 'quarters' && origin.of.some(quarter => wasRaised(quarter.origin)))
