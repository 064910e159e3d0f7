/** Variables, bases and watched figures by hand, for the tests of sensitivity and of solving. */
import type { Money } from '../../../src/domain/money.ts'
import type { Model } from '../../../src/domain/model.ts'
import { one, type Ratio, ratio, zero } from '../../../src/domain/ratio.ts'
import { planUnder } from '../../../src/domain/scenario/apply.ts'
import type { Change } from '../../../src/domain/scenario/change.ts'
import { fixed } from '../../../src/domain/scenario/range.ts'
import { savings } from '../../../src/domain/savings.ts'
import { type Base, baseOf } from '../../../src/domain/sensitivity/base.ts'
import type { Watched } from '../../../src/domain/sensitivity/figure.ts'
import type { Variable } from '../../../src/domain/sensitivity/variable.ts'
import { at, quarterNamed, yearNamed } from '../../models.ts'

export const scaled = { how: 'scale', by: fixed(one) } as const

export const amountsOf = (line: string, from?: string): Variable => ({ kind: 'amounts', of: 'budget', at: at(1), target: { line, ...spanFrom(from) }, adjustment: scaled })
export const baselineIn = (category: string, partner?: string): Variable => ({ kind: 'amounts', of: 'baseline', at: at(1), target: { category, ...(partner !== undefined && { partner }) }, adjustment: scaled })
export const countsOf = (driver: string, partner?: string, from?: string): Variable => ({ kind: 'counts', at: at(1), driver, ...(partner !== undefined && { partner }), ...spanFrom(from), adjustment: scaled })
export const rateOf = (index: string, from?: string): Variable => ({ kind: 'rates', at: at(1), index, ...spanFrom(from), adjustment: { how: 'set', by: fixed(zero) } })

const spanFrom = (from: string | undefined): { span?: { first: ReturnType<typeof quarterNamed>; last: ReturnType<typeof quarterNamed> }[] } =>
  (from === undefined ? {} : { span: [{ first: quarterNamed(from), last: quarterNamed('2199/00 Q4') }] })

export const thousandth = (of: number): Ratio => ratio(BigInt(of), 1000n)

export function based(model: Model, changes: readonly Change[] = []): Base {
  const { value, diagnostics } = baseOf(model, changes)
  if (value === undefined) throw new Error(`no plan: ${diagnostics.map(({ code }) => code).join()}`)
  return value
}

export const watched = (measure: Watched['measure'], year: string, ...partners: string[]): Watched => ({ measure, year: yearNamed(year), partners })

/** The figure by way of the reports' savings, under a variable that is written out anew. */
export function figureUnder(model: Model, variable: Variable, value: Ratio, { measure, year, partners }: Watched): Money | undefined {
  const change = variable.kind === 'start' ? { ...variable, share: { central: value } } : { ...variable, adjustment: { how: variable.adjustment.how, by: { central: value } } }
  const { value: plan } = planUnder(model, { changes: [change] })
  return plan && savings(plan, id => partners.includes(id)).find(of => of.year === year)![measure === 'cumulative-saving' ? 'cumulativeSaving' : measure]
}
