/** The records in `issued/`, in the order of their quarters; one that was edited, or does not follow on, is told. */
import { join } from 'node:path'
import type { Basis } from '../domain/chargeable.ts'
import type { AdjustmentReason, ChargedLine, KnownQuarter } from '../domain/charged.ts'
import { fault, warning } from '../domain/diagnostic.ts'
import { issuedIn, type IssuedOf, type IssuedRecord } from '../domain/issued.ts'
import { type Money, pence } from '../domain/money.ts'
import { type Quarter, quarterName } from '../domain/period.ts'
import { type Ratio, ratio } from '../domain/ratio.ts'
import { readQuarter } from './date.ts'
import { decode } from './decode.ts'
import { listFolder, readBytes } from './folder.ts'
import { digestOf, recordFile, sealed } from './seal.ts'
import type { Tell } from './tell.ts'

/** What is half written starts with a dot. */
export const listRecords = (folder: string): string[] => filesIn(folder).filter(file => file.endsWith('.json'))

const filesIn = (folder: string): string[] => (listFolder(join(folder, 'issued')) ?? []).filter(file => !file.startsWith('.')).map(file => `issued/${file}`)

export function readIssued(folder: string, tell: Tell): IssuedRecord[] {
  const records = listRecords(folder).flatMap(file => readRecord(folder, file, tell) ?? []).sort((a, b) => a.quarter - b.quarter)
  const refused = new Set(listRecords(folder).filter(file => !records.some(({ quarter }) => recordFile(quarter) === file)))
  for (const file of filesIn(folder).filter(each => !each.endsWith('.json'))) tell(warning('unknown-file', undefined, { file, known: ['issued/*.json'] }))
  for (const [place, record] of records.entries()) {
    const before = records[place - 1]
    if (refused.has(recordFile((record.quarter - 1) as Quarter))) return records
    if (record.previous !== before?.digest) {
      tell(fault('broken-chain', undefined, { file: recordFile(record.quarter), ...(before && { previous: recordFile(before.quarter) }) }))
      return records
    }
    if (!addsUp(record, issuedIn(records.slice(0, place + 1)))) tell(fault('edited-record', undefined, { file: recordFile(record.quarter) }))
  }
  return records
}

/** Whether what is charged to date is the sum of the charges. */
const addsUp = ({ lines }: IssuedRecord, issuedOf: IssuedOf): boolean =>
  lines.every(({ line, parts }) => parts.every(({ partner, toDate }) => toDate === issuedOf(line, partner)))

/** A record among the others of its folder, where its name must be that of its quarter. */
function readRecord(folder: string, file: string, tell: Tell): IssuedRecord | undefined {
  const read = readRecordAlone(folder, file, tell)
  if (read === undefined || recordFile(read.quarter) === file) return read
  tell(fault('broken-record', undefined, { file, reason: `it is the record of ${quarterName(read.quarter)}` }))
  return undefined
}

/** A record that may stand anywhere: nothing tells whether it follows on those before it. */
export function readRecordAlone(folder: string, file: string, tell: Tell): IssuedRecord | undefined {
  const bytes = readBytes(folder, file, tell)
  if (bytes === undefined) return undefined
  const written = parsed(decode(bytes) ?? '')
  if (typeof written !== 'object' || written === null || !('digest' in written) || !('record' in written)) {
    tell(fault('broken-record', undefined, { file, reason: 'it is not what was written' }))
    return undefined
  }
  const { digest, ...record } = written as WrittenRecord
  if (!isSealed(record, digest, bytes)) {
    tell(fault('edited-record', undefined, { file }))
    return undefined
  }
  if (record.record !== 'farthing issued quarter, format 1') {
    tell(fault('broken-record', undefined, { file, reason: `another version wrote it, ${record.version}` }))
    return undefined
  }
  try {
    return recordIn(record, digest)
  } catch {
    tell(fault('broken-record', undefined, { file, reason: 'a part of it is missing' }))
    return undefined
  }
}

function recordIn({ model, currency, host, partners, quarter, issuedAt, version, previous, inputs, paid, lines }: Omit<WrittenRecord, 'digest'>, digest: string): IssuedRecord {
  return {
    partnership: { name: model, currency, host, partners: partners.map(({ id, name }) => ({ id, name })) }, quarter: quarterIn(quarter), issuedAt, version, digest, ...(previous !== null && { previous }),
    inputs: new Map(inputs.map(({ file: input, digest: of }) => [input, of])),
    paid: new Map(paid.map(({ partner, amount }) => [partner, moneyIn(amount)])),
    lines: lines.map(lineIn),
  }
}

/** A tool that keeps files for several systems may have changed the line ends, which is no edit. */
function isSealed(record: object, digest: string, bytes: Buffer): boolean {
  try {
    const written = Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
    return digest === digestOf(JSON.stringify(record)) && written.equals(Buffer.from(sealed(record)))
  } catch {
    return false
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The shape of a record's file, which its digest vouches for. */
interface WrittenRecord {
  readonly record: string
  readonly model: string
  readonly currency: string
  readonly host: string
  readonly partners: readonly { readonly id: string; readonly name: string }[]
  readonly quarter: string
  readonly issuedAt: string
  readonly version: string
  readonly previous: string | null
  readonly digest: string
  readonly inputs: readonly { readonly file: string; readonly digest: string }[]
  readonly paid: readonly { readonly partner: string; readonly amount: string }[]
  readonly lines: readonly WrittenLine[]
}

interface WrittenLine extends Pick<ChargedLine, 'line' | 'category' | 'rule' | 'driver'> {
  readonly parts: readonly { readonly partner: string; readonly instalment: string; readonly overspend: string; readonly adjustment: string; readonly toDate: string }[]
  readonly known: readonly WrittenKnown[]
  readonly reasons: readonly WrittenReason[]
}

type WrittenReason =
  | { readonly kind: 'never-charged' | 'closed' | 'reopened' | 'restated'; readonly quarter: string; readonly before?: string; readonly now: string; readonly basis?: Basis }
  | { readonly kind: 'recounted'; readonly quarter: string; readonly partners: readonly { readonly partner: string; readonly before: string; readonly now: string }[] }
  | { readonly kind: 'driver-changed'; readonly before: string; readonly now: string }
  | { readonly kind: 'line-removed' }

interface WrittenKnown extends Pick<KnownQuarter, 'basis'> {
  readonly quarter: string
  readonly budget: string
  readonly cost: string
  readonly weights: readonly { readonly partner: string; readonly weight: string }[]
}

const lineIn = ({ parts, known, reasons, ...line }: WrittenLine): ChargedLine => ({
  ...line,
  parts: parts.map(({ partner, instalment, overspend, adjustment, toDate }) =>
    ({ partner, instalment: moneyIn(instalment), overspend: moneyIn(overspend), adjustment: moneyIn(adjustment), toDate: moneyIn(toDate) })),
  known: known.map(({ quarter, basis, budget, cost, weights }) => ({
    quarter: quarterIn(quarter), basis, budget: moneyIn(budget), cost: moneyIn(cost),
    weights: new Map(weights.map(({ partner, weight }) => [partner, fractionIn(weight)])),
  })),
  reasons: reasons.map(reasonIn),
})

function reasonIn(written: WrittenReason): AdjustmentReason {
  switch (written.kind) {
    case 'recounted':
      return { ...written, quarter: quarterIn(written.quarter), partners: written.partners.map(({ partner, before, now }) => ({ partner, before: fractionIn(before), now: fractionIn(now) })) }
    case 'driver-changed':
    case 'line-removed':
      return written
    default: {
      const { quarter, before, now, ...rest } = written
      return { ...rest, quarter: quarterIn(quarter), now: moneyIn(now), ...(before !== undefined && { before: moneyIn(before) }) } as AdjustmentReason
    }
  }
}

function quarterIn(text: string): Quarter {
  const read = readQuarter({ text, at: { file: '', line: 0, column: 0, length: 0 } })
  if ('wrong' in read) throw new Error(`an issued record names the quarter ${text}`)
  return read.value
}

const moneyIn = (text: string): Money => pence(BigInt(text.replace('.', '')))

function fractionIn(text: string): Ratio {
  const [numerator, denominator = '1'] = text.split('/')
  return ratio(BigInt(numerator!), BigInt(denominator))
}
