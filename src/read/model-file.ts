/** `model.yaml`: who the partners are, over which years, and by what rates and blends. */
import { fault } from '../domain/diagnostic.ts'
import type { Index, Partner } from '../domain/model.ts'
import { monthNames, type Year } from '../domain/period.ts'
import { readBlends, type WrittenBlend } from './blends.ts'
import { fieldsOf, textOf, told } from './fields.ts'
import { readIndexation } from './indexation.ts'
import { readPartners } from './partners.ts'
import { readYears } from './scalar.ts'
import type { Cell, Source } from './source.ts'
import type { Tell } from './tell.ts'
import { withoutBlanks } from './without-blanks.ts'
import { type Branch, readYaml } from './yaml.ts'

/** What could be read; what could not is left out, and told. */
export interface ModelFile {
  readonly name?: string
  readonly currency?: string
  readonly years?: readonly Year[]
  readonly yearStarts: number
  readonly host?: string
  readonly partners?: readonly Partner[]
  readonly indexation?: ReadonlyMap<string, Index>
  readonly blends?: readonly WrittenBlend[]
}

const keys = ['name', 'currency', 'years', 'year-starts', 'host', 'partners', 'indexation', 'drivers']

export function readModelFile(source: Source, tell: Tell): ModelFile {
  const root = readYaml(source, tell)
  const fields = root && fieldsOf(root, 'model.yaml', keys, tell)
  if (fields === undefined) return { yearStarts: april }

  const required = (key: string): Branch | undefined => {
    const value = fields.get(key)
    if (value === undefined) tell(fault('missing-key', root!.at, { key, within: 'model.yaml' }))
    return value
  }
  const partners = readPartners(required('partners'), tell)
  return withoutBlanks({
    name: textOf(required('name'), 'name', tell)?.text,
    currency: readCurrency(textOf(required('currency'), 'currency', tell), tell),
    years: told(textOf(required('years'), 'years', tell), readYears, tell),
    yearStarts: readMonth(fields.get('year-starts'), tell),
    host: readHost(textOf(required('host'), 'host', tell), partners, tell),
    partners,
    indexation: readIndexation(fields.get('indexation'), tell),
    blends: readBlends(fields.get('drivers'), tell),
  })
}

const april = 4

/** April unless it says otherwise. */
function readMonth(branch: Branch | undefined, tell: Tell): number {
  const cell = textOf(branch, 'year-starts', tell)
  const month = monthNames.findIndex(name => name.toLowerCase() === cell?.text.toLowerCase())
  if (cell && month < 0) tell(fault('unknown-month', cell.at, { month: cell.text, known: monthNames }))
  return month < 0 ? april : month + 1
}

function readCurrency(cell: Cell | undefined, tell: Tell): string | undefined {
  if (cell === undefined || /^[A-Z]{3}$/.test(cell.text)) return cell?.text
  tell(fault('bad-currency', cell.at, { text: cell.text }))
  return undefined
}

function readHost(cell: Cell | undefined, partners: readonly Partner[] | undefined, tell: Tell): string | undefined {
  const known = partners?.map(({ id }) => id)
  if (cell === undefined || known === undefined || known.includes(cell.text)) return cell?.text
  tell(fault('unknown-partner', cell.at, { partner: cell.text, known }))
  return undefined
}
