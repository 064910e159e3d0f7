/**
 * The charge of a quarter: what each partner is entitled to bear to the end of the quarter, less everything issued to
 * it before. It shows in three parts: the quarter's instalment of budget, its overspend, and the adjustment of earlier
 * quarters. £1,000 budgeted and £1,100 spent, a fifth of it one partner's, is 200 and 20; £5 too little charged of the
 * quarter before is an adjustment of 5.
 */
import { type Actuals, closedQuarters } from './actuals.ts'
import { reasonsFor } from './adjustment-reason.ts'
import { chargeable, type ChargeableLine, type QuarterCost } from './chargeable.ts'
import { type ChargedLine, type ChargedPart, isAnything, type KnownQuarter } from './charged.ts'
import { type Diagnostic, fault, isFault, type Outcome, warning } from './diagnostic.ts'
import { driverName } from './drivers/driver.ts'
import { groupBy } from './group.ts'
import { issuedIn, type IssuedOf, type IssuedRecord } from './issued.ts'
import { inCodePointOrder, type Model, type PartnerId } from './model.ts'
import { less, type Money, nil, sum } from './money.ts'
import { quarter as quarterOf, type Quarter } from './period.ts'
import { prepare } from './prepare.ts'
import { ruleNames } from './rules/registry.ts'

export interface Charge {
  readonly quarter: Quarter
  /** By rule and then by line. */
  readonly lines: readonly ChargedLine[]
  /** What the lines of the budget were reckoned from. */
  readonly trace: readonly ChargeableLine[]
}

/** @param issued the records of the quarters before this one, in their order */
export function charge(model: Model, actuals: Actuals, closedTo: Quarter | undefined, quarter: Quarter, issued: readonly IssuedRecord[]): Outcome<Charge> {
  const { prepared, diagnostics: amiss } = prepare(model)
  const { lines, diagnostics: ofLines } = chargeable(prepared, actuals, closedQuarters(actuals, closedTo), quarter)
  const diagnostics: Diagnostic[] = [...amiss, ...ofLines, ...misfits(issued, model), ...actualsGone(lines, issued), ...unissued(model, quarter, issued), ...notClosed(actuals, closedTo)]
  if (diagnostics.some(isFault)) return { diagnostics }
  const issuedOf = issuedIn(issued)
  const charged = [
    ...lines.map(line => chargeLine(line, model, issuedOf, issued.at(-1))),
    ...goneLines(lines, issued).map(line => reverse(line, model, issuedOf)),
  ]
  return {
    value: { quarter, trace: lines, lines: charged.sort((a, b) => ruleNames.indexOf(a.rule) - ruleNames.indexOf(b.rule) || inCodePointOrder(a.line, b.line)) },
    diagnostics,
  }
}

function chargeLine({ line, quarters }: ChargeableLine, model: Model, issuedOf: IssuedOf, last: IssuedRecord | undefined): ChargedLine {
  const [earlier, now] = [quarters.slice(0, -1), quarters.at(-1)!]
  const parts = model.partners.map(({ id }, place) => {
    const before = issuedOf(line.id, id)
    const entitlement = now.costParts[place]!
    const instalment = now.cost === now.budget ? entitlement : now.budgetParts[place]!
    const overspend = less(entitlement, instalment)
    return chargedPart(id, instalment, overspend, less(sum(earlier.map(({ costParts }) => costParts[place]!)), before), before)
  })
  const charged = { line: line.id, category: line.category, rule: line.rule, driver: driverName(line.driver), known: quarters.map(quarter => knownOf(quarter, model)), parts }
  const reasons = parts.some(({ adjustment }) => adjustment !== 0n) ? reasonsFor(charged, last) : []
  return { ...charged, reasons }
}

function knownOf({ quarter, basis, budget, cost, weights }: QuarterCost, { partners }: Model): KnownQuarter {
  return { quarter, basis, budget, cost, weights: new Map(partners.map(({ id }, place) => [id, weights.each[place]!.value])) }
}

/** A line that was charged for and is no longer in the budget is given back. */
function reverse({ line, category, rule, driver }: ChargedLine, model: Model, issuedOf: IssuedOf): ChargedLine {
  const parts = model.partners.map(({ id }) => {
    const before = issuedOf(line, id)
    return chargedPart(id, nil, nil, less(nil, before), before)
  })
  const reasons = parts.some(({ adjustment }) => adjustment !== 0n) ? [{ kind: 'line-removed' } as const] : []
  return { line, category, rule, driver, known: [], parts, reasons }
}

const chargedPart = (partner: PartnerId, instalment: Money, overspend: Money, adjustment: Money, before: Money): ChargedPart =>
  ({ partner, instalment, overspend, adjustment, toDate: sum([before, instalment, overspend, adjustment]) })

function goneLines(lines: readonly ChargeableLine[], issued: readonly IssuedRecord[]): ChargedLine[] {
  const present = new Set(lines.map(({ line }) => line.id))
  return [...groupBy(issued.flatMap(record => record.lines), ({ line }) => line)].filter(([line]) => !present.has(line)).map(([, of]) => of.at(-1)!)
}

/** Where what was issued and the model no longer fit each other. */
export const misfits = (issued: readonly IssuedRecord[], model: Model): Diagnostic[] =>
  [...unknownPartners(issued, model), ...beforeThePlan(issued, model), ...otherCurrency(issued, model)]

/** A partner that was charged must be there to be adjusted. */
function unknownPartners(issued: readonly IssuedRecord[], { partners }: Model): Diagnostic[] {
  const known = partners.map(({ id }) => id)
  const charged = new Set(issued.flatMap(({ lines }) => lines).flatMap(({ parts }) => parts.filter(isAnything).map(({ partner }) => partner)))
  return [...charged].filter(partner => !known.includes(partner)).map(partner => fault('issued-partner-gone', undefined, { partner, known }))
}

/** What was issued must be in the plan, or all of it would be given back. */
function beforeThePlan(issued: readonly IssuedRecord[], { years }: Model): Diagnostic[] {
  const first = quarterOf(years[0]!, 0)
  return issued[0] && issued[0].quarter < first ? [fault('issued-before-the-plan', undefined, { quarter: issued[0].quarter, first: years[0]! })] : []
}

function otherCurrency(issued: readonly IssuedRecord[], { currency }: Model): Diagnostic[] {
  const other = issued.map(({ partnership }) => partnership.currency).find(of => of !== currency)
  return other === undefined ? [] : [fault('issued-in-another-currency', undefined, { issued: other, now: currency })]
}

/** Quarters that were charged on actuals and would be charged on budget now. */
function actualsGone(lines: readonly ChargeableLine[], issued: readonly IssuedRecord[]): Diagnostic[] {
  const closedBefore = new Set(issued.at(-1)?.lines.flatMap(({ known }) => known.filter(({ basis }) => basis === 'actual').map(({ quarter }) => quarter)))
  const quarters = (lines[0]?.quarters ?? []).filter(({ quarter, basis }) => basis === 'budget' && closedBefore.has(quarter)).map(({ quarter }) => quarter)
  return quarters.length > 0 ? [warning('actuals-gone', undefined, { quarters })] : []
}

/** Earlier quarters that were never issued are charged with this one. */
function unissued({ years }: Model, quarter: Quarter, issued: readonly IssuedRecord[]): Diagnostic[] {
  const first = issued.length > 0 ? issued.at(-1)!.quarter + 1 : quarterOf(years[0]!, 0)
  const missing = Array.from({ length: Math.max(0, quarter - first) }, (_, place) => (first + place) as Quarter)
  return missing.length > 0 ? [warning('not-issued', undefined, { quarter, missing })] : []
}

function notClosed({ spend }: Actuals, closedTo: Quarter | undefined): Diagnostic[] {
  const quarters = closedTo === undefined ? [] : [...new Set(spend.map(({ quarter }) => quarter).filter(quarter => quarter > closedTo))].sort((a, b) => a - b)
  return quarters.length > 0 ? [warning('not-closed', undefined, { quarters, closedTo: closedTo! })] : []
}
