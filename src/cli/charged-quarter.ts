/** The charge of a quarter with all that it is reckoned from; of a quarter that was issued, as it was issued. */
import { resolve } from 'node:path'
import type { ChargeableLine } from '../domain/chargeable.ts'
import { charge } from '../domain/charge.ts'
import { type Diagnostic, isFault } from '../domain/diagnostic.ts'
import type { IssuedRecord, Partnership } from '../domain/issued.ts'
import type { Model } from '../domain/model.ts'
import { type Paid, paidToDate } from '../domain/settlement.ts'
import { listRecords, readIssued } from '../read/issued.ts'
import type { Quotable } from '../read/source.ts'
import type { Stated } from '../report/stated.ts'
import { loadActuals } from './actuals.ts'
import type { Io } from './io.ts'
import { type QuarterOptions, quartersAsked } from './quarter-options.ts'

export interface ChargedQuarter {
  readonly stated: Stated
  /** The files of actuals that it was reckoned from; none where it was issued before. */
  readonly actualFiles: readonly string[]
  /** What each partner paid itself, to date. */
  readonly paid: Paid
  /** The records of the quarters before it. */
  readonly earlier: readonly IssuedRecord[]
  /** What it was reckoned from, unless it was issued. */
  readonly trace?: readonly ChargeableLine[]
}

export interface Loaded {
  readonly value?: ChargedQuarter
  readonly diagnostics: Diagnostic[]
  readonly sources: readonly Quotable[]
  /** The records of issued quarters. */
  readonly files: readonly string[]
}

/** @param refuse what forbids to charge the quarter, given what was issued */
export function loadCharge(
  folder: string, options: QuarterOptions, model: Model, io: Io, refuse: (stated: Stated['quarter'], issued: readonly IssuedRecord[]) => Diagnostic[] = () => [],
): Loaded {
  const diagnostics: Diagnostic[] = []
  const tell = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
  const path = resolve(io.cwd, folder)
  const asked = quartersAsked(options, model, tell)
  const issued = readIssued(path, tell)
  const files = listRecords(path)
  if (asked) diagnostics.push(...refuse(asked.quarter, issued))
  if (asked === undefined || diagnostics.some(isFault)) return { diagnostics, sources: [], files }

  const earlier = issued.filter(({ quarter }) => quarter < asked.quarter)
  const frozen = issued.find(({ quarter }) => quarter === asked.quarter)
  if (frozen) return { value: { stated: frozen, actualFiles: [], paid: frozen.paid, earlier }, diagnostics, sources: [], files }

  const actuals = loadActuals(path, model, tell, io)
  const { sources } = actuals
  if (diagnostics.some(isFault)) return { diagnostics, sources, files }
  const charged = charge(model, actuals, asked.closedTo, asked.quarter, earlier)
  diagnostics.push(...charged.diagnostics)
  if (charged.value === undefined) return { diagnostics, sources, files }
  const paid = paidToDate(model, actuals, asked.quarter)
  const { trace, ...due } = charged.value
  const stated = { ...due, partnership: partnershipOf(model) }
  return { value: { stated, actualFiles: actuals.files, paid, earlier, trace }, diagnostics, sources, files }
}

const partnershipOf = ({ name, currency, host, partners }: Model): Partnership => ({ name, currency, host, partners: partners.map(({ id, name: full }) => ({ id, name: full })) })
