/** The resulting split: what each partner bears of the year by rule, its share of the whole, its baseline and its saving. */
import type { Methodology } from '../../domain/method/methodology.ts'
import { type Money, sum } from '../../domain/money.ts'
import { ratio } from '../../domain/ratio.ts'
import type { PartnerSavings } from '../../domain/savings.ts'
import { showPercent } from '../shown.ts'
import { type Cell, inPence, none, type Row, type Table, text } from '../table.ts'
import { units } from '../unit.ts'
import { shareCells } from './words.ts'

export function splitPart({ members, lines, standing }: Methodology, title: string): Table {
  const partners = standing.partners.filter((_, place) => members[place]!.quarters.length > 0)
  const rules = standing.partners[0]!.rules.map(({ rule }) => rule).filter(rule => lines.some(({ line }) => line.rule === rule))
  const measureRow = (label: string, of: 'cost' | 'baseline' | 'saving'): Row => moneyRow('total', label, partners.map(partner => partner[of]))
  const hasBaseline = partners.some(({ baseline }) => baseline !== 0n)
  return {
    kind: 'table', title, unit: units.pence,
    columns: [{ title: 'rule', kind: 'label' }, ...[...partners.map(({ partner }) => partner), 'all'].map(name => ({ title: name, kind: 'figure' }) as const)],
    rows: [
      ...rules.map(rule => moneyRow('item', rule, partners.map(partner => costOf(partner, rule)))),
      measureRow('Cost', 'cost'),
      ...(standing.cost === 0n ? [] : [{ kind: 'item' as const, cells: [text('Share of the cost'), ...shareCells(partners.map(({ cost }) => ratio(cost, standing.cost))), whole] }]),
      ...(hasBaseline ? [
        measureRow('Baseline', 'baseline'), measureRow('Saving', 'saving'),
        { kind: 'item' as const, cells: [text('Saving, % of baseline'), ...[...partners, standing].map(({ savingShare }) => (savingShare ? { kind: 'percent' as const, exact: savingShare, shown: showPercent(savingShare) } : none))] },
      ] : []),
    ],
    notes: [
      ...(hasBaseline ? ['The baseline is what each partner would spend without the shared service; the saving is baseline less cost.'] : ['No baseline is stated for the year, so there is no saving to show.']),
      ...(hasBaseline && [...partners, standing].some(({ saving }) => saving < 0n) ? ['A negative saving is a cost increase.'] : []),
    ],
  }
}

const costOf = ({ rules: costs }: PartnerSavings, rule: string): Money => costs.find(of => of.rule === rule)!.cost

const moneyRow = (kind: Row['kind'], label: string, amounts: readonly Money[]): Row => ({ kind, cells: [text(label), ...[...amounts, sum(amounts)].map(inPence)] })

const whole: Cell = { kind: 'percent', exact: ratio(1n), shown: 1000n }
