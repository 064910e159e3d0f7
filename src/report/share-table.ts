/** The counts that lines go by in a quarter, and the shares they come to. */
import { type ChargedLine, isAnything, type KnownQuarter, partOf } from '../domain/charged.ts'
import type { PartnerId } from '../domain/model.ts'
import type { Quarter } from '../domain/period.ts'
import { decimal, divide, equal, isZero, multiply, one, type Ratio, ratio, total, zero } from '../domain/ratio.ts'
import { groupBy } from '../domain/group.ts'
import { type Cell, none, type Row, type Table, text } from './table.ts'
import { showParts } from './shown.ts'
import type { Stated } from './stated.ts'
import type { Unit } from './unit.ts'

/** A row of counts and one of shares a driver, of the lines that are charged; lines that one partner bears have neither. */
export function shareTable({ quarter, lines }: Stated, partners: readonly PartnerId[], unit: Unit): Table[] {
  const charged = lines.filter(line => !isBorneAlone(line, quarter) && partners.some(partner => isAnything(partOf(partner, [line]))))
  const drivers = [...groupBy(charged, ({ driver }) => driver)].flatMap(([driver, of]) => {
    const weights = of.map(line => weightsIn(line, quarter)).find(each => each !== undefined)
    return weights && !isZero(total(weights.values())) ? [{ driver, weights, of }] : []
  })
  if (drivers.length === 0) return []
  return [{
    kind: 'table', title: 'Counts and shares', unit,
    columns: [{ title: '', kind: 'label' }, ...partners.map(title => ({ title, kind: 'figure' }) as const), { title: 'all', kind: 'figure' }],
    rows: drivers.flatMap(({ driver, weights }) => driverRows(driver, weights, partners)),
    notes: drivers.map(({ driver, of }) => `By ${driver}: ${of.map(({ line }: ChargedLine) => line).join(', ')}.`),
  }]
}

const weightsIn = ({ known }: ChargedLine, quarter: Quarter): KnownQuarter['weights'] | undefined => known.find(of => of.quarter === quarter)?.weights

/** One partner weighs one, and nobody else anything: there is nothing to share. */
export function isBorneAlone(line: ChargedLine, quarter: Quarter): boolean {
  const weights = [...(weightsIn(line, quarter)?.values() ?? [])].filter(weight => !isZero(weight))
  return weights.length === 1 && equal(weights[0]!, one)
}

function driverRows(driver: string, weights: ReadonlyMap<PartnerId, Ratio>, partners: readonly PartnerId[]): Row[] {
  const whole = total(weights.values())
  const thousandths = showParts([...weights.values()].map(weight => multiply(divide(weight, whole), ratio(1000n))), 1000n)
  const shares = new Map([...weights].map(([partner, weight], place): [PartnerId, Cell] =>
    [partner, { kind: 'percent', exact: divide(weight, whole), shown: thousandths[place]! }]))
  return [
    { kind: 'item', cells: [text(driver), ...partners.map(partner => text(countText(driver, weights.get(partner) ?? zero))), text(countText(driver, whole))] },
    { kind: 'detail', cells: [text('share'), ...partners.map(partner => shares.get(partner) ?? none), partners.length > 1 ? { kind: 'percent', exact: ratio(1n), shown: 1000n } : none] },
  ]
}

/** A baseline weighs in pence and reads in pounds; a count reads as it is, a blend to eight places. */
export function countText(driver: string, weight: Ratio): string {
  const isBaseline = driver === 'baseline' || driver.startsWith('baseline:')
  const shown = isBaseline ? decimal(divide(weight, ratio(100n)), 2) : weight.denominator === 1n ? `${weight.numerator}` : decimal(weight, 8).replace(/0+$/, '')
  const [whole, fraction] = shown.split('.')
  return whole!.replaceAll(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
}
