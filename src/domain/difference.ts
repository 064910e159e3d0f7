/**
 * The difference between two plans, or between what was charged to date of a quarter and what was or is due of another:
 * the inputs that changed, and the bridge of what each partner bears.
 */
import { type Bridged, bridge, type Span, spanOf, union } from './bridge.ts'
import { dueSide, planSide, recordSide, type Side } from './bridge-side.ts'
import type { Change } from './changes/change.ts'
import { type Known, knownChanges } from './changes/known-changes.ts'
import { modelChanges } from './changes/model-changes.ts'
import type { Driver } from './drivers/driver.ts'
import { driverNamed } from './drivers/driver-named.ts'
import { type Between, hybridOf, hybridOfWeights } from './hybrid.ts'
import type { Model, PartnerId } from './model.ts'
import type { Plan } from './plan.ts'

export interface Difference {
  /** Of both sides, in code-point order. */
  readonly partners: readonly PartnerId[]
  /** The years of both sides; or the one stretch to date. */
  readonly spans: readonly Span[]
  readonly changes: readonly Change[]
  readonly bridges: readonly Bridged[]
}

export function planDifference(before: Plan, after: Plan): Difference {
  const years = [...new Set([...before.model.years, ...after.model.years])].sort((a, b) => a - b)
  return differenceOf(planSide(before), planSide(after), hybridOf(before.model, after.model), years.map(spanOf), modelChanges(before.model, after.model))
}

/** Charges to date: as they were issued; or, with the model, as they are due now. */
export interface ToDate extends Known {
  readonly model?: Model
}

export function chargeDifference(before: ToDate, after: ToDate): Difference {
  const model = after.model ?? before.model
  const driverOf = (name: string): Driver => (model ? driverNamed(name, model) : { kind: 'counted', name })
  const sideOf = (of: ToDate): Side => (of.model ? dueSide(of.lines, of.model, driverOf) : recordSide(of, driverOf))
  const [was, is] = [sideOf(before), sideOf(after)]
  const quarters = new Set([was, is].flatMap(({ lines }) => [...lines.values()].flatMap(({ costs }) => [...costs.keys()])))
  const toDate = { quarters: [...quarters].sort((a, b) => a - b) }
  return differenceOf(was, is, hybridOfWeights(was, is), [toDate], knownChanges(before, after))
}

const differenceOf = (before: Side, after: Side, between: Between, spans: readonly Span[], changes: readonly Change[]): Difference =>
  ({ partners: union(before.partners, after.partners), spans, changes, bridges: bridge(before, after, between, spans) })

/** Whether any input differs, or any figure. */
export const isDifferent = ({ changes, bridges }: Difference): boolean => changes.length > 0 || bridges.some(({ from, to }) => from !== to)
