/** A difference as facts, a row each, and as plain data for JSON: always in pounds and pence, by year and by line. */
import { addBridges, type Bridge, type Bridged, steps } from '../domain/bridge.ts'
import type { Change, Said, Subject } from '../domain/changes/change.ts'
import { groupBy } from '../domain/group.ts'
import { inCodePointOrder } from '../domain/model.ts'
import { inPounds } from '../domain/money.ts'
import { periodName, quarterName, yearName } from '../domain/period.ts'
import { subjectText, valueText } from './change-words.ts'
import { type Compared, spanName } from './compared.ts'
import { type Column, inPence, type Table, text } from './table.ts'
import { units } from './unit.ts'

const measures = ['from', ...steps, 'to'] as const satisfies readonly (keyof Bridge)[]

const columns: Column[] = [
  ...['year', 'partner', 'line', 'step'].map((title): Column => ({ title, kind: 'label' })),
  { title: 'amount', kind: 'figure' },
]

/** What was and what is borne, and each step that is not nil. */
export function diffFacts({ spans, partners, bridges }: Compared): Table {
  const bySpan = groupBy(bridges, ({ span }) => span)
  const inOrder = spans.flatMap(span => {
    const byPartner = groupBy(bySpan.get(span) ?? [], ({ partner }) => partner)
    return partners.flatMap(partner => byPartner.get(partner) ?? [])
  })
  return {
    kind: 'table', title: 'Facts', unit: units.pence, columns, notes: [],
    rows: inOrder.flatMap(bridged => measures.filter(measure => measure === 'from' || measure === 'to' || bridged[measure] !== 0n)
      .map(measure => ({ kind: 'item', cells: [...[spanName(bridged.span), bridged.partner, bridged.line, measure].map(text), inPence(bridged[measure])] }))),
  }
}

export function diffJson(compared: Compared): object {
  const { currency, before, after, changes, partners, spans, bridges } = compared
  return {
    report: 'diff', from: before.name, to: after.name, currency,
    changes: changes.map(change => changeJson(change, compared)),
    partners: partners.map(partner => {
      const own = bridges.filter(bridged => bridged.partner === partner)
      return {
        partner, ...bridgeJson(own),
        years: spans.map(span => ({ year: spanName(span), ...bridgeJson(own.filter(bridged => bridged.span === span)) })),
        lines: [...groupBy(own, ({ line }) => line)].sort(([a], [b]) => inCodePointOrder(a, b)).map(([line, of]) => ({ line, ...bridgeJson(of) })),
      }
    }),
    total: bridgeJson(bridges),
  }
}

function bridgeJson(of: readonly Bridged[]): object {
  const bridge = addBridges(of)
  return Object.fromEntries(measures.map(measure => [measure, inPounds(bridge[measure])]))
}

const changeJson = ({ of, before, after }: Change, sides: Compared): object => ({
  what: subjectText(of), ...subjectJson(of),
  before: before ? valueText(before.value) : null, after: after ? valueText(after.value) : null,
  at: { before: placeIn(sides.before, before), after: placeIn(sides.after, after) },
})

const placeIn = ({ placeOf }: Compared['before'], said: Said | undefined): string | null => (said && placeOf(said.at)) ?? null

function subjectJson(of: Subject): object {
  switch (of.kind) {
    case 'line':
      return { kind: of.kind, ...lineJson(of.of) }
    case 'field':
      return { kind: of.kind, ...lineJson(of.of), field: of.field }
    case 'amount':
      return { kind: of.kind, ...lineJson(of.of), period: periodName(of.period) }
    case 'count':
      return { ...of, period: periodName(of.period) }
    case 'rate':
      return { ...of, ...(of.year !== undefined && { year: yearName(of.year) }) }
    case 'cost':
      return { ...of, quarter: quarterName(of.quarter) }
    default:
      return of
  }
}

const lineJson = ({ line, baselineOf }: { readonly line: string; readonly baselineOf?: string }): object =>
  ({ table: baselineOf === undefined ? 'budget' : 'baseline', line, ...(baselineOf !== undefined && { partner: baselineOf }) })
