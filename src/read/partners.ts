/** `partners:` of `model.yaml`: an id and a name each, and for some the quarters they join and leave in. */
import { fault } from '../domain/diagnostic.ts'
import { inCodePointOrder, type Partner } from '../domain/model.ts'
import { firstQuarter, lastQuarter, type Period } from '../domain/period.ts'
import { fieldsOf, textOf, told } from './fields.ts'
import { readPeriod } from './scalar.ts'
import type { Cell } from './source.ts'
import type { Tell } from './tell.ts'
import { withoutBlanks } from './without-blanks.ts'
import type { Branch } from './yaml.ts'

export function readPartners(branch: Branch | undefined, tell: Tell): Partner[] | undefined {
  if (branch === undefined) return undefined
  if (branch.kind !== 'map' || branch.entries.length === 0) {
    tell(fault('wrong-shape', branch.at, { key: 'partners', wanted: 'an id and a name for each partner, as in "CCC: Cambridge City Council"' }))
    return undefined
  }
  return branch.entries.map(({ key, value }) => readPartner(key, value, tell)).sort((a, b) => inCodePointOrder(a.id, b.id))
}

function readPartner(id: Cell, branch: Branch, tell: Tell): Partner {
  if (branch.kind === 'text') return { id: id.text, name: textOf(branch, id.text, tell)?.text ?? id.text }
  const fields = fieldsOf(branch, id.text, ['name', 'joins', 'leaves'], tell) ?? new Map<string, Branch>()
  const period = (key: string): Period | undefined => told(textOf(fields.get(key), key, tell), readPeriod, tell)
  const [joining, leaving] = [period('joins'), period('leaves')]
  const joins = joining && firstQuarter(joining)
  const leaves = leaving && lastQuarter(leaving)
  if (joins !== undefined && leaves !== undefined && leaves < joins) {
    tell(fault('leaves-before-joining', fields.get('leaves')!.at, { partner: id.text, joins, leaves }))
  }
  const name = fields.get('name')
  if (name === undefined) tell(fault('missing-key', branch.at, { key: 'name', within: id.text }))
  return withoutBlanks({ id: id.text, name: textOf(name, 'name', tell)?.text ?? id.text, joins, leaves })
}
