/**
 * Why a charge is what it is: for each partner and line its instalment, its overspend and the adjustment of earlier
 * quarters, each down to the shares it is made of and to what was issued before.
 */
import { type ChargedLine, type ChargedPart, chargeOf, isAnything } from '../charged.ts'
import type { IssuedRecord } from '../issued.ts'
import type { PartnerId } from '../model.ts'
import type { Quarter } from '../period.ts'
import type { RuleName } from '../rules/registry.ts'
import type { Run } from '../run.ts'
import type { TracedLine } from './charge-trace.ts'
import { added, type AmountSource, type Derivation, type Share, shareIn, type Sum, sumOf, taken, type Term } from './derivation.ts'
import { addUp, type Part } from './grouping.ts'

export interface ChargeQuestion {
  readonly partners: readonly PartnerId[]
  readonly rule?: RuleName
  readonly line?: string
}

/** A charge with all that it was reckoned from. */
export interface TracedCharge {
  readonly quarter: Quarter
  readonly lines: readonly ChargedLine[]
  /** By the line's id; none of a line that is no longer in the budget. */
  readonly traces: ReadonlyMap<string, TracedLine>
  /** The records of the quarters before. */
  readonly issued: readonly IssuedRecord[]
}

export function explainCharge(charge: TracedCharge, { partners, rule, line: only }: ChargeQuestion): Derivation {
  const meant = charge.lines.filter(of => (rule === undefined || of.rule === rule) && (only === undefined || of.line === only))
  const parts = partners.flatMap(partner => meant.flatMap((line): Part[] => {
    const part = line.parts.find(of => of.partner === partner)
    if (part === undefined || !(isAnything(part) || only !== undefined)) return []
    const headings: Part['headings'] = [
      ...(partners.length > 1 ? [{ kind: 'partner', partner } as const] : []),
      ...(rule === undefined && only === undefined ? [{ kind: 'rule', rule: line.rule } as const] : []),
      { kind: 'line', line: line.line },
    ]
    return [{ headings, derivation: lineCharge(part, line, charge) }]
  }))
  return addUp({ kind: 'measure', measure: 'charge' }, parts)
}

function lineCharge({ partner }: ChargedPart, { line }: ChargedLine, { quarter, traces, issued }: TracedCharge): Sum {
  const trace = traces.get(line)
  const issuedBefore = issued.flatMap(record => {
    const part = record.lines.find(of => of.line === line)?.parts.find(of => of.partner === partner)
    const amount = part && chargeOf(part)
    return amount === undefined || amount === 0n ? [] : [{ kind: 'issued', of: { kind: 'issued', quarter: record.quarter }, amount, line, partner, quarter: record.quarter } as const]
  })
  const shares = trace && sharesOf(trace, partner, quarter)
  const earlier = shares?.earlier.filter(({ amount }) => amount !== 0n) ?? []
  const terms: Derivation[] = [
    ...(shares ? [measure('instalment', [added(shares.instalment)])] : []),
    ...(shares?.cost ? [measure('overspend', [added(shares.cost), taken(shares.instalment)])] : []),
    ...(earlier.length + issuedBefore.length > 0 ? [measure('adjustment', [...earlier.map(added), ...issuedBefore.map(taken)])] : []),
  ]
  return sumOf({ kind: 'line', line }, terms.map(added))
}

const measure = (of: 'instalment' | 'overspend' | 'adjustment', terms: readonly Term[]): Sum => sumOf({ kind: 'measure', measure: of }, terms)

interface Shares {
  readonly instalment: Share
  /** The share of the quarter's cost, where that is not its budget. */
  readonly cost?: Share
  readonly earlier: readonly Share[]
}

/** Whether the cost is the budget, since the quarter is not closed. */
const isSameSource = ({ quarters }: Share, budget: AmountSource): boolean => {
  const { source } = quarters.at(-1)!
  return source.kind === budget.kind && !(source.kind === 'record' && source.basis === 'actual')
}

/** The instalment is the share of the cost itself where the quarter costs what was budgeted. */
function sharesOf(trace: TracedLine, partner: PartnerId, quarter: Quarter): Shares {
  const place = trace.partners.indexOf(partner)
  const absentIn = (quarters: Run['quarters']): PartnerId[] => trace.partners.filter(id => quarters.every(of => !trace.takesPart(id, of.quarter)))
  const share = (of: 'budget' | 'cost', run: Run, from: number, to: number, heading: Share['of']): Share =>
    shareIn(run, from, to, { of: heading, line: trace.line, basis: of, partners: trace.partners, place, absent: absentIn(run.quarters.slice(from, to + 1)) }, each => trace.sourceOf(of, each))
  const now = (of: 'budget' | 'cost'): Share => {
    const run = trace.runs[of].find(each => each.quarters.some(known => known.quarter === quarter))!
    const at = run.quarters.findIndex(known => known.quarter === quarter)
    return share(of, run, at, at, { kind: 'share', of })
  }
  const [budget, cost] = [now('budget'), now('cost')]
  const asBudgeted = budget.quarters.at(-1)!.amount === cost.quarters.at(-1)!.amount
  const earlier = trace.runs.cost.flatMap(run => {
    const to = run.quarters.findLastIndex(known => known.quarter < quarter)
    return to < 0 ? [] : [share('cost', run, 0, to, { kind: 'quarters', first: run.quarters[0]!.quarter, last: run.quarters[to]!.quarter })]
  })
  const { source } = budget.quarters.at(-1)!
  return asBudgeted ? { instalment: isSameSource(cost, source) ? cost : { ...cost, budgeted: source }, earlier } : { instalment: budget, cost, earlier }
}
