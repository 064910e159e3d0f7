/** The adjustments of earlier quarters, line by line, each with the reason. */
import type { AdjustmentReason } from '../domain/charged.ts'
import type { PartnerId } from '../domain/model.ts'
import { inReadablePounds as pounds, sum } from '../domain/money.ts'
import { quarterName } from '../domain/period.ts'
import type { Stated } from './statement.ts'
import { none, type Row, type Table, text } from './table.ts'
import { units } from './unit.ts'

/** Always to the penny: the reasons are. */
export function adjustmentTable({ lines }: Stated, partners: readonly PartnerId[]): Table[] {
  const rows = lines.flatMap(({ line, parts, reasons }): Row[] => {
    const amount = sum(parts.filter(({ partner }) => partners.includes(partner)).map(({ adjustment }) => adjustment))
    const moved = parts.some(({ partner, adjustment }) => partners.includes(partner) && adjustment !== 0n)
    if (!moved) return []
    return [
      { kind: 'item', cells: [text(line), { kind: 'money', exact: amount, shown: amount }] },
      ...reasons.map((reason): Row => ({ kind: 'detail', cells: [text(reasonText(reason)), none] })),
    ]
  })
  if (rows.length === 0) return []
  return [{ title: 'Adjustments of earlier quarters', unit: units.pence, notes: [], columns: [{ title: '', kind: 'label' }, { title: 'adjustment', kind: 'figure' }], rows }]
}

function reasonText(reason: AdjustmentReason): string {
  switch (reason.kind) {
    case 'never-charged':
      return `${quarterName(reason.quarter)}: ${pounds(reason.now)} never charged before`
    case 'closed':
      return `${quarterName(reason.quarter)}: budget ${pounds(reason.before)}, actual ${pounds(reason.now)}`
    case 'restated':
      return `${quarterName(reason.quarter)}: ${reason.basis} was ${pounds(reason.before)}, now ${pounds(reason.now)}`
    case 'recounted':
      return `${quarterName(reason.quarter)}: counts changed for ${reason.partners.join(', ')}`
    case 'line-removed':
      return 'the line is no longer in the budget'
  }
}
