/** The statement of a quarter: of the partnership with its proof, then of each partner, by rule and by line. */
import { addUp, type ChargedAmounts, type ChargedLine, type ChargedPart, chargeOf, isAnything, partOf } from '../domain/charged.ts'
import { groupBy } from '../domain/group.ts'
import type { PartnerId } from '../domain/model.ts'
import { inReadablePounds as pounds, less, type Money, nil, pence, sum } from '../domain/money.ts'
import { quarterName } from '../domain/period.ts'
import { ratio } from '../domain/ratio.ts'
import type { RuleName } from '../domain/rules/registry.ts'
import { adjustmentTable } from './adjustment-table.ts'
import { showGrid } from './grid.ts'
import { shareTable } from './share-table.ts'
import { type RoundingMode, showAlone, showParts } from './shown.ts'
import { standing, type Stated } from './stated.ts'
import { type Cell, type Column, type Report, type Row, type Table, text } from './table.ts'
import { type Unit, unitLabel, units } from './unit.ts'

export interface StatementView {
  readonly unit: Unit
  readonly rounding: RoundingMode
}

export function partnershipStatement(of: Stated, view: StatementView): Report {
  const { name, currency } = of.partnership
  const partners = of.partnership.partners.map(({ id }) => id)
  const parts = partners.map(partner => partOf(partner, of.lines))
  return {
    title: `${name}: charges for ${quarterName(of.quarter)}, ${unitLabel(view.unit, currency)}`,
    parts: [
      partnerTable(parts, view),
      lineTable(of.lines, partners, view),
      ...shareTable(of, partners, view.unit),
      ...adjustmentTable(of, partners),
    ],
    conclusion: [standing(of), ...basisNotes(of), ...proof(of)],
  }
}

export function partnerStatement(of: Stated, partner: PartnerId, view: StatementView): Report {
  const { name: partnership, currency, partners } = of.partnership
  const { name } = partners.find(({ id }) => id === partner)!
  const charge = chargeOf(partOf(partner, of.lines))
  const symbol = unitLabel(units.pence, currency)
  const isCharged = of.lines.some(line => isAnything(partOf(partner, [line])))
  const due = charge < 0n ? `Refund due to ${name} for ${quarterName(of.quarter)}: ${symbol}${pounds(pence(-charge))}` : `Charge due from ${name} for ${quarterName(of.quarter)}: ${symbol}${pounds(charge)}`
  return {
    title: `${partnership}: statement for ${name} (${partner}), ${quarterName(of.quarter)}, ${unitLabel(view.unit, currency)}`,
    parts: [
      ...(isCharged ? [lineTable(of.lines, [partner], view)] : []),
      ...shareTable(of, [partner], view.unit),
      ...adjustmentTable(of, [partner]),
    ],
    conclusion: [standing(of), ...basisNotes(of), of.issuedAt === undefined ? `Draft. ${due}` : due],
  }
}

/** From when figures to date run, and whether actuals are in. */
function basisNotes({ quarter, lines }: Stated): string[] {
  const known = lines.flatMap(of => of.known)
  const first = known.map(of => of.quarter).reduce((a, b) => (b < a ? b : a), quarter)
  const onBudget = known.length > 0 && known.filter(of => of.quarter === quarter).every(({ basis }) => basis === 'budget')
  return [
    ...(onBudget ? ['The quarter is charged on budget: its actuals are not in yet.'] : []),
    ...(first < quarter ? [`To date is since ${quarterName(first)}.`] : []),
  ]
}

const columns: readonly Column[] = [
  { title: '', kind: 'label' },
  ...['instalment', 'overspend', 'adjustment', 'charge', 'to date'].map(title => ({ title, kind: 'figure' }) as const),
]

const amountsOf = ({ instalment, overspend, adjustment }: ChargedAmounts): Money[] => [instalment, overspend, adjustment]

function partnerTable(parts: readonly ChargedPart[], view: StatementView): Table {
  const grid = showGrid([{ name: '', rows: parts.map(part => ({ name: part.partner, amounts: amountsOf(part) })) }], view.unit.size, view.rounding)
  const toDate = shownParts(parts.map(part => part.toDate), view)
  return {
    kind: 'table', title: 'By partner', unit: view.unit, columns, notes: signNotes(parts),
    rows: [
      ...parts.map((part, place) => statementRow('item', part.partner, grid.row('', part.partner), part.toDate, toDate.each[place]!)),
      statementRow('total', 'Total', grid.whole, toDate.exact, toDate.whole),
    ],
  }
}

function lineTable(lines: readonly ChargedLine[], partners: readonly PartnerId[], view: StatementView): Table {
  const charged = lines.map(line => ({ line, part: addUp(partners.map(partner => partOf(partner, [line]))) })).filter(({ part }) => isAnything(part))
  const byRule = [...groupBy(charged, ({ line }) => line.rule)]
  const grid = showGrid(byRule.map(([rule, of]) => ({ name: rule, rows: of.map(({ line, part }) => ({ name: line.line, amounts: amountsOf(part) })) })), view.unit.size, view.rounding)
  const ofRules = shownParts(byRule.map(([, of]) => sum(of.map(({ part }) => part.toDate))), view)
  const rowsOf = ([rule, of]: [RuleName, typeof charged], place: number): Row[] => {
    const toDate = shownParts(of.map(({ part }) => part.toDate), view, ofRules.each[place])
    return [
      statementRow('item', rule, grid.group(rule), toDate.exact, toDate.whole),
      ...of.map(({ line, part }, row) => statementRow('detail', line.line, grid.row(rule, line.line), part.toDate, toDate.each[row]!)),
    ]
  }
  return {
    kind: 'table', title: 'By rule and line', unit: view.unit, columns, notes: signNotes(charged.map(({ part }) => part)),
    rows: [...byRule.flatMap(rowsOf), ...(charged.length > 0 ? [statementRow('total', 'Total', grid.whole, ofRules.exact, ofRules.whole)] : [])],
  }
}

/** Amounts and their sum as shown; of a sum that is shown elsewhere already, by that. */
function shownParts(amounts: readonly Money[], { unit: { size }, rounding }: StatementView, shownSum?: bigint): { exact: Money; whole: bigint; each: bigint[] } {
  const exact = sum(amounts)
  const whole = shownSum ?? showAlone(exact, size)
  const each = rounding === 'reconciled' ? showParts(amounts.map(amount => ratio(amount, size)), whole) : amounts.map(amount => showAlone(amount, size))
  return { exact, whole, each }
}

function statementRow(kind: Row['kind'], label: string, { exact, shown }: { exact: readonly Money[]; shown: readonly bigint[] }, toDate: Money, toDateShown: bigint): Row {
  const cells = exact.map((amount, place): Cell => ({ kind: 'money', exact: amount, shown: shown[place]! }))
  return { kind, cells: [text(label), ...cells, { kind: 'money', exact: toDate, shown: toDateShown }] }
}

function signNotes(parts: readonly ChargedAmounts[]): string[] {
  return [
    ...(parts.some(({ overspend }) => overspend < 0n) ? ['A negative overspend is an underspend.'] : []),
    ...(parts.some(part => chargeOf(part) < 0n) ? ['A negative charge is a credit.'] : []),
  ]
}

/** That the charges are the cost, and the host bears its own share and nothing else. */
function proof({ partnership: { host, partners }, lines }: Stated): string[] {
  const cost = sum(lines.flatMap(({ known }) => known.map(of => of.cost)))
  const toDate = new Map(partners.map(({ id }) => [id, partOf(id, lines).toDate]))
  const charged = sum(toDate.values())
  const others = sum([...toDate].filter(([partner]) => partner !== host).map(([, amount]) => amount))
  return [
    `Cost to date ${pounds(cost)}, charged to date ${pounds(charged)}, difference ${pounds(less(charged, cost))}.`,
    `Less the others' ${pounds(others)}, ${pounds(less(cost, others))} is left to ${host}, the host: its own share is ${pounds(toDate.get(host) ?? nil)}.`,
  ]
}
