/** Which ranges of a scenario go together, by their names: `- { between: [pay, dollars], of: 60% }`. */
import { fault } from '../../domain/diagnostic.ts'
import type { Correlation } from '../../domain/scenario/change.ts'
import { fieldsOf, textOf, told } from '../fields.ts'
import { readPercent } from '../scalar.ts'
import { correlationKeys } from './keys.ts'
import type { Tell } from '../tell.ts'
import type { Branch } from '../yaml.ts'

export function readCorrelations(branch: Branch | undefined, tell: Tell): Correlation[] {
  if (branch === undefined) return []
  if (branch.kind === 'list') return branch.items.flatMap(item => readCorrelation(item, tell) ?? [])
  tell(fault('wrong-shape', branch.at, { key: 'correlations', wanted: 'a list, each item starting with "- "' }))
  return []
}

/** None, and told, where it cannot be read. */
function readCorrelation(branch: Branch, tell: Tell): Correlation | undefined {
  const fields = fieldsOf(branch, 'correlations', correlationKeys, tell)
  if (fields === undefined) return undefined
  for (const key of correlationKeys.filter(each => !fields.has(each))) tell(fault('missing-key', branch.at, { key, within: 'correlations' }))
  const [between, of] = [fields.get('between'), told(textOf(fields.get('of'), 'of', tell), readPercent, tell)]
  if (between === undefined) return undefined
  const [a, b, ...others] = between.kind === 'list' ? between.items.map(each => textOf(each, 'between', tell)?.text) : []
  if (between.kind === 'list' && a !== undefined && b !== undefined && others.length === 0) return of && { between: [a, b], of, at: branch.at }
  tell(fault('wrong-shape', between.at, { key: 'between', wanted: 'the names of two ranges, as in [pay, prices]' }))
  return undefined
}
