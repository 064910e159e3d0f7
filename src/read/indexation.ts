/** `indexation:` of `model.yaml`: rates by the name of an index, one for every year or one for each year named. */
import { fault } from '../domain/diagnostic.ts'
import type { Index } from '../domain/model.ts'
import type { Year } from '../domain/period.ts'
import type { Ratio } from '../domain/ratio.ts'
import type { Datum } from '../domain/stated.ts'
import { fieldsOf, textOf, told } from './fields.ts'
import { readPercent, readPeriod } from './scalar.ts'
import type { Cell } from './source.ts'
import type { Tell } from './tell.ts'
import { withoutBlanks } from './without-blanks.ts'
import type { Branch } from './yaml.ts'

export function readIndexation(branch: Branch | undefined, tell: Tell): Map<string, Index> {
  const fields = branch && fieldsOf(branch, 'indexation', undefined, tell)
  return new Map([...(fields ?? [])].map(([id, rates]) => [id, readIndex(id, rates, tell)]))
}

function readIndex(id: string, branch: Branch, tell: Tell): Index {
  const rate = (cell: Cell | undefined): Datum<Ratio> | undefined => {
    const value = told(cell, readPercent, tell)
    return value && { value, at: cell!.at }
  }
  if (branch.kind === 'text') return withoutBlanks({ everyYear: rate(textOf(branch, id, tell)), byYear: new Map() })
  const byYear = new Map<Year, Datum<Ratio>>()
  if (fieldsOf(branch, id, undefined, tell) && branch.kind === 'map') {
    for (const { key, value } of branch.entries) {
      const period = told(key, readPeriod, tell)
      const of = rate(textOf(value, key.text, tell))
      if (period?.kind === 'quarter') tell(fault('bad-period', key.at, { text: key.text, wanted: 'year' }))
      else if (period && of) byYear.set(period.year, of)
    }
  }
  return { byYear }
}
