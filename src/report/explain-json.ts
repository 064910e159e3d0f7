/**
 * A derivation as plain data. Every cost that is shared is an origin with one element a partner, in the shape of the FOCUS
 * specification's allocated method details (FOCUS 1.3, AllocatedMethodDetails): AllocatedRatio, UsageUnit and UsageQuantity,
 * our own keys prefixed x_. The ratios of an origin sum to 1, its allocated amounts to its amount; the fractions beside
 * them are exact, so that every figure can be reckoned again from this alone.
 */
import type { Asked } from '../domain/explain/asked.ts'
import type { Derivation, Heading, Share, SharedQuarter } from '../domain/explain/derivation.ts'
import { shareOf, type Weight } from '../domain/drivers/weights.ts'
import { apportion } from '../domain/apportion.ts'
import { inPounds, pence } from '../domain/money.ts'
import { quarterName, yearName } from '../domain/period.ts'
import { decimal, divide, multiply, ratio, type Ratio, subtract } from '../domain/ratio.ts'
import { shareJson } from './explain-conclusion.ts'
import type { Explanation } from './explain-report.ts'
import { amountJson, sourceJson, weightJson } from './explain-source-json.ts'
import { fraction } from './issued-record.ts'

export function explainJson({ model: { name, currency }, asked, derivation, shares, issuedAt }: Explanation): object {
  const origins = new Map<string, object>()
  for (const share of sharesIn(derivation)) {
    for (const quarter of share.quarters) origins.set(originId(share, quarter), originJson(share, quarter))
  }
  return {
    report: 'explain', model: name, currency, figure: asked.called, ...askedJson(asked), ...(issuedAt !== undefined && { issuedAt }), amount: inPounds(derivation.amount),
    ...(shares.length > 0 && { shares: shares.map(shareJson) }),
    derivation: derivationJson(derivation),
    origins: [...origins.values()],
  }
}

function askedJson(asked: Asked): object {
  const { partners, rule, line } = asked.question
  const when = asked.figure === 'charge' ? { quarter: quarterName(asked.quarter) }
    : { years: asked.question.years.map(yearName), ...(asked.question.quarter !== undefined && { quarter: quarterName(asked.question.quarter) }), ...(asked.question.category !== undefined && { category: asked.question.category }) }
  return { partners, ...when, ...(rule && { rule }), ...(line !== undefined && { line }) }
}

const sharesIn = (of: Derivation): Share[] =>
  of.kind === 'share' ? [of] : of.kind === 'sum' ? of.terms.flatMap(({ derivation }) => sharesIn(derivation)) : []

/** Names an origin: the line, the quarter, and whether its budget or its cost is meant. */
const originId = ({ line, basis }: Share, { quarter }: SharedQuarter): string => `${line.id}, ${quarterName(quarter)}, ${basis}`

function derivationJson(of: Derivation): object {
  const head = { of: headingJson(of.of), kind: of.kind, amount: inPounds(of.amount) }
  switch (of.kind) {
    case 'sum':
      return { ...head, terms: of.terms.map(({ taken, derivation }) => ({ sign: taken ? -1 : 1, ...derivationJson(derivation) })) }
    case 'share':
      return { ...head, partner: of.partners[of.place], origins: of.quarters.slice(of.from).map(quarter => originId(of, quarter)), ...(of.budgeted && { budgeted: sourceJson(of.budgeted) }) }
    case 'own':
      return { ...head, partner: of.line.partner, line: of.line.id, year: yearName(of.year), counted: of.counted.map(place => `Q${place + 1}`), ...amountJson(of.from, of.line.profile) }
    case 'issued':
      return { ...head, partner: of.partner, line: of.line, record: quarterName(of.quarter) }
  }
}

function headingJson(of: Heading): object {
  switch (of.kind) {
    case 'measure':
      return { measure: of.measure }
    case 'year':
      return { year: yearName(of.year) }
    case 'quarters':
      return { first: quarterName(of.first), last: quarterName(of.last) }
    case 'partner':
      return { partner: of.partner }
    case 'rule':
      return { rule: of.rule }
    case 'category':
      return { category: of.category }
    case 'line':
      return { line: of.line }
    case 'share':
      return { shareOf: of.of }
    case 'issued':
      return { issued: quarterName(of.quarter) }
  }
}

function originJson(share: Share, quarter: SharedQuarter): object {
  const { line, partners, weights, quarters } = share
  const allocated = ratios(weights)
  return {
    x_Id: originId(share, quarter),
    x_Line: line.id, x_Category: line.category, x_Rule: line.rule, x_Driver: line.driver,
    x_Quarter: quarterName(quarter.quarter), x_Amount: inPounds(quarter.amount), x_Source: sourceJson(quarter.source),
    x_RunSince: quarterName(quarters[0]!.quarter), x_RunToDate: inPounds(quarter.toDate.amount),
    Elements: partners.map((partner, place) => ({
      AllocatedRatio: allocated[place],
      UsageUnit: line.driver,
      UsageQuantity: quantity(weights.each[place]!, line.driver),
      x_Partner: partner,
      x_AllocatedAmount: inPounds(quarter.parts[place]!),
      x_Ratio: fraction(shareOf(weights, place)),
      x_Quantity: fraction(weights.each[place]!.value),
      ...weightJson(weights.each[place]!),
      ...roundingJson(quarter.toDate.amount, quarter.toDate.parts[place]!, shareOf(weights, place)),
    })),
  }
}

/** What the partner bears of the run so far, exactly and in pence, and what rounding added to it, in pence. */
function roundingJson(amount: bigint, part: bigint, share: Ratio): object {
  const exact = multiply(ratio(amount), share)
  return { x_BorneToDate: inPounds(pence(part)), x_ExactPenceToDate: fraction(exact), x_RoundingPenceToDate: fraction(subtract(ratio(part), exact)) }
}

/** To twelve places, together exactly 1; all of them 0 where nothing can be apportioned. */
const ratios = ({ whole, flaw }: Share['weights']): number[] =>
  flaw ? whole.map(() => 0) : apportion(pence(10n ** 12n), whole).map(part => parseFloat(decimal(ratio(part, 10n ** 12n), 12)))

/** A baseline is counted in the currency, anything else in units. */
const quantity = ({ value }: Weight, driver: string): number =>
  parseFloat(decimal(driver === 'baseline' || driver.startsWith('baseline:') ? divide(value, ratio(100n)) : value, 12))
