/**
 * Actuals: what was spent on each line in each quarter, credits negative, already added up; and what partners paid of
 * it themselves. A row that names a partner is charged direct to it, on a line of its own: hired-staff (CCC).
 */
import { equalInstalments, type CostLine, inCodePointOrder, type Model, type PartnerId } from './model.ts'
import { type Money, sum } from './money.ts'
import type { Quarter } from './period.ts'
import { type At, stated } from './stated.ts'

export interface Spend {
  readonly line: string
  /** Set where the rows name a partner to be charged direct. */
  readonly partner?: PartnerId
  readonly quarter: Quarter
  readonly amount: Money
  /** Where its first row names the direct partner; without one, where the file names its first column. */
  readonly at: At
  readonly rows: Rows
}

/** How many rows of the file a sum adds up, and the first of them, numbered as in a spreadsheet from the header's 1. */
export interface Rows {
  readonly count: number
  readonly first: number
}

export interface Payment {
  readonly partner: PartnerId
  readonly quarter: Quarter
  readonly amount: Money
  /** Where its first row names the partner. */
  readonly at: At
  readonly rows: Rows
}

export interface Actuals {
  readonly spend: readonly Spend[]
  readonly payments: readonly Payment[]
}

export const noActuals: Actuals = { spend: [], payments: [] }

/** The quarters whose costs are known: those with actuals, or all up to the one that is said to be closed last. */
export function closedQuarters({ spend }: Actuals, closedTo: Quarter | undefined): (quarter: Quarter) => boolean {
  if (closedTo !== undefined) return quarter => quarter <= closedTo
  const withActuals = new Set(spend.map(({ quarter }) => quarter))
  return quarter => withActuals.has(quarter)
}

/** A line's spend by quarter. */
export interface SpentLine {
  readonly line: CostLine
  readonly spent: ReadonlyMap<Quarter, readonly Spend[]>
}

export const amountSpent = (spends: readonly Spend[]): Money => sum(spends.map(({ amount }) => amount))

/** Every line of the budget with its spend, and a line for whatever is charged direct besides, in code-point order. */
export function spentLines({ budget }: Model, { spend }: Actuals): SpentLine[] {
  const taken = new Set(budget.map(({ id }) => id))
  const lines = new Map<string, { line: CostLine; spent: Map<Quarter, Spend[]> }>(budget.map(line => [line.id, { line, spent: new Map() }]))
  for (const each of spend) {
    const line = chargedTo(each, lines.get(each.line)?.line, taken)
    const entry = lines.get(line.id) ?? { line, spent: new Map<Quarter, Spend[]>() }
    lines.set(line.id, entry)
    entry.spent.set(each.quarter, [...(entry.spent.get(each.quarter) ?? []), each])
  }
  return [...lines.values()].sort((a, b) => inCodePointOrder(a.line.id, b.line.id))
}

/** The budget's line; or, where the rows name a partner that the line is not charged to alone, one for that partner. */
function chargedTo({ line, partner, at }: Spend, budgeted: CostLine | undefined, taken: ReadonlySet<string>): CostLine {
  const own = budgeted?.driver.kind === 'direct' && budgeted.driver.partner === partner
  if (budgeted && (partner === undefined || own)) return budgeted
  const name = `${line} (${partner})`
  return {
    id: taken.has(name) ? `${line} (${partner}, direct)` : name, category: budgeted?.category ?? 'other', rule: 'legacy', driver: { kind: 'direct', partner: partner! },
    profile: equalInstalments, amounts: stated([]), at,
  }
}
