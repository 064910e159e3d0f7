/**
 * The charge of a quarter: what each partner is entitled to bear to the end of the quarter, less everything issued to
 * it before. It shows in three parts: the quarter's instalment of budget, its overspend, and the adjustment of earlier
 * quarters. £1,000 budgeted and £1,100 spent, a fifth of it one partner's, is 200 and 20; £5 too little charged of the
 * quarter before is an adjustment of 5.
 */
import { type Actuals, closedQuarters } from './actuals.ts'
import { type AdjustmentReason, reasonsFor } from './adjustment-reason.ts'
import { chargeable, type ChargeableLine, type QuarterCost } from './chargeable.ts'
import { type Diagnostic, fault, isFault, type Outcome } from './diagnostic.ts'
import { driverName } from './drivers/driver.ts'
import { groupBy } from './group.ts'
import { type IssuedLine, type IssuedRecord, issuedOf } from './issued.ts'
import { inCodePointOrder, type Model, type PartnerId } from './model.ts'
import { less, type Money, nil, sum } from './money.ts'
import type { Quarter } from './period.ts'
import { prepare } from './prepare.ts'
import { type RuleName, ruleNames } from './rules/registry.ts'

export interface Charge {
  readonly model: Model
  readonly quarter: Quarter
  /** By rule and then by line. */
  readonly lines: readonly ChargedLine[]
  /** Earlier quarters that were never issued: their whole cost is in the adjustment. */
  readonly unissued: readonly Quarter[]
}

export interface ChargedLine {
  readonly line: string
  readonly category: string
  readonly rule: RuleName
  readonly driver: string
  /** The costs of every quarter to date; empty for a line that is no longer in the budget. */
  readonly quarters: readonly QuarterCost[]
  readonly parts: readonly ChargedPart[]
  readonly reasons: readonly AdjustmentReason[]
}

export interface ChargedPart {
  readonly partner: PartnerId
  readonly instalment: Money
  readonly overspend: Money
  readonly adjustment: Money
  readonly charge: Money
  /** This charge and all that was issued before. */
  readonly toDate: Money
}

/** @param issued the records of the quarters before this one, in their order */
export function charge(model: Model, actuals: Actuals, closedTo: Quarter | undefined, quarter: Quarter, issued: readonly IssuedRecord[]): Outcome<Charge> {
  const { prepared, diagnostics: amiss } = prepare(model)
  const { lines, diagnostics: ofLines } = chargeable(prepared, actuals, closedQuarters(actuals, closedTo), quarter)
  const gone = goneLines(lines, issued)
  const diagnostics: Diagnostic[] = [...amiss, ...ofLines, ...unknownPartners(issued, model)]
  if (diagnostics.some(isFault)) return { diagnostics }
  const charged = [...lines.map(line => chargeLine(line, model, issued)), ...gone.map(line => reverse(line, model, issued))]
  const numbered = new Set(issued.map(record => record.quarter))
  return {
    value: {
      model, quarter,
      lines: charged.sort((a, b) => ruleNames.indexOf(a.rule) - ruleNames.indexOf(b.rule) || inCodePointOrder(a.line, b.line)),
      unissued: (lines[0]?.quarters ?? []).map(each => each.quarter).filter(each => each < quarter && !numbered.has(each)),
    },
    diagnostics,
  }
}

function chargeLine({ line, quarters }: ChargeableLine, model: Model, issued: readonly IssuedRecord[]): ChargedLine {
  const [earlier, now] = [quarters.slice(0, -1), quarters.at(-1)!]
  const parts = model.partners.map(({ id }, place) => {
    const before = issuedOf(issued, line.id, id)
    const instalment = now.budgetParts[place]!
    const overspend = less(now.costParts[place]!, instalment)
    return partOf(id, instalment, overspend, less(sum(earlier.map(({ costParts }) => costParts[place]!)), before), before)
  })
  const reasons = parts.some(({ adjustment }) => adjustment !== 0n) ? reasonsFor(line.id, earlier, model, issued.at(-1)) : []
  return { line: line.id, category: line.category, rule: line.rule, driver: driverName(line.driver), quarters, parts, reasons }
}

/** A line that was charged for and is no longer in the budget is given back. */
function reverse({ line, category, rule, driver }: IssuedLine, model: Model, issued: readonly IssuedRecord[]): ChargedLine {
  const parts = model.partners.map(({ id }) => {
    const before = issuedOf(issued, line, id)
    return partOf(id, nil, nil, less(nil, before), before)
  })
  return { line, category, rule, driver, quarters: [], parts, reasons: [{ kind: 'line-removed' }] }
}

function partOf(partner: PartnerId, instalment: Money, overspend: Money, adjustment: Money, before: Money): ChargedPart {
  const due = sum([instalment, overspend, adjustment])
  return { partner, instalment, overspend, adjustment, charge: due, toDate: sum([before, due]) }
}

function goneLines(lines: readonly ChargeableLine[], issued: readonly IssuedRecord[]): IssuedLine[] {
  const present = new Set(lines.map(({ line }) => line.id))
  return [...groupBy(issued.flatMap(record => record.lines), ({ line }) => line)].filter(([line]) => !present.has(line)).map(([, of]) => of.at(-1)!)
}

/** A partner that was charged must be there to be adjusted. */
function unknownPartners(issued: readonly IssuedRecord[], { partners }: Model): Diagnostic[] {
  const known = partners.map(({ id }) => id)
  const charged = new Set(issued.flatMap(({ lines }) => lines).flatMap(({ parts }) => parts.map(({ partner }) => partner)))
  return [...charged].filter(partner => !known.includes(partner)).map(partner => fault('issued-partner-gone', undefined, { partner, known }))
}
