/** The adjustments of earlier quarters, line by line, each with the reason. */
import type { AdjustmentReason, ChargedLine } from '../domain/charged.ts'
import type { PartnerId } from '../domain/model.ts'
import { inReadablePounds as pounds, sum } from '../domain/money.ts'
import { quarterName } from '../domain/period.ts'
import { type Ratio, total, zero } from '../domain/ratio.ts'
import { countText, isBorneAlone } from './share-table.ts'
import type { Stated } from './stated.ts'
import { none, type Row, type Table, text } from './table.ts'
import { units } from './unit.ts'

/** Always to the penny: the reasons are. */
export function adjustmentTable({ lines }: Stated, partners: readonly PartnerId[]): Table[] {
  const rows = lines.flatMap((line): Row[] => {
    const amount = sum(line.parts.filter(({ partner }) => partners.includes(partner)).map(({ adjustment }) => adjustment))
    const moved = line.parts.some(({ partner, adjustment }) => partners.includes(partner) && adjustment !== 0n)
    if (!moved) return []
    const [only] = partners.length === 1 ? partners : []
    return [
      { kind: 'item', cells: [text(line.line), { kind: 'money', exact: amount, shown: amount }] },
      ...line.reasons.map((reason): Row => ({ kind: 'detail', cells: [text(reasonText(reason) + sharedBy(reason, line, only)), none] })),
    ]
  })
  if (rows.length === 0) return []
  return [{ kind: 'table', title: 'Adjustments of earlier quarters', unit: units.pence, notes: [], columns: [{ title: '', kind: 'label' }, { title: 'adjustment', kind: 'figure' }], rows }]
}

function reasonText(reason: AdjustmentReason): string {
  switch (reason.kind) {
    case 'never-charged':
      return `${quarterName(reason.quarter)}: ${pounds(reason.now)} never charged before`
    case 'closed':
      return `${quarterName(reason.quarter)}: budget ${pounds(reason.before)}, actual ${pounds(reason.now)}`
    case 'reopened':
      return `${quarterName(reason.quarter)}: actual ${pounds(reason.before)} is gone, budget ${pounds(reason.now)}`
    case 'restated':
      return `${quarterName(reason.quarter)}: ${reason.basis} was ${pounds(reason.before)}, now ${pounds(reason.now)}`
    case 'recounted':
      return `${quarterName(reason.quarter)}: ${reason.partners.map(({ partner, before, now }) => `${partner} ${count(before)}, now ${count(now)}`).join('; ')}`
    case 'driver-changed':
      return `driver was ${reason.before}, now ${reason.now}`
    case 'line-removed':
      return 'the line is no longer in the budget'
  }
}

/** The share that a restated cost went by, on one partner's own statement. */
function sharedBy(reason: AdjustmentReason, line: ChargedLine, partner: PartnerId | undefined): string {
  if (partner === undefined || !('quarter' in reason) || isBorneAlone(line, reason.quarter)) return ''
  const { known, driver } = line
  const weights = known.find(({ quarter }) => quarter === reason.quarter)?.weights
  return weights ? `, by ${countText(driver, weights.get(partner) ?? zero)} of ${countText(driver, total(weights.values()))}` : ''
}

const count = (weight: Ratio): string => countText('', weight)
