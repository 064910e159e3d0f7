/** Changes of who the partners are, of the host and of the name: the same of two models and of two issued quarters. */
import type { PartnerId } from '../ids.ts'
import type { Partnership } from '../issued.ts'
import { inCodePointOrder } from '../model.ts'
import { type Change, changeOf, pairs, text } from './change.ts'

export function partnershipChanges(before: Partnership, after: Partnership): Change[] {
  return [
    ...changeOf({ kind: 'name' }, text(before.name), text(after.name)),
    ...changeOf({ kind: 'host' }, text(before.host), text(after.host)),
    ...pairs(names(before), names(after), inCodePointOrder).flatMap(([partner, was, is]) => changeOf({ kind: 'partner', partner }, text(was), text(is))),
  ]
}

const names = ({ partners }: Partnership): Map<PartnerId, string> => new Map(partners.map(({ id, name }) => [id, name]))
