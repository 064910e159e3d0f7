/** The counts that lines go by in a quarter, and the shares they come to. */
import type { PartnerId } from '../domain/model.ts'
import { decimal, divide, isZero, type Ratio, ratio, total } from '../domain/ratio.ts'
import { type Cell, none, type Row, type Table, text } from './table.ts'
import { showPercent } from './shown.ts'
import type { Stated } from './statement.ts'
import type { Unit } from './unit.ts'

/** A row of counts and one of shares a driver; lines that one partner bears alone have neither. */
export function shareTable({ quarter, lines }: Stated, partners: readonly PartnerId[], unit: Unit): Table[] {
  const drivers = new Map<string, ReadonlyMap<PartnerId, Ratio>>()
  for (const { driver, known } of lines) {
    const now = known.find(of => of.quarter === quarter)
    if (now && now.weights.size > 0 && !driver.endsWith(' alone') && partners.some(partner => isCounted(now.weights.get(partner)))) drivers.set(driver, now.weights)
  }
  const rows = [...drivers].flatMap(([driver, weights]): Row[] => {
    const whole = total(weights.values())
    const of = partners.map(partner => weights.get(partner) ?? ratio(0n))
    return [
      { kind: 'item', cells: [text(driver), ...of.map(weight => countCell(driver, weight)), countCell(driver, whole)] },
      { kind: 'detail', cells: [text('share'), ...of.map(weight => shareCell(divide(weight, whole))), partners.length > 1 ? shareCell(ratio(1n)) : none] },
    ]
  })
  if (rows.length === 0) return []
  return [{
    title: 'Counts and shares', unit, notes: [], rows,
    columns: [{ title: '', kind: 'label' }, ...partners.map(title => ({ title, kind: 'figure' }) as const), { title: 'all', kind: 'figure' }],
  }]
}

const isCounted = (weight: Ratio | undefined): boolean => weight !== undefined && !isZero(weight)

/** A baseline weighs in pence and reads in pounds; a count reads as it is, a blend to four places. */
function countCell(driver: string, weight: Ratio): Cell {
  const isBaseline = driver === 'baseline' || driver.startsWith('baseline:')
  const shown = isBaseline ? decimal(divide(weight, ratio(100n)), 0) : weight.denominator === 1n ? `${weight.numerator}` : decimal(weight, 4).replace(/0+$/, '')
  const [whole, fraction] = shown.split('.')
  return text(whole!.replaceAll(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`))
}

const shareCell = (share: Ratio): Cell => ({ kind: 'percent', exact: share, shown: showPercent(share) })
