/** What of a simulation is shown, and under which names. */
import type { PartnerId } from '../../domain/model.ts'
import type { Money } from '../../domain/money.ts'
import type { Year } from '../../domain/period.ts'
import type { Simulated } from '../../domain/risk/counting.ts'
import type { Measure } from '../../domain/risk/figures.ts'
import type { Scenario } from '../../domain/scenario/change.ts'
import type { Unit } from '../unit.ts'

export interface RiskView {
  readonly name: string
  readonly currency: string
  readonly scenarios: readonly Pick<Scenario, 'id' | 'name'>[]
  readonly partners: readonly PartnerId[]
  readonly years: readonly Year[]
  readonly unit: Unit
  /** What the histogram is of, in the last of the years. */
  readonly figure: Measure
}

export const measureTitles: Readonly<Record<Measure, string>> = { cost: 'Cost', saving: 'Saving', cumulativeSaving: 'Cumulative saving' }

/** What is shown of every figure: its mean, and percentiles by their hundredths. */
export const percentiles = [10, 50, 90] as const

export const statisticOf = ({ outcomes }: Simulated, of: 'mean' | (typeof percentiles)[number]): Money => (of === 'mean' ? outcomes.mean : outcomes.quantile(of))

/** Each partner, and all together where they are several. */
export const subjectsOf = ({ partners }: RiskView): (PartnerId | undefined)[] => [...partners, ...(partners.length > 1 ? [undefined] : [])]

export const subjectName = (partner: PartnerId | undefined): string => partner ?? 'Together'

export const figureIn = (figures: readonly Simulated[], measure: Measure, year: Year, partner: PartnerId | undefined): Simulated =>
  figures.find(of => of.measure === measure && of.year === year && of.partner === partner)!
