/** The seal of an issued record: where its file stands, and the digest by which any change to it shows. */
import { createHash } from 'node:crypto'
import { type Quarter, quarterName } from '../domain/period.ts'

/** `2017/18 Q2` is kept in issued/2017-18-Q2.json. */
export const recordFile = (quarter: Quarter): string => `issued/${quarterName(quarter).replace('/', '-').replace(' ', '-')}.json`

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What a record's file holds: the record and, last, the digest of what goes before. */
export function sealed(record: object): string {
  return `${JSON.stringify({ ...record, digest: digestOf(JSON.stringify(record)) }, null, 1)}\n`
}
